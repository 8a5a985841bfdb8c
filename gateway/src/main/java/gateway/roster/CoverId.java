package gateway.roster;

import java.util.UUID;

/** Names a cover, or one member's part in a surge plan, that was made on the page. */
public record CoverId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
