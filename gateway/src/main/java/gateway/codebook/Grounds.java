package gateway.codebook;

import java.util.List;
import java.util.Set;

/**
 * Why a text was read as it was. Prints no words.
 *
 * @param causes each word or number that had a part in it, in the order of the text
 * @param hinted the codes that words named and that do not count, since something beside them was not understood
 * @param mild   whether every word is known, none of them is grave, and none asks for silence: only then may a plain or a
 *               cover reply go to the phone
 */
public record Grounds(List<Cause> causes, Set<Code> hinted, boolean mild) {

    public static final Grounds NONE = new Grounds(List.of(), Set.of(), false);

    /** Whether any of its words is unknown. */
    public boolean hasUnknown() {
        return causes.stream().anyMatch(cause -> cause.rule() == Rule.UNKNOWN);
    }

    /** Which rule a word or a number was read by. */
    public enum Rule {
        WORD, SLIP, DIGIT, PLACE, SILENCE, STOP_WORD, COUNT, NUMBER_OF_SOMETHING_ELSE, NOT_FIRST,
        MILD_BESIDE_UNKNOWN, CHATTER, ALONE_MEANS_NOTHING, HALF_OF_A_LONGER_WORD, FILLER, PLAIN, UNKNOWN
    }

    /**
     * @param words as they were written
     * @param code  the mark of the code it names, or would have named; empty where it names none
     */
    public record Cause(String words, Rule rule, String code) {

        @Override
        public String toString() {
            return "Cause[" + rule + " " + code + "]";
        }
    }

    @Override
    public String toString() {
        return "Grounds[" + hinted.size() + " hinted, " + (mild ? "mild" : "not mild") + "]";
    }
}
