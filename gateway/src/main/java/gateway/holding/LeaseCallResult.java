package gateway.holding;

/** What a responder hears whom we rang for her PIN. */
public sealed interface LeaseCallResult {

    /** She has it until then; after the PIN for duress it only sounds so. */
    record Renewed(String checkInBy) implements LeaseCallResult {}

    /** There is nothing left that she could renew. */
    record Over() implements LeaseCallResult {}

    record Wrong() implements LeaseCallResult {}

    /** No PIN counts now: it is barred, or her phone may not be told anything any more. */
    record Refused() implements LeaseCallResult {}
}
