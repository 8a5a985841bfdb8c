package gateway.duty;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hours in which somebody may be texted about what can wait: from seven in the morning until nine in the evening. Pure. */
public final class WakingHours {

    static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 0);

    private WakingHours() {}

    public static boolean hold(Instant instant, ZoneId zone) {
        var time = LocalTime.ofInstant(instant, zone);
        return !time.isBefore(MORNING) && time.isBefore(NIGHT);
    }

    /** This moment, or the next morning where it is night. */
    static Instant from(Instant instant, ZoneId zone) {
        if (hold(instant, zone)) {
            return instant;
        }
        var here = instant.atZone(zone);
        var day = here.toLocalTime().isBefore(MORNING) ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
