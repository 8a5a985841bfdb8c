package gateway.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When people sleep, by the clock on the wall: from 22:00 to 07:00. An adult needs seven hours (AASM and SRS, 2015); one
 * hour on either side leaves room for those who go to bed late and those who rise early. Pure.
 */
public final class Night {

    private static final LocalTime FALLS = LocalTime.of(22, 0);
    private static final LocalTime ENDS = LocalTime.of(7, 0);

    private Night() {}

    /** When the night that this moment is part of fell; empty by day. */
    public static Optional<Instant> fellBefore(Instant moment, ZoneId zone) {
        var today = LocalDateTime.ofInstant(moment, zone).toLocalDate();
        var fallsToday = WallTime.momentOf(today.atTime(FALLS), zone);
        if (!moment.isBefore(fallsToday)) {
            return Optional.of(fallsToday);
        }
        return moment.isBefore(WallTime.momentOf(today.atTime(ENDS), zone))
                ? Optional.of(WallTime.momentOf(today.minusDays(1).atTime(FALLS), zone)) : Optional.empty();
    }

    public static boolean isAt(Instant moment, ZoneId zone) {
        return fellBefore(moment, zone).isPresent();
    }
}
