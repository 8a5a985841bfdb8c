package gateway.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the codebook makes of a text. */
public sealed interface Reading {

    /** The code the alert gets: the gravest, or the one for what is not understood. */
    Code code();

    /** One code. {@code note}: what stood beside it, as written. */
    record Coded(Code code, String note) implements Reading {
        @Override
        public String toString() {
            return "Coded[" + code.id() + "]";
        }
    }

    /** Several different codes, the gravest first; that one is meant for certain, the others are kept. */
    record TwoCodes(Code code, List<Code> codes, String note) implements Reading {
        @Override
        public String toString() {
            return "TwoCodes[" + codes.stream().map(Code::id).toList() + "]";
        }
    }

    /**
     * Not understood: a human reads it.
     *
     * @param guess       what it may mean, shown to that human only; null where nothing comes near
     * @param guessedFrom the words the guess came from
     */
    record Unclear(Code code, @Nullable Code guess, String guessedFrom) implements Reading {
        @Override
        public String toString() {
            return "Unclear";
        }
    }
}
