package gateway.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a responder says beside "not me": for how long she is not to be asked about this alert, and why, in her words.
 * {@code 2h}, {@code 30m}, {@code in 2 hours: asleep}; a span over a day, or one that is none, is words like any other.
 */
public record NotNow(Optional<Duration> span, String words) {

    static final NotNow NOTHING = new NotNow(Optional.empty(), "");
    private static final int LONGEST_WORDS = 300;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SPAN = Pattern.compile("^(?:no )?(?:but )?(?:in |for |after )?"
            + "([0-9]{1,4}) ?(h|hrs?|hours?|m|mins?|minutes?)(?![a-z0-9])[ .,:;-]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final List<String> HOURS = List.of("midnight", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "noon", "twelve");
    private static final Pattern UNTIL = Pattern.compile("(?<![a-z])(?:untill?|till?|before|after) (?:tomorrow |tmrw )?(?:at )?(?:([0-9]{1,2})"
            + "(?:[:.h]([0-9]{2}))?|(" + String.join("|", HOURS) + ")) ?(am|a\\.m|pm|p\\.m)?"
            + "(?![a-z0-9])(?! (?:people|men|women|girls|boys|of|police|hours?|hrs?|min|mins|minutes?|days?)(?![a-z]))", Pattern.CASE_INSENSITIVE);

    /**
     * @param written what stood beside the code
     * @param zone    in which a time of day is meant
     */
    public static NotNow read(String written, Instant now, ZoneId zone) {
        var span = read(written);
        var hour = UNTIL.matcher(written);
        if (span.span().isEmpty() && hour.find()) {
            var until = until(hour, now.atZone(zone));
            if (until.isPresent()) {
                return new NotNow(Optional.of(Duration.between(now, until.get())), cut(written));
            }
        }
        return span;
    }

    static NotNow read(String written) {
        var found = SPAN.matcher(written);
        if (found.matches()) {
            var amount = Integer.parseInt(found.group(1));
            var span = found.group(2).toLowerCase(Locale.ROOT).startsWith("h") ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
            if (span.isPositive() && span.compareTo(LONGEST) <= 0) {
                return new NotNow(Optional.of(span), cut(found.group(3)));
            }
        }
        return new NotNow(Optional.empty(), cut(written));
    }

    /** The next time that the clock shows it. */
    private static Optional<Instant> until(MatchResult written, ZonedDateTime now) {
        var hour = written.group(1) != null ? Integer.parseInt(written.group(1))
                : Math.min(12, HOURS.indexOf(written.group(3).toLowerCase(Locale.ROOT)));
        var minute = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
        var half = written.group(4) == null ? "" : written.group(4).toLowerCase(Locale.ROOT);
        if (hour > 24 || minute > 59 || !half.isEmpty() && (hour == 0 || hour > 12)) {
            return Optional.empty();
        }
        var ofDay = half.startsWith("p") && hour < 12 ? hour + 12 : half.startsWith("a") && hour == 12 ? 0 : hour % 24;
        var today = now.with(LocalTime.of(ofDay, minute));
        return Optional.of((today.isAfter(now) ? today : today.plusDays(1)).toInstant());
    }

    private static String cut(String words) {
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    /** Her words may say who and where: they are not printed. */
    @Override
    public String toString() {
        return "NotNow[" + span + "]";
    }
}
