package gateway.dispatch;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command word with a code, from a responder's phone. Case, spaces, other scripts' digits and a trailing full stop do
 * not matter. Whatever is not read as one is a report, a bare {@code 1} above all.
 *
 * @param code  the digits as written; not always a code that exists, and empty where a command word stood alone
 * @param words what stood after the code, as written
 */
public record Reply(Command command, String code, String words) {

    /** What responders text: short, keypad-friendly, far from STOP and YES. */
    public enum Command { TAKE, PASS, HERE, BACK, DONE }

    private static final int LONGEST = 1_600;
    private static final Pattern SIX_DIGITS = Pattern.compile(
            "^(take|pass|here|back|done)[ :.,#-]*((?:[0-9] ?){5}[0-9])(?![0-9])[ .,:-]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OTHER_DIGITS = Pattern.compile(
            "^(take|pass|here|back|done)[ :.,#-]*([0-9]{1,12})(?![0-9])[ .,:-]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** A tired responder forgets the code: that is a wrong code, not a cry for help from a phone to be doubted. */
    private static final Pattern NO_DIGITS = Pattern.compile("^(take|pass|here|back|done)()[ .,:!-]*()$",
            Pattern.CASE_INSENSITIVE);

    public static Optional<Reply> read(String written) {
        var plain = plain(written);
        for (var pattern : List.of(SIX_DIGITS, OTHER_DIGITS, NO_DIGITS)) {
            var found = pattern.matcher(plain);
            if (found.matches()) {
                return Optional.of(new Reply(Command.valueOf(found.group(1).toUpperCase(Locale.ROOT)),
                        found.group(2).replace(" ", ""), found.group(3).strip()));
            }
        }
        return Optional.empty();
    }

    /** Words are not part of what it prints: they may say who and where. */
    @Override
    public String toString() {
        return "Reply[" + command + "]";
    }

    /** Without what a thumb, a keyboard of another script or a telephone may add: case is left as it is. */
    public static String plain(String text) {
        var written = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var plain = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFKC).codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .map(point -> Character.digit(point, 10) >= 0 ? '0' + Character.digit(point, 10) : point)
                .map(point -> Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
