package gateway.safety;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What the timers of one member mean for her phone now; the later, the graver. Pure. */
public enum TimerStanding {
    /** A number alone began one, and it runs or is overdue: she may be inside. Nothing is proven, so nothing is kept from her. */
    BY_NUMBER_ALONE,
    /** She is inside by a proven one, or overdue after it: nothing is sent to or rung at her phone. */
    QUIET,
    /** She gave her PIN for duress. */
    FORCED;

    /** @param standing her timers that have neither ended nor been cleared */
    public static Optional<TimerStanding> of(Collection<SafetyTimer> standing) {
        return standing.stream().map(TimerStanding::of).max(Comparator.naturalOrder());
    }

    private static TimerStanding of(SafetyTimer timer) {
        return switch (timer.kind()) {
            case DURESS -> FORCED;
            case INSIDE -> timer.proven() ? QUIET : BY_NUMBER_ALONE;
        };
    }

    /** Whether nothing from this member's phone counts any more: she is forced, or overdue by a proven timer. */
    public static Optional<SafetyTimer.Kind> doubt(Collection<SafetyTimer> standing, Instant now) {
        return standing.stream().filter(timer -> timer.proven() && timer.isOverdueAt(now)).map(SafetyTimer::kind).findFirst();
    }
}
