package gateway.incoming;

/** What the carrier itself says that it did because of a text, beside handing it in. */
public enum CarrierSays {
    NOTHING,
    /** It lets us text the sender no more. */
    OPTED_OUT,
    /** It lets us text the sender again. */
    OPTED_IN,
    /** It answered the sender by itself. */
    HELPED
}
