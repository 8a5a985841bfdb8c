package gateway.voice;

import gateway.member.MemberId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sentences in one language that somebody records in one call.
 *
 * @param spoken  the sentence that is said now
 * @param askedBy the coordinator who asked for the code, in whose name recordings are kept
 * @param draft   what was said last, until it is kept; null while there is none
 * @param failed  whether what was said last could not be fetched
 */
record Sitting(UUID id, Spoken spoken, MemberId askedBy, @Nullable Draft draft, boolean failed) {

    /** A sound that was said and not kept yet, and the unguessable name it is served under. */
    record Draft(String name, Sound sound) {
        @Override
        public String toString() {
            return "Draft[" + name + "]";
        }
    }

    @Override
    public String toString() {
        return "Sitting[" + id + "]";
    }
}
