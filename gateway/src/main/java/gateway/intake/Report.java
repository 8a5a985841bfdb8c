package gateway.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * What one reporter told us, once. Never prints her words.
 *
 * @param code   the id of the code it was read as
 * @param words  exactly as they reached us; of a call the keys, empty for its first ring
 * @param byCall whether she rang
 */
public record Report(UUID id, String code, String words, boolean byCall, Instant at) {

    @Override
    public String toString() {
        return "Report[id=" + id + ", code=" + code + "]";
    }
}
