package gateway.codebook;

import java.util.Arrays;

/**
 * How far one word is from another in slips of a hand: a letter more, less or other, or two neighbours swapped. How many
 * of them a word may bear depends on its length alone: short words are all too near to one another.
 */
public final class Slips {

    private Slips() {}

    /** How many slips away a word may be read for this one. */
    static int allowedFor(String word) {
        var letters = word.codePointCount(0, word.length());
        return letters <= 4 ? 0 : letters <= 7 ? 1 : 2;
    }

    /** Which letters stand in a word, a bit for each. */
    public static int lettersOf(String word) {
        var letters = 0;
        for (var at = 0; at < word.length(); at++) {
            letters |= 1 << (word.charAt(at) & 31);
        }
        return letters;
    }

    /** A quick look at the letters of two words, which spares most comparisons: a slip changes two at most. */
    public static boolean mayBeWithin(int letters, int others, int slips) {
        return Integer.bitCount(letters ^ others) <= 2 * slips;
    }

    /** The Damerau-Levenshtein distance where it is at most this, else one more than this. */
    public static int between(String one, String other, int atMost) {
        if (Math.abs(one.length() - other.length()) > atMost) {
            return atMost + 1;
        }
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (var i = 1; i <= one.length(); i++) {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > atMost) {
                return atMost + 1;
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[other.length()], atMost + 1);
    }
}
