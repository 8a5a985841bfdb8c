package gateway.escalation;

import java.util.UUID;

/** Names one version of an escalation policy. */
public record PolicyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
