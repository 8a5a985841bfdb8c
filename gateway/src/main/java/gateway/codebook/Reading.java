package gateway.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the codebook makes of a text. Whatever it is, a human hears of it. Prints no words. */
public sealed interface Reading {

    /** The code the alert gets: the gravest, or the codebook's own for what is unclear. */
    Code code();

    /** Every code it names, the gravest first. */
    default List<Code> codes() {
        return List.of(code());
    }

    /**
     * One code.
     *
     * @param note what stands behind the digits that begin the text, as written; all of it where a word names the code
     */
    record Coded(Code code, String note) implements Reading {

        @Override
        public String toString() {
            return "Coded[" + code.id() + "]";
        }
    }

    /** Two or more different codes, the gravest first: it is meant for certain. */
    record TwoCodes(Code code, List<Code> codes, String note) implements Reading {

        @Override
        public String toString() {
            return "TwoCodes" + codes.stream().map(Code::id).toList();
        }
    }

    /**
     * No code: a human reads it.
     *
     * @param guess       what may have been meant; for that human, and nothing is done by it
     * @param guessedFrom the words it came from, empty where there is no guess
     */
    record Unclear(Code code, @Nullable Code guess, String guessedFrom) implements Reading {

        @Override
        public String toString() {
            return "Unclear[" + (guess == null ? "" : "perhaps " + guess.id()) + "]";
        }
    }
}
