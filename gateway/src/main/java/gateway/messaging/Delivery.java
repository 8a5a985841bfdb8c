package gateway.messaging;

/** What a carrier's receipt says became of an attempt. "Delivered" is the carrier's claim; nobody may have read it. */
public enum Delivery {
    ACCEPTED, SENT, DELIVERED, UNDELIVERED;

    AttemptState state() {
        return switch (this) {
            case ACCEPTED -> AttemptState.ACCEPTED;
            case SENT -> AttemptState.SENT;
            case DELIVERED -> AttemptState.DELIVERED;
            case UNDELIVERED -> AttemptState.UNDELIVERED;
        };
    }
}
