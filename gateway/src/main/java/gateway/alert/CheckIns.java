package gateway.alert;

import java.time.Duration;

/**
 * How often a holder must say that she still has it.
 *
 * @param first  after acknowledging, 1 minute to a day
 * @param next   after each check-in, 1 minute to a day
 * @param byText how long texts alone may carry her, since a seized phone can text: then the page is needed
 */
public record CheckIns(Duration first, Duration next, Duration byText) {

    public static final CheckIns DEFAULT = new CheckIns(Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofHours(2));
}
