package gateway.voice;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a call does. These are all there are: what Twilio and Somleng both speak. None records what is said.
 * Paths are under the calls' address and mean something to {@link CallDesk} alone; the door adds its own address before them.
 */
public sealed interface Verb {

    /** What a phone is told, aloud. */
    sealed interface Told extends Verb {}

    /** Not answered at all, as if the line were busy: it costs whoever rings nothing. Only as the first verb of a call. */
    record Reject() implements Verb {}

    /** A recorded prompt, by the unguessable name it is served under. */
    record Play(String prompt) implements Told {}

    /** Read aloud by the carrier's voice: only where no recording is, and never in Khmer, which it cannot speak. */
    record Say(Language language, String words) implements Told {
        @Override
        public String toString() {
            return "Say[" + language + "]";
        }
    }

    /**
     * Waits for keys while the prompts are heard, and goes on at the path with what was pressed, be it nothing.
     *
     * @param keys    how many keys end it, 1 to 20
     * @param patience how long it waits after the prompts and between keys, 1 to 60 seconds
     */
    record Gather(int keys, Duration patience, String path, List<Told> prompts) implements Verb {}

    /**
     * Joins the call with another phone; when that is over, or nobody came, the call goes on at {@code path}. Neither
     * phone is shown the other's number. Somleng ignores a whisper (it reads a number's words alone), so whoever must
     * press a key first is dialled with one only where the carrier is known to play it.
     *
     * @param shownAs     the hotline's number
     * @param whisperPath what whoever answers hears, and must press a key in, before the two are joined; null for nothing
     */
    record Dial(PhoneNumber to, PhoneNumber shownAs, Duration patience, @Nullable String whisperPath, String path)
            implements Verb {}

    /** Goes on with the script at the path. */
    record Redirect(String path) implements Verb {}

    record Hangup() implements Verb {}
}
