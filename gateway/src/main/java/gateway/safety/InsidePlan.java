package gateway.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a word about a responder's time inside may do, given what proves it. Pure. A number alone begins a timer of its own
 * kind or shortens it; it never touches a proven one. A proof begins, stretches, shortens and ends, and takes the place of
 * what a number alone began; only a coordinator ends a proven one that is overdue.
 */
sealed interface InsidePlan {

    /**
     * A timer begins.
     *
     * @param replaced what a number alone began before, if anything
     */
    record Begin(Instant dueAt, Optional<SafetyTimer> replaced) implements InsidePlan {}

    /**
     * It ends at another moment.
     *
     * @param replaced what a number alone began beside it, if anything
     */
    record Move(SafetyTimer timer, Instant dueAt, Optional<SafetyTimer> replaced) implements InsidePlan {}

    /** It runs until then as before. */
    record Keep(Instant dueAt) implements InsidePlan {}

    record End(List<SafetyTimer> timers) implements InsidePlan {}

    /** It is overdue: only a coordinator can clear it. */
    record Overdue() implements InsidePlan {}

    /** It would take more than a number. */
    record NotProven() implements InsidePlan {}

    /** None runs. */
    record Nothing() implements InsidePlan {}

    /** @param standing her timers that have neither ended nor been cleared */
    static InsidePlan in(Proof proof, List<SafetyTimer> standing, int minutes, Instant now) {
        var wanted = now.plus(Duration.ofMinutes(minutes));
        var alone = inside(standing, false);
        if (!proof.mayTakeAway()) {
            return alone.<InsidePlan>map(timer -> timer.isOverdueAt(now) || !wanted.isBefore(timer.dueAt())
                    ? new Keep(timer.dueAt()) : new Move(timer, wanted, Optional.empty()))
                    .orElse(new Begin(wanted, Optional.empty()));
        }
        return inside(standing, true).<InsidePlan>map(timer -> timer.isOverdueAt(now) ? new Overdue()
                : new Move(timer, earlier(wanted, TimingSafety.longest(timer)), alone))
                .orElse(new Begin(wanted, alone));
    }

    static InsidePlan out(Proof proof, List<SafetyTimer> standing, Instant now) {
        var inside = standing.stream().filter(timer -> timer.kind() == SafetyTimer.Kind.INSIDE).toList();
        if (inside.isEmpty()) {
            return new Nothing();
        }
        if (!proof.mayTakeAway()) {
            return new NotProven();
        }
        return inside.stream().anyMatch(timer -> timer.proven() && timer.isOverdueAt(now)) ? new Overdue() : new End(inside);
    }

    private static Optional<SafetyTimer> inside(List<SafetyTimer> standing, boolean proven) {
        return standing.stream().filter(timer -> timer.kind() == SafetyTimer.Kind.INSIDE && timer.proven() == proven).findFirst();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
