package gateway.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dispatch whose newest message did not reach its phone, as far as anybody knows; with the carrier's error code. */
public record FailedDispatch(UUID dispatch, @Nullable String error) {}
