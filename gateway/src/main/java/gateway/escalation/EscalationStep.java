package gateway.escalation;

import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;

/**
 * Whom to ask at once, and how long to wait for one of them before the next step.
 *
 * @param patience how long to wait for an answer before the next step, 30 seconds to a day
 */
public record EscalationStep(List<RosterId> rosters, Way way, Duration patience) {

    /** How a step asks. */
    public enum Way { TEXT, VOICE }
}
