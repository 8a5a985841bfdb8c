package gateway.holding;

/** What a responder in a call is told: of the dispatch she was rung for, or of what her key did. */
public sealed interface KeyResult {

    /** It waits for her answer. */
    record Asked() implements KeyResult {}

    /** She has it. */
    record Yours(String checkInBy) implements KeyResult {}

    /** Somebody else has it. */
    record Already(String alias, String since) implements KeyResult {}

    /** She has passed it on. */
    record Passed() implements KeyResult {}

    /** Her phone alone has carried her as long as it may: the page or her PIN is needed. */
    record ProofNeeded() implements KeyResult {}

    /** It is resolved, or no longer open to her. */
    record Over() implements KeyResult {}

    /** Her phone may not be told anything any more: it was lost, was replaced, or has reported an alert itself. */
    record Doubtful() implements KeyResult {}
}
