package gateway.contact;

import java.util.UUID;

/** Names a hotline. */
public record HotlineId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
