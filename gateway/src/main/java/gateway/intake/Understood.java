package gateway.intake;

import gateway.codebook.Code;
import org.jspecify.annotations.Nullable;

/** What was understood of a report's words. */
record Understood(Code code, @Nullable String area) {}
