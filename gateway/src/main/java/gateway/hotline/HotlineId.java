package gateway.hotline;

import java.util.UUID;

/** Names a hotline. */
public record HotlineId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
