package gateway.escalation;

import gateway.roster.Discipline;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom to ask in which order, for each discipline that has a ladder; one version, never edited. A climb counts rungs: a step
 * that is asked twice is two of them, and a policy that is run twice has twice as many.
 *
 * @param rounds how often all steps are asked before the last resort
 */
public record EscalationPolicy(PolicyId id, String name, int version, Map<Discipline, List<EscalationStep>> ladders,
        int rounds, RosterId lastResort) {

    /** How often the last resort is asked again while no peer has the alert. */
    public static final Duration LAST_RESORT_WAIT = Duration.ofMinutes(5);
    /** The same on a ladder beside the peers': the coordinators are told in between, and they sleep too. */
    public static final Duration LAST_RESORT_WAIT_BESIDE = Duration.ofMinutes(30);

    /** A policy whose steps are asked once. */
    public EscalationPolicy(PolicyId id, String name, int version, Map<Discipline, List<EscalationStep>> ladders,
            RosterId lastResort) {
        this(id, name, version, ladders, 1, lastResort);
    }

    /** What a climb on the discipline's ladder does next. */
    public NextStep after(Discipline discipline, Climb climb) {
        var wait = discipline.isBeside() ? LAST_RESORT_WAIT_BESIDE : LAST_RESORT_WAIT;
        return rung(discipline, climb.step())
                .<NextStep>map(step -> new NextStep.Ask(step, new Climb(climb.step() + 1, climb.round())))
                .orElseGet(() -> new NextStep.Exhausted(lastResort, wait, new Climb(climb.step(), climb.round() + 1)));
    }

    /** Whether the policy has steps for this discipline. */
    public boolean asks(Discipline discipline) {
        return !steps(discipline).isEmpty();
    }

    /** Whether what a climb does next has been done before by the same climb. */
    public boolean isRepeat(Discipline discipline, Climb climb) {
        var firsts = 0;
        for (var step : steps(discipline)) {
            if (climb.step() == firsts) {
                return false;
            }
            firsts += step.rounds();
        }
        return climb.step() < firsts * rounds || climb.round() > 0;
    }

    private Optional<EscalationStep> rung(Discipline discipline, int rung) {
        var aRound = steps(discipline).stream().mapToInt(EscalationStep::rounds).sum();
        if (rung >= aRound * rounds) {
            return Optional.empty();
        }
        var left = rung % aRound;
        for (var step : steps(discipline)) {
            if (left < step.rounds()) {
                return Optional.of(step);
            }
            left -= step.rounds();
        }
        return Optional.empty();
    }

    private List<EscalationStep> steps(Discipline discipline) {
        return ladders.getOrDefault(discipline, List.of());
    }
}
