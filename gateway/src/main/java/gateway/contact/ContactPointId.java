package gateway.contact;

import java.util.UUID;

/** Names a contact point. */
public record ContactPointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
