package gateway.messaging;

import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text we owe somebody.
 *
 * @param repeatable whether it is sent once more, marked as a repeat, when nobody knows what became of it
 * @param about      what it concerns, as ids of things above this package
 */
public record OutboundMessage(MessageId id, UUID carrierAccount, Purpose purpose, PhoneNumber from, PhoneNumber to,
        String words, boolean repeatable, About about, Instant notBefore, Instant expiresAt) {

    /** The alert, dispatch, member and contact point a message concerns, where there are such. */
    public record About(@Nullable UUID alert, @Nullable UUID dispatch, @Nullable UUID member, @Nullable UUID contactPoint) {}

    @Override
    public String toString() {
        return "OutboundMessage[id=" + id + ", purpose=" + purpose + ", to=" + to + "]";
    }
}
