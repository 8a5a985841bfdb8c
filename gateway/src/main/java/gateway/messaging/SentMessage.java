package gateway.messaging;

import gateway.messaging.OutboundMessage.About;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a page shows it, with every attempt to send it.
 *
 * @param dispatches which of the alert's dispatches it asks for
 * @param words the words as they were put into the outbox; null once their key has been destroyed, or where they cannot be read
 */
public record SentMessage(MessageId id, MessageKind kind, Purpose purpose, MessageState state, About about, List<UUID> dispatches,
        @Nullable String words,
        Instant madeAt, Instant notBefore, Instant expiresAt, @Nullable Instant cancelledAt, List<Attempt> attempts) {

    /** Whether it asks for this dispatch, or answers or ends it. */
    public boolean concerns(UUID dispatch) {
        return dispatches.contains(dispatch) || dispatch.equals(about.dispatch());
    }

    @Override
    public String toString() {
        return "SentMessage[id=" + id + ", purpose=" + purpose + ", state=" + state + "]";
    }
}
