package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.messaging.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member is to be told and not asked: that she need not come, or what coordinators must know.
 *
 * @param phrase the key of its words
 * @param values what stands in them
 */
record Notice(UUID id, Purpose purpose, String phrase, Map<String, String> values, @Nullable AlertId alert,
        @Nullable DispatchId dispatch, Instant madeAt) {

    /** Values may name somebody: they are not printed. */
    @Override
    public String toString() {
        return "Notice[" + id + ", " + phrase + "]";
    }
}
