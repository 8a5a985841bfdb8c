package gateway.dispatch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a responder texts who goes into a station, or is out again: {@code IN 30}, {@code IN 30 482913}, {@code OUT}. It is
 * the whole text, and the minutes may be written out; whatever goes on after it is a report like any other.
 *
 * @param minutes how long, as written; negative where none stand there
 * @param code    the reply code, empty where none stands there
 */
public record StationWord(boolean in, int minutes, String code) {

    private static final Pattern IN = Pattern.compile("^in(?:[ :]*([0-9]{1,4})(?: ?(?:m|min|mins|minute|minutes)\\.?)?)?(?: ([0-9]{6}))?[ .!]*$");
    private static final Pattern IN_HOURS = Pattern.compile("^in[ :]*([1-9]) ?(?:h|hr|hrs|hour|hours)\\.?(?: ([0-9]{6}))?[ .!]*$");
    private static final Pattern OUT = Pattern.compile("^out(?: ([0-9]{6}))?[ .!]*$");

    public static Optional<StationWord> read(String written) {
        var plain = Reply.plain(written).toLowerCase(Locale.ROOT).replaceAll(" +", " ");
        var in = IN.matcher(plain);
        if (in.matches()) {
            return Optional.of(new StationWord(true, in.group(1) == null ? -1 : Integer.parseInt(in.group(1)),
                    written(in.group(2))));
        }
        var hours = IN_HOURS.matcher(plain);
        if (hours.matches()) {
            return Optional.of(new StationWord(true, Integer.parseInt(hours.group(1)) * 60, written(hours.group(2))));
        }
        var out = OUT.matcher(plain);
        return out.matches() ? Optional.of(new StationWord(false, -1, written(out.group(1)))) : Optional.empty();
    }

    private static String written(@Nullable String group) {
        return group == null ? "" : group;
    }
}
