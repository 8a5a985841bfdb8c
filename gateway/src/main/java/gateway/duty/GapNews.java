package gateway.duty;

import gateway.roster.Gap;
import gateway.roster.RosterId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Which gaps of one roster the coordinators are told of now. Pure. Once a day what is new in the coming week, or less than
 * a day away for the first time; in between only what is both, since the next day is too late; nothing at night.
 */
final class GapNews {

    static final Duration AHEAD = Duration.ofDays(7);
    static final Duration NEAR = Duration.ofDays(1);
    /** In the morning, when somebody can still be found. */
    static final LocalTime HOUR = LocalTime.of(10, 0);

    private GapNews() {}

    /** A gap that was told of; it may have grown, shrunk or begun since. */
    record Told(RosterId roster, Gap gap, boolean near, Instant at) {}

    static boolean isNear(Gap gap, Instant now) {
        return gap.from().isBefore(now.plus(NEAR));
    }

    static List<Gap> of(List<Gap> gaps, List<Told> told, ZoneId zone, Instant now) {
        if (!WakingHours.hold(now, zone)) {
            return List.of();
        }
        var hour = now.atZone(zone).toLocalDate().atTime(HOUR).atZone(zone).toInstant();
        var isTheHour = !now.isBefore(hour) && told.stream().allMatch(before -> before.at().isBefore(hour));
        return gaps.stream().filter(gap -> isTheHour ? isNew(gap, told, now) : isNear(gap, now) && isUntold(gap, told)).toList();
    }

    private static boolean isNew(Gap gap, List<Told> told, Instant now) {
        return isUntold(gap, told)
                || isNear(gap, now) && told.stream().noneMatch(before -> before.near() && touches(before.gap(), gap));
    }

    private static boolean isUntold(Gap gap, List<Told> told) {
        return told.stream().noneMatch(before -> touches(before.gap(), gap));
    }

    /** The same gap, though it may be longer or shorter by now: one that goes on at the week's end is told of as shorter. */
    private static boolean touches(Gap one, Gap other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }
}
