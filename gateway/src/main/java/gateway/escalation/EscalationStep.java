package gateway.escalation;

import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;

/**
 * Whom to ask at once, and how long to wait for one of them before the next step.
 *
 * @param patience  how long to wait for an answer before the next step, 30 seconds to a day
 * @param callAfter after which part of it whoever has not answered a text is rung; nothing where the way is another
 */
public record EscalationStep(List<RosterId> rosters, Way way, Duration patience, Duration callAfter) {

    private static final Duration USUAL_CALL_AFTER = Duration.ofMinutes(2);

    /** How a step asks. */
    public enum Way { TEXT, VOICE, TEXT_THEN_CALL }

    public EscalationStep {
        if (way == Way.TEXT_THEN_CALL ? callAfter.isNegative() || callAfter.compareTo(patience) >= 0 : !callAfter.isZero()) {
            throw new IllegalArgumentException("who has not answered a text is rung before the step is over");
        }
    }

    public EscalationStep(List<RosterId> rosters, Way way, Duration patience) {
        this(rosters, way, patience, usualCallAfter(way, patience));
    }

    /** Two minutes, or half of what there is. */
    public static Duration usualCallAfter(Way way, Duration patience) {
        var half = patience.dividedBy(2);
        return way != Way.TEXT_THEN_CALL ? Duration.ZERO : half.compareTo(USUAL_CALL_AFTER) < 0 ? half : USUAL_CALL_AFTER;
    }
}
