package gateway.messaging;

import java.util.Collection;
import java.util.Locale;

/**
 * How far a message has come.
 *
 * <pre>
 *   waiting ⇄ sending ──▶ accepted ──▶ delivered | undelivered
 *      │         ├──────▶ refused
 *      │         └──────▶ unknown      (sent perhaps, and not sent again)
 *      └──▶ expired | cancelled
 * </pre>
 *
 * A receipt may come at any time and say more than we knew, so that every state may still become delivered.
 */
public enum MessageState {
    WAITING, SENDING, ACCEPTED, DELIVERED, UNDELIVERED, REFUSED, UNKNOWN, EXPIRED, CANCELLED;

    /** As the database writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether whoever wanted it sent must find another way. */
    public boolean hasFailed() {
        return switch (this) {
            case UNDELIVERED, REFUSED, UNKNOWN, EXPIRED -> true;
            case WAITING, SENDING, ACCEPTED, DELIVERED, CANCELLED -> false;
        };
    }

    /** Whether it is still to be sent, or being sent, so that its row carries a moment. */
    boolean isDue() {
        return this == WAITING || this == SENDING;
    }

    /** The state after a receipt, when these are the states of all its attempts: the best of them counts. */
    MessageState afterReceipt(Collection<AttemptState> attempts) {
        if (attempts.contains(AttemptState.DELIVERED)) {
            return DELIVERED;
        }
        if (this == SENDING && attempts.contains(AttemptState.SENDING)) {
            return SENDING;
        }
        if (attempts.contains(AttemptState.ACCEPTED) || attempts.contains(AttemptState.SENT)) {
            return ACCEPTED;
        }
        return attempts.contains(AttemptState.UNDELIVERED) && this != CANCELLED ? UNDELIVERED : this;
    }
}
