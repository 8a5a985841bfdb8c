package gateway.alert;

import java.util.UUID;

/** Names an alert inside the house; people say its number. */
public record AlertId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
