package gateway.dispatch;

import java.util.Optional;
import java.util.UUID;

/** Names a dispatch. */
public record DispatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }

    /** From a path; empty where it is none. */
    public static Optional<DispatchId> read(String written) {
        try {
            return Optional.of(new DispatchId(UUID.fromString(written)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
