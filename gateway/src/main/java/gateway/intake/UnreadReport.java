package gateway.intake;

import gateway.alert.AlertId;
import gateway.reading.Guess;
import java.time.Instant;
import java.util.UUID;

/** A report that was not understood, until a human has read and coded it. */
public record UnreadReport(UUID report, AlertId alert, Guess guess, Instant since, Instant dueAt) {}
