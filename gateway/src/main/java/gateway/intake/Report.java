package gateway.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one reporter told us, once. Never prints her words.
 *
 * @param code        the id of the code it was read as
 * @param words       exactly as they reached us; of a call the keys, empty for its first ring; null where they cannot be read
 * @param whileSeized whether the phone was presumed seized when it came, so that somebody else may have written it
 * @param byCall      whether she rang
 * @param pictured    whether pictures came with it, of which we fetch none
 */
public record Report(UUID id, String code, @Nullable String words, Instant at, boolean whileSeized, boolean byCall, boolean pictured) {

    @Override
    public String toString() {
        return "Report[id=" + id + ", code=" + code + "]";
    }
}
