package gateway.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice by call.
 *
 * @param summons what the calls to several people for one thing have in common; null for a call to one
 */
public record NoticeCall(MessageId message, Talk talk, @Nullable UUID summons) {}
