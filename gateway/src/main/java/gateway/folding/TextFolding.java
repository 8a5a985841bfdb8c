package gateway.folding;

import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings any words to one plain form: small letters, plain digits, single spaces, nothing invisible. Whatever a phone's
 * keyboard makes of a digit (Khmer, lek attak, fullwidth, circled, keycap) becomes the digit.
 */
public final class TextFolding {

    // Putting a run of combining marks in order takes the square of its length; in pieces, it stays small.
    private static final int PIECE = 1_000;

    private final String words;
    private final FoldedText.Builder folded;

    TextFolding(String words) {
        this.words = words;
        folded = new FoldedText.Builder(words);
    }

    public static String fold(String words) {
        return isFolded(words) ? words : FoldedText.of(words).text();
    }

    /** Most words of a lexicon are: small Latin letters with single spaces between. */
    private static boolean isFolded(String words) {
        var before = ' ';
        for (var at = 0; at < words.length(); at++) {
            var letter = words.charAt(at);
            if (!(letter >= 'a' && letter <= 'z' || letter == ' ' && before != ' ')) {
                return false;
            }
            before = letter;
        }
        return before != ' ';
    }

    /** Sign by sign, each with the marks that stand on it, so that it stays known where a letter was written. */
    public FoldedText folded() {
        for (var from = 0; from < words.length();) {
            var sign = words.codePointAt(from);
            var to = from + Character.charCount(sign);
            if (isSpace(sign)) {
                folded.addSpace(from);
            } else if (KhmerSyllables.isBase(sign)) {
                to = endOfSyllable(to, from + PIECE);
                appendSyllable(from, to);
            } else if (!isInvisible(sign)) {
                to = endOfMarks(to, from + PIECE);
                append(sign, from, to);
            }
            from = to;
        }
        return folded.build();
    }

    /** Past what stands on, below and around a Khmer letter, and past what is invisible among it. */
    private int endOfSyllable(int from, int atMost) {
        var end = from;
        var below = false;
        for (var at = from; at < words.length() && at < atMost;) {
            var sign = words.codePointAt(at);
            at += Character.charCount(sign);
            if (KhmerSyllables.isSign(sign) || KhmerSyllables.isCoeng(sign) || below && KhmerSyllables.isBase(sign)) {
                end = at;
            } else if (!isInvisible(sign)) {
                return end;
            }
            below = KhmerSyllables.isCoeng(sign) || below && isInvisible(sign);
        }
        return end;
    }

    private void appendSyllable(int from, int to) {
        if (isSeam(folded.last(), words.codePointAt(from))) {
            folded.addSpace(from);
        }
        var letters = to == from + 1 ? words.substring(from, to)
                : words.substring(from, to).codePoints().filter(letter -> !isInvisible(letter))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        KhmerSyllables.fold(letters).codePoints().forEach(letter -> folded.add(letter, from, to));
    }

    /** Past the marks that belong to a sign, and past what is invisible among them. */
    private int endOfMarks(int from, int atMost) {
        var end = from;
        for (var at = from; at < words.length() && at < atMost;) {
            var mark = words.codePointAt(at);
            at += Character.charCount(mark);
            if (isMark(mark) && !KhmerSyllables.isSign(mark) && !KhmerSyllables.isCoeng(mark)) {
                end = at;
            } else if (!isInvisible(mark)) {
                return end;
            }
        }
        return end;
    }

    private void append(int sign, int from, int to) {
        if (isDigitOfItsOwn(sign, to)) {
            folded.addSpace(from);
            appendMarked(sign, from, to);
            folded.addSpace(to);
        } else {
            appendMarked(sign, from, to);
        }
    }

    /** A digit in a circle or on a key stands by itself: two of them are two codes, and no twelve. */
    private boolean isDigitOfItsOwn(int sign, int to) {
        if (Character.getType(sign) == Character.OTHER_NUMBER) {
            return isPlainDigit(digitOr(sign)) && sign >= 0x2460;
        }
        var after = to < words.length() && words.charAt(to) == 0xFE0F ? to + 1 : to;
        return isPlainDigit(sign) && after < words.length() && words.charAt(after) == 0x20E3;
    }

    private void appendMarked(int sign, int from, int to) {
        if (sign < 0x80 && to == from + 1) {
            appendFolded(Character.toLowerCase(sign), from, to);
            return;
        }
        var visible = new StringBuilder(to - from);
        words.substring(from, to).codePoints().filter(letter -> !isInvisible(letter)).map(TextFolding::digitOr)
                .forEach(visible::appendCodePoint);
        // The root locale: in Turkish, a capital I has another small form.
        Normalizer.normalize(visible, Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .forEach(letter -> appendFolded(letter, from, to));
    }

    private void appendFolded(int letter, int from, int to) {
        if (isSpace(letter) || isPunctuation(letter)) {
            folded.addSpace(from);
        } else if (standsAlone(letter)) {
            folded.addSpace(from);
            folded.add(Character.getType(letter) == Character.SURROGATE ? '\uFFFD' : letter, from, to);
            folded.addSpace(to);
        } else if (!isInvisible(letter)) {
            var plain = digitOr(letter);
            if (isSeam(folded.last(), plain)) {
                folded.addSpace(from);
            }
            folded.add(plain, from, to);
        }
    }

    /** A digit of any script as the plain one; else the letter itself. ½ and 10 in one sign are no digits. */
    @SuppressWarnings("CharacterGetNumericValue") // Letters, which it would count as well, do not come there.
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

    public static boolean isPlainDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Whether words in this one's script stand without spaces between them. */
    public static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(TextFolding::isWrittenWithoutSpaces);
    }

    public static boolean isWrittenWithoutSpaces(int letter) {
        // Thai is the first of them.
        return letter >= 0xE00 && isOfScriptWithoutSpaces(letter);
    }

    private static boolean isOfScriptWithoutSpaces(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case KHMER, THAI, LAO, MYANMAR, HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    /** A space, or what cannot be seen. */
    public static boolean isUnseen(int letter) {
        return isSpace(letter) || isInvisible(letter);
    }

    public static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> !isInvisible(letter);
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
