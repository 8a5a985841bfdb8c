package gateway.escalation;

import gateway.member.MemberId;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;

/**
 * Whom to ask at once, and how long to wait for one of them before the next step.
 *
 * @param rosters  whoever is on call on these
 * @param members  these beside them, on call or not
 * @param patience how long to wait for an answer before the next step, 30 seconds to a day
 * @param rounds   how often it is asked before the next step
 */
public record EscalationStep(List<RosterId> rosters, List<MemberId> members, Way way, Duration patience, int rounds) {

    /** How a step asks. */
    public enum Way { TEXT, VOICE }

    /** A step that asks rosters, once. */
    public EscalationStep(List<RosterId> rosters, Way way, Duration patience) {
        this(rosters, List.of(), way, patience, 1);
    }
}
