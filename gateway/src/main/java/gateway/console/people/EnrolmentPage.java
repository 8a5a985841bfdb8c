package gateway.console.people;

import gateway.console.frame.Frame;
import gateway.contact.ReplyMode;
import gateway.phone.Language;
import java.util.List;

/**
 * One enrolment's form, new or to be changed. What is sealed away, words and card, is never in it; numbers are masked.
 *
 * @param path     where it is sent to; empty for a new one
 * @param phones   her own, masked
 * @param problem  what is wrong with what was sent; empty when nothing is
 * @param badField the field that is wrong
 * @param enrolled when, and by whom; empty for a new one
 */
public record EnrolmentPage(Frame frame, String path, EnrolmentDraft draft, List<Own> phones, List<Consent> consents,
        boolean keepsSafeWord, boolean keepsCard, String problem, String badField, String enrolled) {

    /** One of her phones, masked, and the name of the box that gives it away. */
    public record Own(String field, String masked) {}

    public record Consent(String field, String name, boolean given) {}

    public boolean isNew() {
        return path.isEmpty();
    }

    public List<ReplyMode> modes() {
        return List.of(ReplyMode.values());
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** For {@code aria-describedby}: where the problem is told. */
    public String describes(String field) {
        return field.equals(badField) ? "problem" : field + "-help";
    }

    @Override
    public String toString() {
        return "EnrolmentPage";
    }
}
