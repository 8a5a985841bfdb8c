package gateway.escalation;

import gateway.member.MemberId;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;

/**
 * Whom to ask at once, and how long to wait for one of them before the next step.
 *
 * @param rosters   whoever is on call on these
 * @param members   these beside them, on call or not
 * @param patience  how long to wait for an answer before the next step, 30 seconds to a day
 * @param rounds    how often it is asked before the next step
 * @param callAfter after which part of it whoever has not answered a text is rung; nothing where the way is another
 */
public record EscalationStep(List<RosterId> rosters, List<MemberId> members, Way way, Duration patience, int rounds,
        Duration callAfter) {

    private static final Duration USUAL_CALL_AFTER = Duration.ofMinutes(2);

    /** How a step asks. */
    public enum Way { TEXT, VOICE, TEXT_THEN_CALL }

    public EscalationStep {
        if (way == Way.TEXT_THEN_CALL ? callAfter.isNegative() || callAfter.compareTo(patience) >= 0 : !callAfter.isZero()) {
            throw new IllegalArgumentException("who has not answered a text is rung before the step is over");
        }
    }

    /** A step that asks rosters, once. */
    public EscalationStep(List<RosterId> rosters, Way way, Duration patience) {
        this(rosters, List.of(), way, patience, 1);
    }

    /** One that rings, if it texts first, after the usual time. */
    public EscalationStep(List<RosterId> rosters, List<MemberId> members, Way way, Duration patience, int rounds) {
        this(rosters, members, way, patience, rounds, usualCallAfter(way, patience));
    }

    /** Two minutes, or half of what there is. */
    public static Duration usualCallAfter(Way way, Duration patience) {
        var half = patience.dividedBy(2);
        return way != Way.TEXT_THEN_CALL ? Duration.ZERO : half.compareTo(USUAL_CALL_AFTER) < 0 ? half : USUAL_CALL_AFTER;
    }
}
