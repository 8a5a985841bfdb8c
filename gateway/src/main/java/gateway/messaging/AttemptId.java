package gateway.messaging;

import java.util.UUID;

/** Names one attempt to send a message; the carrier's receipts carry it back. */
public record AttemptId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
