package gateway.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A shift's time as a text tells it, in digits that every phone shows: {@code 27/11 20:00-08:00}. Pure. */
final class ShiftText {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ShiftText() {}

    /** An end on a later day is told by its date, too, unless nobody could mistake it. */
    static String of(Instant from, Instant to, ZoneId zone) {
        return start(from, zone) + "-" + (Duration.between(from, to).compareTo(Duration.ofDays(1)) < 0
                ? time(to, zone) : start(to, zone));
    }

    static String start(Instant from, ZoneId zone) {
        return DAY_AND_TIME.format(from.atZone(zone));
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}
