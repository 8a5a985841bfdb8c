package gateway.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a responder is rung about an alert now. Pure. One call at a time; whom a call has reached a moment ago is told of a
 * further alert by text, unless it is graver than all she was rung for lately: that rings once. Whom none has reached is
 * rung again, a minute after the last. The second call that follows one that came to nothing is counted in beforehand.
 */
public sealed interface RingPlan {

    /** No responder is rung oftener in a minute, and in ten. */
    int MOST_A_MINUTE = 2;
    int MOST_IN_TEN_MINUTES = 6;
    Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** She is rung. */
    record Rings() implements RingPlan {}

    /** A call has reached her: she is awake, and a text is enough. */
    record Texts() implements RingPlan {}

    /** A text tells her; whether she is rung as well is seen then. */
    record Waits(Instant until) implements RingPlan {}

    /**
     * A call to her about an alert.
     *
     * @param gravity   of that alert; 0 is the gravest
     * @param going     whether it may still ring or be talked in, or a second is about to follow
     * @param reachedAt when she last pressed a key in it, or it was over after one; null when she pressed none
     */
    record Rang(Instant at, int gravity, boolean going, @Nullable Instant reachedAt) {

        boolean reachedSince(Instant moment) {
            return reachedAt != null && reachedAt.isAfter(moment);
        }
    }

    /** @param calls those of the last ten minutes, and one that is about to be made */
    static RingPlan of(int gravity, List<Rang> calls, Instant now) {
        var again = now.plus(Pauses.LOOK_AGAIN);
        var graver = !calls.isEmpty() && calls.stream().allMatch(call -> gravity < call.gravity());
        if (calls.stream().anyMatch(Rang::going)) {
            return new Waits(again);
        }
        if (!graver && calls.stream().anyMatch(call -> call.reachedSince(now.minus(Pauses.AWAKE)))) {
            return new Texts();
        }
        var free = calls.stream().map(Rang::at).max(Comparator.naturalOrder())
                .map(last -> last.plus(graver ? Pauses.BEFORE_A_GRAVER : Pauses.BETWEEN)).orElse(now);
        if (free.isAfter(now)) {
            return new Waits(free);
        }
        var withItsSecond = 2;
        return since(calls, now.minus(Pauses.BETWEEN)) < MOST_A_MINUTE
                && since(calls, now.minus(TEN_MINUTES)) + withItsSecond <= MOST_IN_TEN_MINUTES ? new Rings() : new Waits(again);
    }

    private static long since(List<Rang> calls, Instant moment) {
        return calls.stream().filter(call -> call.at().isAfter(moment)).count();
    }

    /** How long what lasts. */
    final class Pauses {

        static final Duration AWAKE = Duration.ofMinutes(2);
        static final Duration BETWEEN = Duration.ofMinutes(1);
        /** A second call comes 45 seconds after one at the earliest: with this, never a third within a minute. */
        static final Duration BEFORE_A_GRAVER = Duration.ofSeconds(15);
        static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

        private Pauses() {}
    }
}
