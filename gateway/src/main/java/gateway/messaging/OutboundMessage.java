package gateway.messaging;

import gateway.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we owe somebody over the phone network: a text, or a call. */
public sealed interface OutboundMessage {

    MessageId id();

    UUID carrierAccount();

    Purpose purpose();

    PhoneNumber from();

    PhoneNumber to();

    /** What the text says, or what is spoken in the call. */
    String words();

    /** Whether it is sent once more when nobody knows what became of it. */
    boolean repeatable();

    /** What it concerns, as ids of things above this package. */
    About about();

    Instant notBefore();

    Instant expiresAt();

    /** The alert, dispatch, member and contact point a message concerns, where there are such. */
    record About(@Nullable UUID alert, @Nullable UUID dispatch, @Nullable UUID member, @Nullable UUID contactPoint) {}

    /** A second copy of a text is marked as a repeat. */
    record Text(MessageId id, UUID carrierAccount, Purpose purpose, PhoneNumber from, PhoneNumber to, String words,
            boolean repeatable, About about, Instant notBefore, Instant expiresAt) implements OutboundMessage {
        @Override
        public String toString() {
            return "Text[id=" + id + ", purpose=" + purpose + ", to=" + to + "]";
        }
    }

    /**
     * A phone that is rung twice harms no responder, so a call to a member is repeatable; one to a reporter never is.
     *
     * @param ringing how long the phone rings before we give up
     */
    record Call(MessageId id, UUID carrierAccount, Purpose purpose, PhoneNumber from, PhoneNumber to, String words,
            boolean repeatable, About about, Instant notBefore, Instant expiresAt, Duration ringing)
            implements OutboundMessage {
        @Override
        public String toString() {
            return "Call[id=" + id + ", purpose=" + purpose + ", to=" + to + "]";
        }
    }
}
