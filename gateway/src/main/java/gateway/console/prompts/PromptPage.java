package gateway.console.prompts;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * What calls are told, each sentence in each language, and what is recorded of it.
 */
public record PromptPage(Frame frame, String missing, List<Line> lines) {

    /**
     * One sentence in one language.
     *
     * @param state    what a call hears now, in the reader's language
     * @param heard    whether that is a recording
     * @param playing  the name of the recording that is in use; empty where there is none
     * @param versions what was recorded, the newest first
     */
    public record Line(String sentence, String language, String languageName, String words, String state, boolean heard,
            String playing, List<Version> versions) {

        @Override
        public String toString() {
            return "Line[" + sentence + ", " + language + "]";
        }
    }

    /** @param outdated whether the sentence read otherwise when it was recorded */
    public record Version(int number, String name, String made, boolean inUse, boolean outdated) {}
}
