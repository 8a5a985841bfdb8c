package gateway.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands after an attempt: its state, when it is due again, and how often it has not been taken.
 * Surely not taken: again with growing pauses until it expires. Perhaps taken: once more, if it may be repeated at all.
 */
record Standing(MessageState state, @Nullable Instant dueAt, int failures) {

    private static final Duration BEFORE_REPEAT = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_SECONDS = 30;

    static Standing after(ClaimedText text, SendOutcome outcome, Instant now, RandomGenerator random) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> ended(MessageState.ACCEPTED, text.failures());
            case SendOutcome.Refused _ -> ended(MessageState.REFUSED, text.failures());
            case SendOutcome.NotTaken _ -> waiting(text, now.plus(pause(text.failures(), random)), text.failures() + 1);
            case SendOutcome.Unknown _ -> mayBeRepeated(text.repeatable(), text.unknowns() + 1)
                    ? waiting(text, now.plus(BEFORE_REPEAT), text.failures())
                    : ended(MessageState.UNKNOWN, text.failures());
        };
    }

    /** @param unknowns how many of its attempts ended without anybody knowing what became of them */
    static boolean mayBeRepeated(boolean repeatable, int unknowns) {
        return repeatable && unknowns <= 1;
    }

    private static Standing ended(MessageState state, int failures) {
        return new Standing(state, null, failures);
    }

    private static Standing waiting(ClaimedText text, Instant dueAt, int failures) {
        var atTheLatest = dueAt.isBefore(text.expiresAt()) ? dueAt : text.expiresAt();
        return new Standing(MessageState.WAITING, atTheLatest, failures);
    }

    /** 1, 2, 4, 8, 16, 30, 30 … seconds, and up to a quarter more, so that many do not come back at once. */
    private static Duration pause(int failures, RandomGenerator random) {
        var seconds = failures >= 5 ? LONGEST_PAUSE_SECONDS : 1 << failures;
        return Duration.ofMillis(seconds * 1000L + random.nextInt(seconds * 250));
    }
}
