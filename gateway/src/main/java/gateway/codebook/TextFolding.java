package gateway.codebook;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Brings any words to one plain form: small letters, plain digits, single spaces, nothing invisible. Whatever a phone's
 * keyboard makes of a digit (Khmer, lek attak, fullwidth, circled, keycap) becomes the digit.
 */
public final class TextFolding {

    // Putting a run of combining marks in order takes the square of its length; in pieces, it stays small.
    private static final int PIECE = 1_000;

    private TextFolding() {}

    public static String fold(String words) {
        var folded = new StringBuilder(words.length());
        plain(visible(words)).codePoints().forEach(letter -> append(folded, letter));
        return folded.toString().strip();
    }

    /** Without what cannot be seen: direction marks, joiners, variation selectors, skin tones, control characters. */
    private static String visible(String words) {
        var visible = new StringBuilder(words.length());
        words.codePoints().forEach(letter -> {
            if (isSpace(letter)) {
                visible.append(' ');
            } else if (!isInvisible(letter)) {
                visible.appendCodePoint(digitOr(letter));
            }
        });
        return visible.toString();
    }

    /** One form for letters that look alike, and small ones. The root locale: in Turkish, a capital I has another small form. */
    private static String plain(String words) {
        var plain = new StringBuilder(words.length());
        for (var from = 0; from < words.length();) {
            var to = Math.min(words.length(), from + PIECE);
            if (to < words.length() && Character.isSurrogatePair(words.charAt(to - 1), words.charAt(to))) {
                to--;
            }
            plain.append(Normalizer.normalize(words.substring(from, to), Form.NFKC).toLowerCase(Locale.ROOT));
            from = to;
        }
        return plain.toString();
    }

    private static void append(StringBuilder folded, int letter) {
        if (isSpace(letter) || isPunctuation(letter)) {
            space(folded);
        } else if (standsAlone(letter)) {
            space(folded);
            folded.appendCodePoint(Character.getType(letter) == Character.SURROGATE ? '\uFFFD' : letter).append(' ');
        } else if (!isInvisible(letter)) {
            var plain = digitOr(letter);
            if (!folded.isEmpty() && isSeam(folded.codePointBefore(folded.length()), plain)) {
                space(folded);
            }
            folded.appendCodePoint(plain);
        }
    }

    private static void space(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    /** A digit of any script as the plain one; else the letter itself. ½ and 10 in one sign are no digits. */
    private static int digitOr(int letter) {
        var value = switch (Character.getType(letter)) {
            case Character.DECIMAL_DIGIT_NUMBER -> Character.digit(letter, 10);
            // Khmer lek attak and circled digits are numbers to Java, not digits.
            case Character.OTHER_NUMBER -> Character.getNumericValue(letter);
            default -> -1;
        };
        return value >= 0 && value <= 9 ? '0' + value : letter;
    }

    /** Scripts written without spaces: there a digit ends where a letter begins, and "២ដូនពេញ" is a 2 and a place. */
    private static boolean isSeam(int before, int after) {
        return isPlainDigit(before) && isWrittenWithoutSpaces(after) || isWrittenWithoutSpaces(before) && isPlainDigit(after);
    }

    private static boolean isPlainDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isWrittenWithoutSpaces(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case KHMER, THAI, LAO, MYANMAR, HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.FORMAT, Character.CONTROL -> true;
            default -> letter >= 0xFE00 && letter <= 0xFE0F || letter == 0x20E3 || letter == 0x17B4 || letter == 0x17B5
                    || letter >= 0x1F3FB && letter <= 0x1F3FF;
        };
    }

    private static boolean isPunctuation(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> true;
            // The fraction slash holds ½ together, so that it is read as no digit.
            case Character.MATH_SYMBOL -> letter != 0x2044;
            // Khmer writes "again" with a sign of its own.
            case Character.MODIFIER_LETTER -> letter == 0x17D7;
            default -> false;
        };
    }

    /** A picture is a word of its own, and so is half of one that a carrier cut. */
    private static boolean standsAlone(int letter) {
        return switch (Character.getType(letter)) {
            case Character.OTHER_SYMBOL, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
