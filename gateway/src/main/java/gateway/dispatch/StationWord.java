package gateway.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a responder texts who goes into a station, or is out again: {@code IN 30}, {@code IN 30 482913}, {@code OUT 482913}, in
 * any order, the minutes written out or not. Without a code it is the whole text; with one, the word comes first of what is
 * left, and words may follow. Anything else is read otherwise.
 *
 * @param minutes how long, as written; negative where none stand there
 * @param code    the reply code, empty where none stands there
 */
public record StationWord(boolean in, int minutes, String code) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6}|[0-9]{3}[ -][0-9]{3})(?![0-9])");
    private static final String UNIT = "(?<unit>m|min|mins|minute|minutes|h|hr|hrs|hour|hours)?";
    private static final Pattern IN = Pattern.compile("in ?(?<minutes>[0-9]{1,4})? ?" + UNIT);
    private static final Pattern MINUTES_FIRST = Pattern.compile("(?<minutes>[0-9]{1,4}) ?" + UNIT + " ?in");
    private static final Pattern OUT = Pattern.compile("out");
    private static final Pattern IN_AND_WORDS = Pattern.compile("in ?(?<minutes>[0-9]{1,4}) ?" + UNIT + "(?: .*)?");
    private static final Pattern OUT_AND_WORDS = Pattern.compile("out(?: .*)?");

    public static Optional<StationWord> read(String written) {
        var plain = Reply.plain(written).toLowerCase(Locale.ROOT);
        if (plain.contains("?")) {
            return Optional.empty();
        }
        var found = CODE.matcher(plain);
        var code = found.find() ? found.group(1).replaceAll("[ -]", "") : "";
        var rest = (code.isEmpty() ? plain : plain.substring(0, found.start()) + " " + plain.substring(found.end()))
                .replaceAll("[\\p{Punct}\u201c\u201d\u2018\u2019\u00ab\u00bb\u3002\u17d4]+", " ").strip().replaceAll(" +", " ");
        for (var pattern : code.isEmpty() ? List.of(IN) : List.of(IN, MINUTES_FIRST, IN_AND_WORDS)) {
            var in = pattern.matcher(rest);
            if (in.matches()) {
                return Optional.of(new StationWord(true, minutes(in.group("minutes"), in.group("unit")), code));
            }
        }
        return (code.isEmpty() ? OUT : OUT_AND_WORDS).matcher(rest).matches() ? Optional.of(new StationWord(false, -1, code))
                : Optional.empty();
    }

    private static int minutes(@Nullable String number, @Nullable String unit) {
        if (number == null) {
            return -1;
        }
        return Integer.parseInt(number) * (unit != null && unit.startsWith("h") ? 60 : 1);
    }
}
