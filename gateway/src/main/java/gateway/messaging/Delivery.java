package gateway.messaging;

/**
 * What a carrier's receipt says became of an attempt. "Delivered" is the carrier's claim: nobody may have read the text,
 * and a call may have been answered by a machine.
 */
public enum Delivery {
    /** The carrier has it. */
    ACCEPTED,
    /** The text has left; the phone rings. */
    SENT,
    /** The text has arrived; the call was answered. */
    DELIVERED,
    /** A call that was answered is over. */
    ENDED,
    /** The text did not arrive; the call was not answered. */
    UNDELIVERED;

    AttemptState state() {
        return switch (this) {
            case ACCEPTED -> AttemptState.ACCEPTED;
            case SENT -> AttemptState.SENT;
            case DELIVERED, ENDED -> AttemptState.DELIVERED;
            case UNDELIVERED -> AttemptState.UNDELIVERED;
        };
    }
}
