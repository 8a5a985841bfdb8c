package gateway.telling;

import gateway.alert.AlertId;
import gateway.dispatch.DispatchId;
import gateway.messaging.Purpose;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member is to be told and not asked: that she need not come, or what coordinators must know.
 *
 * @param urgency how long it may wait
 * @param phrase  the key of its words
 * @param values  what stands in them
 */
public record Notice(UUID id, Purpose purpose, Urgency urgency, String phrase, Map<String, String> values, @Nullable AlertId alert,
        @Nullable DispatchId dispatch, Instant madeAt) {

    /** How long it may wait. */
    public enum Urgency {
        /** It is never held: a stand-down, or that an alert has nobody. */
        AT_ONCE,
        /** So many an hour are told to a phone; what is held is told as a count when there is room, and stands on the page. */
        HELD,
        /** What a phone number alone can cause: told once in ten minutes, all in one text, which does not count. */
        NUMBER_ALONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Urgency of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Values may name somebody: they are not printed. */
    @Override
    public String toString() {
        return "Notice[" + id + ", " + phrase + "]";
    }
}
