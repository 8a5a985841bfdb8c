package gateway.voice;

import gateway.member.MemberId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recording of a sentence.
 *
 * @param version   counts the recordings of this sentence in this language
 * @param words     the sentence as it read when it was recorded
 * @param name      the unguessable name it is served under
 * @param changedBy who put it in use, or out of use, last
 */
public record Prompt(Spoken spoken, int version, String words, String name, MemberId madeBy, Instant madeAt,
        @Nullable MemberId changedBy, @Nullable Instant inUseSince) {

    public boolean isInUse() {
        return inUseSince != null;
    }

    public Optional<Instant> sinceWhen() {
        return Optional.ofNullable(inUseSince);
    }

    @Override
    public String toString() {
        return "Prompt[" + spoken + ", version=" + version + "]";
    }
}
