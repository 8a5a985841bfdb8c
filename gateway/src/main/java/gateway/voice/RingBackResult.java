package gateway.voice;

/** What came of a member's wish to speak with a reporter. */
public sealed interface RingBackResult {

    /** The member's own phone is rung now. */
    record Ringing() implements RingBackResult {}

    /** The reporter's phone may not be rung; the word is that of the phrase {@code ring-back.<why>}. */
    record Refused(String why) implements RingBackResult {}

    /** The member has no phone that may be rung. */
    record NoPhone() implements RingBackResult {}

    /** Somebody is being joined with the reporter at this moment. */
    record UnderWay() implements RingBackResult {}
}
