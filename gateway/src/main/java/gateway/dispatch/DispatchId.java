package gateway.dispatch;

import java.util.UUID;

/** Names a dispatch. */
public record DispatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
