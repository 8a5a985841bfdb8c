package gateway.console.alerts;

import gateway.console.frame.Frame;
import java.util.List;

/** Who is muted, whoever texted last first. */
public record MutesPage(Frame frame, List<Muted> muted, Shelf shelf) {

    /**
     * One muted sender.
     *
     * @param from  a machine's name; of a number the last digits
     * @param texts how many of its texts woke nobody, as a sentence
     * @param last  the last of them that are kept
     */
    public record Muted(String id, String from, String by, String texts, List<Said> last) {
        @Override
        public String toString() {
            return "Muted[" + id + "]";
        }
    }

    /** One text. */
    public record Said(String time, String words) {
        @Override
        public String toString() {
            return "Said[" + time + "]";
        }
    }
}
