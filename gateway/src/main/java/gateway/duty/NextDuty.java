package gateway.duty;

import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** When time alone next gives the duty something to do. Pure. What people change is found by the turn that follows it. */
final class NextDuty {

    /** So far ahead is looked: the turn that is due then looks on. */
    private static final Duration AHEAD = Duration.ofHours(1);
    /** A gap is near, or ahead, only once a little more time has passed. */
    private static final Duration INSTANT = Duration.ofMillis(1);
    /** So long after somebody comes or goes, or before it where negative, another look is due. */
    private static final List<Duration> AFTER = List.of(Duration.ZERO, PromisePlan.GRACE, PromisePlan.BEHIND,
            INSTANT.minus(GapNews.NEAR), INSTANT.minus(GapNews.AHEAD));
    private static final List<LocalTime> DAILY = List.of(PromisePlan.EVENING, GapNews.HOUR, WakingHours.MORNING);

    private NextDuty() {}

    static Instant of(Roll roll, Instant now) {
        return roll.rosters().stream().flatMap(roster -> moments(roll, roster, now)).filter(now::isBefore)
                .min(Instant::compareTo).filter(now.plus(AHEAD)::isAfter).orElse(now.plus(AHEAD));
    }

    private static Stream<Instant> moments(Roll roll, Roster roster, Instant now) {
        var comings = AFTER.stream().flatMap(after -> Stream.of(roster, roll.withoutStays(roster))
                .flatMap(one -> OnCall.stretches(one, now.minus(after).minus(INSTANT), now.minus(after).plus(AHEAD)).stream().skip(1))
                .map(Stretch::from).map(from -> from.plus(after)));
        return Stream.concat(comings, DAILY.stream().flatMap(time -> next(time, roster.zone(), now)));
    }

    private static Stream<Instant> next(LocalTime time, ZoneId zone, Instant now) {
        return LongStream.of(0, 1).mapToObj(days -> now.atZone(zone).toLocalDate().plusDays(days).atTime(time).atZone(zone).toInstant());
    }
}
