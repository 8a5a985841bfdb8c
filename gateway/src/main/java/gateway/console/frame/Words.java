package gateway.console.frame;

import gateway.messaging.Phrases;
import gateway.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pack's sentences for pages, in the language and with the clock of the one who reads them. */
public record Words(Phrases phrases, Language language, ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    /** @param values names and values by turns, as in {@code say("held.by", "who", alias)} */
    public String say(String key, String... values) {
        var named = new HashMap<String, String>();
        for (var i = 0; i < values.length; i += 2) {
            named.put(values[i], values[i + 1]);
        }
        return say(key, named);
    }

    public String say(String key, Map<String, String> values) {
        return phrases.say(language, "console." + key, values);
    }

    /** The last words of the keys under this one, in their order. */
    public List<String> under(String list) {
        var beginning = "console." + list + ".";
        return phrases.keys(language).stream().filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length())).sorted().toList();
    }

    /** The same, with another clock. */
    public Words in(ZoneId elsewhere) {
        return new Words(phrases, language, elsewhere, now);
    }

    /** The pack's name for one of its codes, outcomes, areas…; what it has no name for is never shown by its id. */
    public String name(String list, String word) {
        var key = list + "." + word;
        return phrases.keys(language).contains(key) ? phrases.say(language, key, Map.of()) : say("name-unknown");
    }

    /** Words as they came, and whether pictures came with them, of which we fetch none. */
    public String withPicture(String said, boolean pictured) {
        return !pictured ? said : said.isBlank() ? say("alert.picture") : say("alert.with-picture", "words", said);
    }

    /** The time of day, with the date where it is not today's. */
    public String time(Instant at) {
        return day(at).equals(day(now)) ? in(at, TIME) : in(at, DAY_AND_TIME);
    }

    public String dayAndTime(Instant at) {
        return in(at, DAY_AND_TIME);
    }

    public String exactTime(Instant at) {
        return in(at, TIME_WITH_SECONDS);
    }

    public String day(Instant at) {
        return in(at, DAY);
    }

    /** How long ago, as roughly as one reads it at night. */
    public String age(Instant since) {
        return length(Duration.between(since, now));
    }

    public String length(Duration span) {
        var minutes = Math.max(0, span.toMinutes());
        if (minutes == 0) {
            return say("span.moment");
        }
        if (minutes < 60) {
            return say("span.minutes", "minutes", Long.toString(minutes));
        }
        return minutes < 24 * 60
                ? say("span.hours", "hours", Long.toString(minutes / 60), "minutes", Long.toString(minutes % 60))
                : say("span.days", "days", Long.toString(minutes / 1440), "hours", Long.toString(minutes / 60 % 24));
    }

    private String in(Instant at, DateTimeFormatter format) {
        return format.format(at.atZone(zone));
    }
}
