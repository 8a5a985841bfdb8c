package gateway.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person held; one by default.
 *
 * @param stage   where she is, as a human confirmed it; one of the pack's
 * @param outcome one of the pack's; null until the alert is resolved
 */
public record Arrestee(UUID id, int ordinal, @Nullable String stage, @Nullable String outcome) {}
