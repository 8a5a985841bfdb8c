package gateway.voice;

import gateway.contact.ContactPoint;
import gateway.contact.ReplyMode;
import java.util.Optional;

/**
 * Whether a member may ring a reporter's phone by a click. Nobody is rung who only rang and hung up, whose phone may be in
 * other hands, or who asked for silence. Pure.
 */
public final class RingBackRule {

    private RingBackRule() {}

    /**
     * What is known of the alert beside the phone.
     *
     * @param resolved       whether it has ended
     * @param askedForSilence whether a report of it asked not to be answered nor rung
     * @param onlyRang       whether all that ever came of it were calls without a key
     */
    public record Alerted(boolean resolved, boolean askedForSilence, boolean onlyRang) {}

    /** Why not, as the word of the phrase {@code ring-back.<why>}; empty when it may be rung. */
    public static Optional<String> whyNot(ContactPoint phone, Alerted alert) {
        if (alert.resolved()) {
            return Optional.of("resolved");
        }
        if (!phone.isNumber()) {
            return Optional.of("not-a-number");
        }
        if (phone.presumedSeized()) {
            return Optional.of("presumed-seized");
        }
        if (alert.askedForSilence() || phone.replyMode() == ReplyMode.SILENT) {
            return Optional.of("asked-for-silence");
        }
        return alert.onlyRang() ? Optional.of("only-rang") : Optional.empty();
    }
}
