package gateway.alert;

import java.util.UUID;

/** Names one ladder of an alert. */
public record LadderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
