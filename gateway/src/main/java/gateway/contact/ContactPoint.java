package gateway.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone someone reached us from; perhaps borrowed, perhaps seized.
 *
 * @param isNumber       whether its sender is a phone number; a withheld or odd sender can never be answered
 * @param presumedSeized while it stands, nothing at all goes to this phone
 * @param borrowed       whether somebody else reported from it by her tag: it is never answered, never rung, forgotten first
 * @param enrolled       whose own phone it is, and what she chose; null for a stranger's
 */
public record ContactPoint(ContactPointId id, boolean isNumber, boolean presumedSeized, boolean borrowed,
        @Nullable Enrolled enrolled) {

    /** A person known by her own wish. */
    public record Enrolled(EnrolmentId enrolment, Wishes wishes) {}

    /** The enrolment of the person whose own phone this is. */
    public Optional<EnrolmentId> enrolment() {
        return Optional.ofNullable(enrolled).map(Enrolled::enrolment);
    }

    public Optional<Wishes> wishes() {
        return Optional.ofNullable(enrolled).map(Enrolled::wishes);
    }

    public ContactPoint seized() {
        return new ContactPoint(id, isNumber, true, borrowed, enrolled);
    }

    public ContactPoint lent() {
        return new ContactPoint(id, isNumber, presumedSeized, true, enrolled);
    }
}
