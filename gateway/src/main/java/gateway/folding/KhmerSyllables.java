package gateway.folding;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings a Khmer syllable to one spelling. Phones show several spellings alike, so people cannot see which they typed: the
 * order of the signs, a vowel in two halves, the consonants ដ and ត below the line, a shifter typed as the vowel that it
 * looks like, a sign twice, an old sign. A syllable in the right order keeps its order. After Unicode's chapter on Khmer.
 */
public final class KhmerSyllables {

    private static final int COENG = 0x17D2;
    private static final int DA = 0x178A;
    private static final int TA = 0x178F;
    private static final int RO = 0x179A;
    private static final int VOWEL_A = 0x17B6;
    private static final int VOWEL_II = 0x17B8;
    private static final int VOWEL_U = 0x17BB;
    private static final int VOWEL_E = 0x17C1;
    private static final int MUUSIKATOAN = 0x17C9;
    private static final int TRIISAP = 0x17CA;
    /** Below the consonants of the first series a shifter is the triisap, below the others the muusikatoan. */
    private static final String TAKE_TRIISAP = "សហអ";

    private KhmerSyllables() {}

    /** Whether a syllable may begin with this letter. */
    public static boolean isBase(int letter) {
        return letter >= 0x1780 && letter <= 0x17B3;
    }

    public static boolean isSign(int letter) {
        return letter >= 0x17B6 && letter <= 0x17D1 || letter == 0x17D3 || letter == 0x17DD;
    }

    public static boolean isCoeng(int letter) {
        return letter == COENG;
    }

    /** @param letters a base and what stands on, below and around it, without what is invisible */
    public static String fold(String letters) {
        if (isPlain(letters)) {
            return letters;
        }
        var signs = withTodaysLetters(letters).codePoints().toArray();
        var below = new ArrayList<String>();
        var shifters = new ArrayList<Integer>();
        var vowels = new ArrayList<Integer>();
        var others = new ArrayList<Integer>();
        for (var at = 1; at < signs.length; at++) {
            var sign = signs[at] == 0x17D3 ? 0x17C6 : signs[at];
            if (sign == COENG) {
                below.add(at + 1 < signs.length ? below(signs[++at]) : Character.toString(COENG));
            } else if (sign == MUUSIKATOAN || sign == TRIISAP) {
                addOnce(shifters, sign);
            } else if (sign >= VOWEL_A && sign <= 0x17C5) {
                addOnce(vowels, sign);
            } else {
                addOnce(others, sign);
            }
        }
        joinHalves(vowels);
        liftShifter(signs[0], shifters, vowels);
        // What is below the line: ro after the others, a coeng without a letter at the end.
        below.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        var folded = new StringBuilder(base(signs[0]));
        below.forEach(folded::append);
        for (var part : List.of(shifters, vowels, others.stream().sorted().toList())) {
            part.forEach(folded::appendCodePoint);
        }
        return folded.toString();
    }

    /** A letter of today alone, or with one sign on it: most are. */
    private static boolean isPlain(String letters) {
        return letters.length() <= 2 && letters.charAt(0) < 0x17A3
                && (letters.length() == 1 || isSign(letters.charAt(1)) && letters.charAt(1) != 0x17D3);
    }

    /** For old letters that Unicode tells nobody to use, what takes signs as they do. */
    private static String withTodaysLetters(String letters) {
        return switch (letters.codePointAt(0)) {
            case 0x17A3 -> "អ" + letters.substring(1);
            case 0x17A4 -> "អា" + letters.substring(1);
            default -> letters;
        };
    }

    /** The other old letters. */
    private static String base(int letter) {
        return switch (letter) {
            case 0x17A8 -> "ឧក";
            case 0x17B2 -> "ឱ";
            default -> Character.toString(letter);
        };
    }

    private static String below(int letter) {
        return Character.toString(COENG) + Character.toString(letter == DA ? TA : letter);
    }

    private static int rank(String below) {
        return below.length() == 1 ? 2 : below.codePointAt(1) == RO ? 1 : 0;
    }

    private static void addOnce(List<Integer> signs, int sign) {
        if (!signs.contains(sign)) {
            signs.add(sign);
        }
    }

    /** "េ" and "ា" are "ោ", "េ" and "ី" are "ើ". */
    private static void joinHalves(List<Integer> vowels) {
        join(vowels, VOWEL_A, 0x17C4);
        join(vowels, VOWEL_II, 0x17BE);
        vowels.sort(null);
    }

    private static void join(List<Integer> vowels, int other, int whole) {
        if (vowels.contains(VOWEL_E) && vowels.contains(other)) {
            vowels.remove(Integer.valueOf(VOWEL_E));
            vowels.remove(Integer.valueOf(other));
            addOnce(vowels, whole);
        }
    }

    /** Under a vowel above the line a shifter looks like the vowel below it, and is typed so. */
    private static void liftShifter(int base, List<Integer> shifters, List<Integer> vowels) {
        var above = vowels.stream().anyMatch(vowel -> vowel >= 0x17B7 && vowel <= 0x17BA || vowel == 0x17BE);
        if (above && vowels.remove(Integer.valueOf(VOWEL_U)) && shifters.isEmpty()) {
            shifters.add(TAKE_TRIISAP.indexOf(base) >= 0 ? TRIISAP : MUUSIKATOAN);
        }
    }
}
