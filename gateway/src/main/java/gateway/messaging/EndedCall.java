package gateway.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call for a dispatch that is over, one way or the other, and that nobody has seen to yet.
 *
 * @param state      what became of it; delivered means that somebody, or a machine, answered
 * @param keyPressed whether a key was pressed, as no machine does
 * @param isSecond   whether it followed another that came to nothing
 * @param error      why the carrier could not put it through
 */
public record EndedCall(MessageId message, UUID dispatch, MessageState state, boolean keyPressed, boolean isSecond,
        @Nullable String error) {}
