package gateway.contact;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose, by her own wish, with a coordinator beside her. Her card is not in it. Prints neither alias nor tag.
 *
 * @param consents      ids of the pack's consents she gave
 * @param tag           the folded word that names her from a borrowed phone
 * @param keepsSafeWord whether she left a safe word; whether a duress word too, nobody can tell
 */
public record Enrolment(EnrolmentId id, String alias, Wishes wishes, Set<String> consents, @Nullable String tag,
        boolean keepsSafeWord, boolean keepsCard, UUID enrolledBy, Instant enrolledAt, Instant changedAt) {

    @Override
    public String toString() {
        return "Enrolment[id=" + id + "]";
    }
}
