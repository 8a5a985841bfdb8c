package gateway.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to send one message by one carrier.
 *
 * @param repeat whether its words were marked as a repeat
 * @param error  the carrier's error code, or why nothing is known
 */
public record Attempt(AttemptId id, int sequence, boolean repeat, AttemptState state, @Nullable String error,
        Instant changedAt) {}
