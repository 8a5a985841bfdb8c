package gateway.reading;

import gateway.codebook.Codebook;
import gateway.folding.TextFolding;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a word can be agreed with a person, as her tag, her safe word or her word for duress: it must reach us as it was
 * agreed, however she types it, and mean nothing else. Pure.
 */
public final class AgreedWords {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;
    /** Two words that are to be told apart at once by somebody afraid. */
    private static final int APART = 3;

    private final Codebook codebook;
    private final Understanding understanding;

    public AgreedWords(Codebook codebook, Understanding understanding) {
        this.codebook = codebook;
        this.understanding = understanding;
    }

    /** What is wrong with a word; the phrases are {@code enrolment.word-<word>}. */
    public enum Problem {
        NOT_ONE_WORD, SHORT, LONG, MEANS_SOMETHING, NEAR_A_CARRIERS_WORD, NEAR_ONE_ANOTHER, DURESS_ALONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As it is kept and compared. */
    public static String folded(String word) {
        return TextFolding.fold(word);
    }

    /** @param tag folded */
    public Optional<Problem> ofTag(String tag) {
        return ofAny(tag).or(() -> tag.equals(understanding.of("1 #" + tag).tag()) ? Optional.empty()
                : Optional.of(Problem.MEANS_SOMETHING));
    }

    /**
     * Both folded.
     *
     * @param duress empty where she wants none
     */
    public Optional<Problem> ofSafeWords(String safe, String duress) {
        if (safe.isEmpty()) {
            return duress.isEmpty() ? Optional.empty() : Optional.of(Problem.DURESS_ALONE);
        }
        return ofSafeWord(safe)
                .or(() -> duress.isEmpty() ? Optional.empty() : ofSafeWord(duress))
                .or(() -> slipsBetween(safe, duress) < APART ? Optional.of(Problem.NEAR_ONE_ANOTHER) : Optional.empty());
    }

    private Optional<Problem> ofSafeWord(String word) {
        return ofAny(word).or(() -> word.equals(understanding.of("8 " + word).safeWord()) ? Optional.empty()
                : Optional.of(Problem.MEANS_SOMETHING));
    }

    private Optional<Problem> ofAny(String word) {
        if (word.isEmpty() || word.contains(" ") || !word.codePoints().allMatch(AgreedWords::isOfAWord)) {
            return Optional.of(Problem.NOT_ONE_WORD);
        }
        var letters = word.codePointCount(0, word.length());
        if (letters < SHORTEST || letters > LONGEST) {
            return Optional.of(letters < SHORTEST ? Problem.SHORT : Problem.LONG);
        }
        if (codebook.carrierWords().stream().anyMatch(carriers -> slipsBetween(word, carriers) <= 1)) {
            return Optional.of(Problem.NEAR_A_CARRIERS_WORD);
        }
        return codebook.isFree(word) ? Optional.empty() : Optional.of(Problem.MEANS_SOMETHING);
    }

    private static boolean isOfAWord(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }

    /** Letters more, less, other or swapped with a neighbour (optimal string alignment). */
    static int slipsBetween(String one, String other) {
        var slips = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : Math.min(Math.min(slips[i - 1][j], slips[i][j - 1]) + 1,
                        slips[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[one.length()][other.length()];
    }
}
