package gateway.roster;

import java.util.UUID;

/** Names a roster. */
public record RosterId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
