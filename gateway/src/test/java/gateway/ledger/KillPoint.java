package gateway.ledger;

/** Where a gateway is killed. */
public enum KillPoint {
    /** A text is understood and written, and the database has not been told to commit. */
    BEFORE_COMMIT(true),
    /** It is committed, and the carrier has not been told. */
    AFTER_COMMIT(true),
    /** A message is written down as being sent, and no byte has left. */
    AFTER_CLAIM(true),
    /** The carrier has the request and has not answered. */
    MID_SEND(false),
    /** The carrier has answered, and that is not written down. */
    AFTER_SEND(true),
    /** Whenever it comes. */
    ANY_MOMENT(false),
    /** Before it serves, while the database recovers from the kill before. */
    WHILE_STARTING(false),
    /** Together with its database server, which then has had no time to end. */
    WITH_POSTGRES(false);

    private final boolean inside;

    KillPoint(boolean inside) {
        this.inside = inside;
    }

    /** Whether only the gateway itself knows when it has come there. */
    public boolean isInside() {
        return inside;
    }

    /** Whether it is a point of the program rather than a moment. */
    public boolean isNamed() {
        return inside || this == MID_SEND;
    }
}
