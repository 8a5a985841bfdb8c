package gateway.duty;

import gateway.member.Member;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.Stint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A member's shift and where it is.
 *
 * @param forEver whether it neither began nor ends about now; then a day of it is meant
 */
public record HeldShift(Roster roster, Stint shift, boolean forEver) {

    /** Who is on call for ever wants off for a day, until somebody has thought about it. */
    private static final Duration LONGEST = Duration.ofDays(1);

    HeldShift(Roster roster, Stint shift) {
        this(roster, shift, false);
    }

    String told() {
        return ShiftText.of(shift.from(), shift.to(), roster.zone());
    }

    /** The shifts of these promises. */
    static List<HeldShift> promised(Roll roll, List<Promise> promised) {
        return promised.stream().flatMap(promise -> roll.roster(promise.roster()).stream()
                .map(roster -> new HeldShift(roster, promise.shift()))).toList();
    }

    /** Her shifts that are, or begin in this time, the first first. */
    static List<HeldShift> near(Roll roll, Member member, Duration ahead, Instant now) {
        var held = new ArrayList<HeldShift>();
        for (var roster : roll.rosters()) {
            OnCall.shifts(roster, now.minus(LONGEST), now.plus(ahead).plus(LONGEST)).stream()
                    .filter(shift -> shift.member().equals(member.id()) && shift.to().isAfter(now)
                            && shift.from().isBefore(now.plus(ahead)))
                    .map(shift -> new HeldShift(roster, aDay(shift, now), !shift.from().isAfter(now.minus(LONGEST))))
                    .forEach(held::add);
        }
        held.sort(Comparator.comparing((HeldShift one) -> one.shift().from()));
        return List.copyOf(held);
    }

    private static Stint aDay(Stint shift, Instant now) {
        var from = shift.from().isAfter(now.minus(LONGEST)) ? shift.from() : now;
        var to = shift.to().isAfter(from.plus(LONGEST)) ? from.plus(LONGEST) : shift.to();
        return new Stint(shift.member(), from, to);
    }
}
