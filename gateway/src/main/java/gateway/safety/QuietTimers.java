package gateway.safety;

import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says whose phone is in its quiet, because she is inside by a proven timer. */
public final class QuietTimers {
    private static final String LAST_QUIET = """
            SELECT begun_at
              FROM safety_timer
             WHERE member_id = $1
               AND kind = 'inside'
               AND proven
               AND coalesce(ended_at, cleared_at, $2) > $3
             ORDER BY begun_at
             LIMIT 1
            """;

    private final SafetyTimers timers;

    QuietTimers(SafetyTimers timers) {
        this.timers = timers;
    }

    /** When the quiet of her phone began that lasts, or has lately; of several the first. */
    public Optional<Instant> lastQuietOf(Transaction tx, MemberId member) {
        var now = tx.now();
        return tx.queryOne(LAST_QUIET, row -> row.moment("begun_at"), member.value(), now, now.minus(SafetyTimers.SHOWN_AFTER));
    }

    /** Whether nothing may be sent to or rung at her phone. */
    public boolean isQuiet(Transaction tx, MemberId member) {
        return timers.standingOf(tx, List.of(member)).stream().anyMatch(SafetyTimer::keepsQuiet);
    }
}
