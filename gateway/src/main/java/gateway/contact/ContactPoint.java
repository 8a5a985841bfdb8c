package gateway.contact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone someone reached us from; perhaps borrowed, perhaps seized.
 *
 * @param isNumber       whether its sender is a phone number; a withheld or odd sender can never be answered
 * @param presumedSeized while it stands, nothing at all goes to this phone
 * @param borrowed       whether somebody else reported from it by her tag: it is never answered, never rung, forgotten first
 * @param tagged         whether a tag that is not its owner's came from it, known or not: the gateway itself never answers it
 * @param enrolled       whose own phone it is, and what she chose; null for a stranger's
 */
public record ContactPoint(ContactPointId id, boolean isNumber, boolean presumedSeized, boolean borrowed, boolean tagged,
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
        return new ContactPoint(id, isNumber, true, borrowed, tagged, enrolled);
    }

    /** @param borrowed whether the tag is somebody's */
    public ContactPoint withTag(boolean borrowed) {
        return new ContactPoint(id, isNumber, presumedSeized, this.borrowed || borrowed, true, enrolled);
    }
}
