package gateway.duty;

import gateway.member.MemberId;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A moment at which somebody went off call in a roster, or came. Pure.
 *
 * @param gone  who was on call just before and is not any more
 * @param takes who is to take what they leave: those who have just come, or where nobody came, those who are still there
 */
public record ShiftChange(Instant at, List<MemberId> gone, List<MemberId> takes) {

    /** What was not attended to in so long is left as it is. */
    static final Duration LOOKED_BACK = Duration.ofHours(6);
    private static final Duration LOOKED_AHEAD = Duration.ofDays(2);

    /** All of them lately, in their order. */
    public static List<ShiftChange> lately(Roster roster, Instant now) {
        // Instants are kept by the microsecond: the moment that is now is looked at as well.
        return between(roster, now.minus(LOOKED_BACK), now.plusMillis(1));
    }

    /** The next one at which somebody goes, if it is not far away. */
    public static Optional<ShiftChange> next(Roster roster, Instant now) {
        return between(roster, now, now.plus(LOOKED_AHEAD)).stream().filter(change -> !change.gone.isEmpty()).findFirst();
    }

    private static List<ShiftChange> between(Roster roster, Instant from, Instant to) {
        var changes = new ArrayList<ShiftChange>();
        var stretches = OnCall.stretches(roster, from, to);
        for (var i = 1; i < stretches.size(); i++) {
            var before = stretches.get(i - 1).onCall();
            var after = stretches.get(i).onCall();
            var gone = before.stream().filter(member -> !after.contains(member)).toList();
            var came = after.stream().filter(member -> !before.contains(member)).toList();
            if (!gone.isEmpty() || !came.isEmpty()) {
                changes.add(new ShiftChange(stretches.get(i).from(), gone, came.isEmpty() ? after : came));
            }
        }
        return List.copyOf(changes);
    }
}
