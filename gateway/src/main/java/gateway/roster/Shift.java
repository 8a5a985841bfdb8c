package gateway.roster;

import gateway.member.MemberId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/** The same hours of every week, in the roster's time zone, in which one member is on call. */
public record Shift(MemberId member, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    Hours hours() {
        return new Hours(days, from, to);
    }
}
