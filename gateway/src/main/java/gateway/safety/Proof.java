package gateway.safety;

import gateway.entry.Way;

/**
 * What shows that a word is a member's own. Senders and caller ids can be forged and phones are seized, so a number alone
 * adds and never takes away.
 */
public enum Proof {
    /** The sender's number, or a caller id. */
    NUMBER_ALONE,
    /** The code of the very dispatch, promise or offer it is about. */
    CODE,
    /** Her PIN, in a call that we placed or that she proved. */
    PIN,
    /** Her signed-in page. */
    PAGE;

    /** Whether it may end, stretch or hand on something, as well as begin it. */
    public boolean mayTakeAway() {
        return this != NUMBER_ALONE;
    }

    /** Whether it shows who she is, and so covers all she has; a code shows the one dispatch it is of. */
    public boolean coversAll() {
        return this == PIN || this == PAGE;
    }

    /** By which door it came. */
    public Way way() {
        return switch (this) {
            case NUMBER_ALONE, CODE -> Way.TEXT;
            case PIN -> Way.PIN;
            case PAGE -> Way.PAGE;
        };
    }
}
