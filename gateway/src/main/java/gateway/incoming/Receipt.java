package gateway.incoming;

/** What became of an envelope. Whichever it is, it is committed. */
public enum Receipt {
    /** Taken in now. */
    TAKEN,
    /** This carrier's id was taken in before: nothing has changed. */
    ALREADY_TAKEN
}
