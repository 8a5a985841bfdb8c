package gateway.escalation;

import gateway.member.MemberId;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;

/** Whom a climb asks next; {@code after} is where the climb then stands. */
public sealed interface NextStep {

    Climb after();

    /** Whoever is on call on these is asked. */
    default List<RosterId> rosters() {
        return switch (this) {
            case Ask(var step, _) -> step.rosters();
            case Exhausted(var lastResort, _, _) -> List.of(lastResort);
        };
    }

    /** These are asked beside them, on call or not. */
    default List<MemberId> members() {
        return this instanceof Ask(var step, _) ? step.members() : List.of();
    }

    /** A step of the policy. */
    record Ask(EscalationStep step, Climb after) implements NextStep {}

    /** The policy is exhausted: the last resort is asked, and again after the wait, for ever. */
    record Exhausted(RosterId lastResort, Duration patience, Climb after) implements NextStep {}
}
