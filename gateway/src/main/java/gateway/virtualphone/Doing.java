package gateway.virtualphone;

import gateway.voice.Verb;
import java.time.Instant;

/** What an answered call does at this moment. */
sealed interface Doing {

    /** A prompt outside a gathering of keys is told; what is pressed meanwhile is not heard. */
    record Telling(Instant until) implements Doing {}

    /** @param until when silence counts as an answer, if nothing more is pressed */
    record Gathering(Verb.Gather gather, String pressed, Instant until) implements Doing {
        @Override
        public String toString() {
            return "Gathering[until=" + until + "]";
        }
    }

    /** Another phone is rung, or the two are joined. */
    record Dialling(Verb.Dial dial) implements Doing {}

    /** The next script is wanted. */
    record Asking(String path, String keys) implements Doing {

        @Override
        public String toString() {
            return "Asking[]";
        }
    }

    /** The script has ended the call. */
    record Over(Why why) implements Doing {}

    /** Why there is no more to play. */
    enum Why {
        REJECTED, HUNG_UP, NOTHING_LEFT,
        /** A verb stood where it may not, or scripts sent one another round and round. */
        FAULT
    }
}
