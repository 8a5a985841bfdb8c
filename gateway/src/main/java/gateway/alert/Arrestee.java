package gateway.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person held; one by default. Her outcome, one of the pack's, is null until the alert is resolved. */
public record Arrestee(UUID id, int ordinal, @Nullable String outcome) {}
