package gateway.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands after an attempt: its state, when it is due again, and how often it has not been taken.
 * Surely not taken: again with growing pauses until it expires. Perhaps taken: once more, if it may be repeated at all.
 */
record MessageStanding(MessageState state, @Nullable Instant dueAt, int failures) {

    private static final Duration BEFORE_REPEAT = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    static MessageStanding after(ClaimedMessage claimed, SendOutcome outcome, Instant now, RandomGenerator random) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> ended(MessageState.ACCEPTED, claimed.failures());
            case SendOutcome.Refused _ -> ended(MessageState.REFUSED, claimed.failures());
            case SendOutcome.NotTaken _ -> waiting(claimed, now.plus(pause(claimed.failures(), random)), claimed.failures() + 1);
            case SendOutcome.Unknown _ -> mayBeRepeated(claimed.repeatable(), claimed.unknowns() + 1)
                    ? waiting(claimed, now.plus(beforeRepeat(claimed.outgoing())), claimed.failures())
                    : ended(MessageState.UNKNOWN, claimed.failures());
        };
    }

    /** @param unknowns how many of its attempts ended without anybody knowing what became of them */
    static boolean mayBeRepeated(boolean repeatable, int unknowns) {
        return repeatable && unknowns <= 1;
    }

    /** A call that perhaps was placed rings out first; by then its receipts have told, or our words were asked for. */
    private static Duration beforeRepeat(Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.Text _ -> BEFORE_REPEAT;
            case Outgoing.Call call -> call.ringing().plus(BEFORE_REPEAT);
        };
    }

    private static MessageStanding ended(MessageState state, int failures) {
        return new MessageStanding(state, null, failures);
    }

    private static MessageStanding waiting(ClaimedMessage claimed, Instant dueAt, int failures) {
        var atTheLatest = dueAt.isBefore(claimed.expiresAt()) ? dueAt : claimed.expiresAt();
        return new MessageStanding(MessageState.WAITING, atTheLatest, failures);
    }

    /** 1, 2, 4, 8, 16, 30, 30 … seconds, and up to a quarter more, so that many do not come back at once. */
    private static Duration pause(int failures, RandomGenerator random) {
        var seconds = failures >= 5 ? LONGEST_PAUSE_SECONDS : 1 << failures;
        return Duration.ofMillis(seconds * 1000L + random.nextInt(seconds * 250));
    }
}
