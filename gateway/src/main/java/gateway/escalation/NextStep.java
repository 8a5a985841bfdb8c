package gateway.escalation;

import gateway.roster.RosterId;
import java.time.Duration;

/** Whom a climb asks next; {@code after} is where the climb then stands. */
public sealed interface NextStep {

    Climb after();

    /** A step of the policy. */
    record Ask(EscalationStep step, Climb after) implements NextStep {}

    /** The policy is exhausted: the last resort is asked, and again after the wait, for ever. */
    record Exhausted(RosterId lastResort, Duration patience, Climb after) implements NextStep {}
}
