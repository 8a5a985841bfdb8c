package gateway.dispatch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a responder says beside "not me": for how long she is not to be asked about this alert, and why, in her words.
 * {@code 2h}, {@code 30m}, {@code in 2 hours: asleep}; a span over a day, or one that is none, is words like any other.
 */
public record NotNow(Optional<Duration> span, String words) {

    static final NotNow NOTHING = new NotNow(Optional.empty(), "");
    private static final int LONGEST_WORDS = 300;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SPAN = Pattern.compile("^(?:no )?(?:but )?(?:in |for )?"
            + "([0-9]{1,4}) ?(h|hrs?|hours?|m|mins?|minutes?)(?![a-z0-9])[ .,:;-]*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** @param written what stood after the code */
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

    private static String cut(String words) {
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    /** Her words may say who and where: they are not printed. */
    @Override
    public String toString() {
        return "NotNow[" + span + "]";
    }
}
