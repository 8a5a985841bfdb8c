package gateway.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a time on the wall comes: at the first moment at which the clock shows it, or a later time. So a time that is
 * skipped is the moment of the skip, a time that comes twice is its first coming, and where one stint ends the next
 * begins. This one rule holds for shifts, rotations, surge plans, covers and hours that are closed.
 */
public final class WallTime {

    private WallTime() {}

    public static Instant momentOf(LocalDateTime wallTime, ZoneId zone) {
        var rules = zone.getRules();
        var transition = rules.getTransition(wallTime);
        if (transition == null) {
            return wallTime.toInstant(rules.getOffset(wallTime));
        }
        return transition.isGap() ? transition.getInstant() : wallTime.toInstant(transition.getOffsetBefore());
    }
}
