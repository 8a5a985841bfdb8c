package gateway.replyword;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a responder texts who goes into a station, or is out again: {@code IN 30}, {@code IN 30 482913}, {@code OUT 482913}, in
 * any order, the minutes written out or not, with words like "ok" beside it and no others. Anything else is read otherwise: "in
 * 10 min I call you" quiets no phone.
 *
 * @param minutes how long, as written; negative where none stand there
 * @param code    the reply code, empty where none stands there
 */
public record StationWord(boolean in, int minutes, String code) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6}|[0-9]{3}[ -][0-9]{3})(?![0-9])");
    private static final Pattern ALERT_NUMBER = Pattern.compile("(?<![0-9])[0-9]{3,8}-[0-9](?![0-9])");
    private static final String UNIT = "(?<unit>m|min|mins|minute|minutes|h|hr|hrs|hour|hours)?";
    private static final Pattern IN = Pattern.compile("in ?(?<minutes>[0-9]{1,4})? ?" + UNIT);
    private static final Pattern MINUTES_FIRST = Pattern.compile("(?<minutes>[0-9]{1,4}) ?" + UNIT + " ?in");
    private static final Set<String> FILLERS = Set.of("ok", "okay", "now", "thx", "thanks", "pls", "please", "k", "code", "yes", "re");
    private static final Set<String> BEHIND_OUT = Set.of("all", "fine", "safe", "good");
    private static final Set<String> BEFORE = Set.of("i", "im", "m", "am", "ok", "okay", "we", "are", "re");

    public static Optional<StationWord> read(String written) {
        var plain = Reply.plain(written).toLowerCase(Locale.ROOT);
        if (plain.contains("?")) {
            return Optional.empty();
        }
        var withoutAlert = ALERT_NUMBER.matcher(plain).replaceAll(" ");
        var found = CODE.matcher(withoutAlert);
        var code = found.find() ? found.group(1).replaceAll("[ -]", "") : "";
        var rest = words(code.isEmpty() ? withoutAlert
                : withoutAlert.substring(0, found.start()) + " " + withoutAlert.substring(found.end()));
        for (var pattern : code.isEmpty() ? List.of(IN) : List.of(IN, MINUTES_FIRST)) {
            var in = pattern.matcher(without(rest, FILLERS));
            if (in.matches()) {
                return Optional.of(new StationWord(true, minutes(in.group("minutes"), in.group("unit")), code));
            }
        }
        var out = without(rest, FILLERS);
        return out.equals("out") || !code.isEmpty() && out.startsWith("out ") && without(out, BEHIND_OUT).equals("out")
                ? Optional.of(new StationWord(false, -1, code)) : Optional.empty();
    }

    /** Whether IN or OUT opens a text, so that it may be meant. */
    static boolean beginsLikeOne(String written) {
        var plain = CODE.matcher(ALERT_NUMBER.matcher(Reply.plain(written).toLowerCase(Locale.ROOT)).replaceAll(" ")).replaceAll(" ");
        var words = without(words(plain.replaceAll("['’]", "")), BEFORE);
        return words.matches("(?:in|out)(?:[ 0-9].*)?");
    }

    private static String words(String text) {
        return text.replaceAll("[\\p{Punct}\u201c\u201d\u2018\u2019\u00ab\u00bb\u3002\u17d4]+", " ").strip().replaceAll(" +", " ");
    }

    private static String without(String text, Set<String> words) {
        return Arrays.stream(text.split(" ")).filter(word -> !words.contains(word)).collect(Collectors.joining(" "));
    }

    private static int minutes(@Nullable String number, @Nullable String unit) {
        if (number == null) {
            return -1;
        }
        return Integer.parseInt(number) * (unit != null && unit.startsWith("h") ? 60 : 1);
    }
}
