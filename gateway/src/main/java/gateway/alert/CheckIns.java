package gateway.alert;

import java.time.Duration;

/**
 * How often a holder must say that she still has it.
 *
 * @param first  after acknowledging, 1 minute to a day
 * @param next   after each check-in, 1 minute to a day
 * @param byText how long texts alone may carry her, since a seized phone can text: then the page or her PIN is needed
 */
public record CheckIns(Duration first, Duration next, Duration byText) {

    public static final CheckIns DEFAULT = new CheckIns(Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofHours(2));
    private static final Duration LONGEST_WARNING = Duration.ofMinutes(5);

    /** How long before a check-in is due its holder is reminded; at short check-ins not at once. */
    public Duration warning() {
        var third = first.dividedBy(3);
        return third.compareTo(LONGEST_WARNING) < 0 ? third : LONGEST_WARNING;
    }
}
