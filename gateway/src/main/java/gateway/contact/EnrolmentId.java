package gateway.contact;

import java.util.UUID;

/** Names an enrolment. */
public record EnrolmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
