package gateway.escalation;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.util.UUID;

/**
 * A phone of another organisation, which is rung when nobody of ours has an alert. It is told nothing, and never texted.
 *
 * @param name how the organisation's own people call it; nothing that is sent names it
 */
public record OutsideContact(UUID id, String name, PhoneNumber number, Language language) {

    /** Whom we would ring may tell who works with us: it is not printed. */
    @Override
    public String toString() {
        return "OutsideContact[" + id + "]";
    }
}
