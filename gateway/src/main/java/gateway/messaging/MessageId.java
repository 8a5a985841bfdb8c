package gateway.messaging;

import java.util.UUID;

/** Names one message in the outbox. */
public record MessageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
