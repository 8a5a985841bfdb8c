package gateway.codebook;

import gateway.folding.TextFolding;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Numbers that are written in a way in which nobody writes a code: "9.30", "4,000", "2-3", "1/2", "$5", "43+10". It looks at
 * the signs between digits, of whatever script; words are none of its business. Pure.
 */
final class NumberShapes {

    enum Kind {
        CLOCK, THOUSANDS, DECIMAL, PRICE, PART, RANGE, SUM,
        /** "#4": an item of a list, or a house; a code only where nothing else is said. */
        LIST_MARK
    }

    /** In the text as it was written. */
    record Shape(Kind kind, int from, int to) {}

    private static final String MONEY = "\\p{Sc}";
    private static final String FIRST = "(?<![a-zA-Z\\d])";
    private static final List<Rule> RULES = List.of(
            rule(Kind.THOUSANDS, FIRST + "\\d{1,3}(?:[,.'\u066c]\\d{3}){1,6}(?!\\d)"),
            rule(Kind.CLOCK, FIRST + "(?:[01]?\\d|2[0-4])[:\u17d6\uff1a\u2236.][0-5][\\dOo](?!\\d)"),
            rule(Kind.PART, FIRST + "\\d{1,2}/\\d{1,4}(?:/\\d{1,4})?(?!\\d)"),
            rule(Kind.PRICE, "(?:" + MONEY + ")\\s?\\d[\\d.,]*|" + FIRST + "\\d[\\d.,]*\\s?(?:" + MONEY + "|%)"),
            rule(Kind.DECIMAL, FIRST + "\\d+(?:\\.\\d+|,\\d{2,})(?!\\d)"),
            rule(Kind.SUM, FIRST + "\\d{1,4}\\s?\\+\\s?\\d{1,4}(?!\\d)"),
            rule(Kind.RANGE, FIRST + "\\d{1,4}(?:-\\d{1,9}){1,9}(?!\\d)|" + FIRST + "\\d{1,4}[\u2013\u2014~\uff5e]\\d{1,4}(?!\\d)"),
            rule(Kind.LIST_MARK, "(?<![^\\s(])[#\uff03]\\s?\\d{1,3}(?![\\d#])"));
    /** Two items at least: "1) milk 2) rice". One alone may be a code: "1) wat phnom". */
    private static final Pattern LIST = Pattern.compile("(?s)^\\s*1[.)]\\s*\\D*?[\\s,;]2[.)]\\s*\\D*.*");
    private static final Pattern ITEM = Pattern.compile("(?<![\\p{L}\\d])\\d[.)](?=\\s)");
    /** "1.2" and nothing else: two codes with a point between them. */
    private static final Pattern ONLY_DIGITS = Pattern.compile("\\s*\\d(?:[.,]\\d){0,12}[.!\\s]*");

    private NumberShapes() {}

    /** By where they begin; of two at one place, the one that comes first in {@link Kind}'s rules. */
    static NavigableMap<Integer, Shape> in(String words) {
        var plain = withPlainDigits(words);
        var shapes = new TreeMap<Integer, Shape>();
        if (!hasDigitAndSign(plain) || ONLY_DIGITS.matcher(plain).matches()) {
            return shapes;
        }
        for (var rule : RULES) {
            var found = rule.pattern().matcher(plain);
            while (found.find()) {
                add(shapes, new Shape(rule.kind(), found.start(), found.end()));
            }
        }
        if (LIST.matcher(plain).matches()) {
            var item = ITEM.matcher(plain);
            while (item.find()) {
                add(shapes, new Shape(Kind.PART, item.start(), item.end()));
            }
        }
        return shapes;
    }

    /** Every shape has both, and most texts have not. */
    private static boolean hasDigitAndSign(String plain) {
        return plain.chars().anyMatch(TextFolding::isPlainDigit)
                && plain.codePoints().anyMatch(sign -> !Character.isLetterOrDigit(sign) && sign != ' ');
    }

    private static void add(NavigableMap<Integer, Shape> shapes, Shape shape) {
        var before = shapes.lowerEntry(shape.to());
        if (before == null || before.getValue().to() <= shape.from()) {
            shapes.put(shape.from(), shape);
        }
    }

    /** Letter for letter, so that places stay what they are; a digit of two halves is left alone. */
    private static String withPlainDigits(String words) {
        var plain = new StringBuilder(words);
        for (var at = 0; at < plain.length(); at++) {
            var sign = plain.charAt(at);
            if (sign > 0x7F && Character.getType(sign) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.setCharAt(at, (char) ('0' + Character.digit(sign, 10)));
            }
        }
        return plain.toString();
    }

    private static Rule rule(Kind kind, String pattern) {
        return new Rule(kind, Pattern.compile(pattern));
    }

    private record Rule(Kind kind, Pattern pattern) {}
}
