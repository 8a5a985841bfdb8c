package gateway.roster;

import gateway.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is on call, and where nobody is. One rule makes it safe where clocks are changed: a shift begins and ends at the
 * first moment at which the clock on the wall shows its time of that day, or a later one. So a time that is skipped is the
 * moment of the skip, a time that comes twice is its first coming, and where one shift ends the next begins.
 */
public final class OnCall {

    private OnCall() {}

    /** Whose shift it is, each member once, in the roster's order. */
    public static List<MemberId> at(Roster roster, Instant instant) {
        var today = LocalDate.ofInstant(instant, roster.zone());
        return roster.shifts().stream()
                .filter(shift -> turns(shift, roster.zone(), today, today)
                        .anyMatch(turn -> !instant.isBefore(turn.from()) && instant.isBefore(turn.to())))
                .map(Shift::member)
                .distinct()
                .toList();
    }

    /** When, between the two instants, nobody is on call; in their order, none touching the next. */
    public static List<Gap> gaps(Roster roster, Instant from, Instant to) {
        var first = LocalDate.ofInstant(from, roster.zone());
        var last = LocalDate.ofInstant(to, roster.zone());
        var turns = roster.shifts().stream()
                .flatMap(shift -> turns(shift, roster.zone(), first, last))
                .sorted(Comparator.comparing(Turn::from))
                .toList();
        var gaps = new ArrayList<Gap>();
        var covered = from;
        for (var turn : turns) {
            if (turn.from().isAfter(covered) && covered.isBefore(to)) {
                gaps.add(new Gap(covered, turn.from().isBefore(to) ? turn.from() : to));
            }
            covered = turn.to().isAfter(covered) ? turn.to() : covered;
        }
        if (covered.isBefore(to)) {
            gaps.add(new Gap(covered, to));
        }
        return List.copyOf(gaps);
    }

    private record Turn(Instant from, Instant to) {}

    /** The shift's turns that can touch these days: one that began two days before may last into them. */
    private static Stream<Turn> turns(Shift shift, ZoneId zone, LocalDate first, LocalDate last) {
        return first.minusDays(2).datesUntil(last.plusDays(2))
                .filter(day -> shift.days().contains(day.getDayOfWeek()))
                .map(day -> turn(shift, zone, day))
                .filter(turn -> turn.from().isBefore(turn.to()));
    }

    private static Turn turn(Shift shift, ZoneId zone, LocalDate day) {
        var lastDay = shift.to().isAfter(shift.from()) ? day : day.plusDays(1);
        return new Turn(momentOf(day.atTime(shift.from()), zone), momentOf(lastDay.atTime(shift.to()), zone));
    }

    private static Instant momentOf(LocalDateTime wallTime, ZoneId zone) {
        var rules = zone.getRules();
        var transition = rules.getTransition(wallTime);
        if (transition == null) {
            return wallTime.toInstant(rules.getOffset(wallTime));
        }
        ZoneOffset before = transition.getOffsetBefore();
        return transition.isGap() ? transition.getInstant() : wallTime.toInstant(before);
    }
}
