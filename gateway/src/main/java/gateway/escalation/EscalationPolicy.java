package gateway.escalation;

import gateway.roster.Discipline;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whom to ask in which order, for each discipline that has a ladder; one version, never edited. */
public record EscalationPolicy(PolicyId id, String name, int version, Map<Discipline, List<EscalationStep>> ladders,
        RosterId lastResort) {

    /** How often the last resort is asked again while nobody has the alert. */
    public static final Duration LAST_RESORT_WAIT = Duration.ofMinutes(5);

    /** What a climb on the discipline's ladder does next. */
    public NextStep after(Discipline discipline, Climb climb) {
        var steps = ladders.getOrDefault(discipline, List.of());
        return climb.step() < steps.size()
                ? new NextStep.Ask(steps.get(climb.step()), new Climb(climb.step() + 1, climb.round()))
                : new NextStep.Exhausted(lastResort, LAST_RESORT_WAIT, new Climb(climb.step(), climb.round() + 1));
    }

    /** Whether the policy has steps for this discipline. */
    public boolean asks(Discipline discipline) {
        return !ladders.getOrDefault(discipline, List.of()).isEmpty();
    }
}
