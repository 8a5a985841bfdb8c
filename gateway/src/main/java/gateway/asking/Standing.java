package gateway.asking;

import gateway.dispatch.Manner;
import gateway.member.BarReason;
import gateway.member.Member;
import gateway.member.Role;
import gateway.safety.Obstacles;
import gateway.safety.TimerStanding;
import java.util.Optional;

/**
 * When ladders ask somebody: in her turn, last, or never, even if nobody else is left. Pure; the clock and the page of members
 * read the same. What a number alone can cause (a report, a word, a ring) never takes her out of her turn.
 *
 * @param why the word of the phrase {@code skip.<why>}; empty where nothing speaks against her
 */
public record Standing(Turn turn, String why) {

    /** Whether and when she is asked. */
    public enum Turn { FIRST, LAST, NEVER }

    private static final Standing NOTHING_AGAINST_HER = new Standing(Turn.FIRST, "");
    /** Her carrier lets us text her no more; a call may still reach her. */
    static final String REFUSED = "refused";

    public static Standing of(Member member, Obstacles obstacles) {
        if (member.barred().contains(BarReason.LOST)) {
            return never("lost");
        }
        if (member.phone() == null) {
            return never("no-phone");
        }
        if (!member.verified()) {
            return never("unverified");
        }
        if (!member.is(Role.RESPONDER) && !member.is(Role.COORDINATOR)) {
            return never("no-responder");
        }
        if (obstacles.first().contains(member.id())) {
            return never("reported");
        }
        var timer = Optional.ofNullable(obstacles.timers().get(member.id()));
        if (timer.filter(TimerStanding.FORCED::equals).isPresent()) {
            // Whoever forces her may read the timeline.
            return never("others-first");
        }
        if (timer.filter(TimerStanding.QUIET::equals).isPresent()) {
            return never("inside");
        }
        return last(member, obstacles, timer.isPresent());
    }

    private static Standing last(Member member, Obstacles obstacles, boolean saidInside) {
        if (member.refusedSince() != null) {
            return new Standing(Turn.LAST, REFUSED);
        }
        if (member.expired()) {
            return new Standing(Turn.LAST, "expired");
        }
        if (saidInside) {
            return new Standing(Turn.LAST, "said-inside");
        }
        return obstacles.merged().contains(member.id()) ? new Standing(Turn.LAST, "reported-merged") : NOTHING_AGAINST_HER;
    }

    private static Standing never(String why) {
        return new Standing(Turn.NEVER, why);
    }

    boolean isFirst() {
        return turn == Turn.FIRST;
    }

    boolean isLast() {
        return turn == Turn.LAST;
    }

    /** How somebody who is asked last is asked. */
    Manner lastManner() {
        return why.equals(REFUSED) ? Manner.CALL : Manner.TEXT;
    }
}
