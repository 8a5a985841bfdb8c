package gateway.console.alerts;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * How the pack reads a text, why, and what one more word would change. Nothing of what was typed is kept.
 *
 * @param tried   whether a text or a word was typed
 * @param reads   what the text is read as, a line each
 * @param causes  each word or number that had a part in it
 * @param fault   why the pack would be refused with the new word; empty where it would not
 * @param added   what the new word would change, a line each; empty where none was typed
 * @param changes the samples that would be read in another way
 */
public record ReadingPage(Frame frame, String text, String word, String code, List<AlertDetails.Choice> codes, boolean tried,
        List<String> reads, List<Cause> causes, String fault, List<String> added, List<Change> changes) {

    /** One word and the rule it was read by. */
    public record Cause(String words, String rule) {
        @Override
        public String toString() {
            return "Cause[" + rule + "]";
        }
    }

    /** A sample and the marks of what it is read as. */
    public record Change(String text, String reads, String wanted) {}

    @Override
    public String toString() {
        return "ReadingPage[" + causes.size() + " causes, " + changes.size() + " changes]";
    }
}
