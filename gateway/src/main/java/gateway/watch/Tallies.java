package gateway.watch;

import gateway.database.Database;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.roster.Discipline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Counts in the database what the meters show of alerts and dispatches. Ids sort by time, so each look counts only the
 * rows made since the last one, and costs the same however long the log is; it stays a little behind, so that no
 * transaction under way is passed over.
 */
public final class Tallies {

    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final String NEW_ALERTS = "SELECT count(*) AS made FROM alert WHERE id >= $1 AND id < $2";
    private static final String NEW_DISPATCHES = "SELECT count(*) AS made FROM dispatch WHERE id >= $1 AND id < $2";
    private static final String UNRESOLVED = """
            SELECT count(*) AS unresolved,
                   count(*) FILTER (WHERE id < $1) AS settled,
                   count(*) FILTER (WHERE EXISTS (SELECT
                                                    FROM ladder
                                                   WHERE alert_id = alert.id
                                                     AND state = 'climbing'
                                                     AND discipline = ANY ($2))) AS open
              FROM alert
             WHERE resolved_at IS NULL
            """;

    private final Database database;
    private final Meters meters;
    private final InstantSource clock;
    private UUID alertsUntil = RowIds.floor(Instant.EPOCH);
    private UUID dispatchesUntil;
    private long alerts;

    public Tallies(Database database, Meters meters, InstantSource clock) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
        this.dispatchesUntil = settled();
    }

    /** One look; what fails is counted in the next. */
    public void tick() {
        var until = settled();
        var found = database.inTransaction(tx -> look(tx, until));
        if (alertsUntil.compareTo(until) < 0) {
            alerts += found.newAlerts;
            alertsUntil = until;
            meters.countDispatches(found.newDispatches);
            dispatchesUntil = until;
        }
        meters.showAlerts("open", found.open);
        meters.showAlerts("acknowledged", found.unresolved - found.open);
        meters.showAlerts("resolved", Math.max(0, alerts - found.settledUnresolved));
    }

    private Found look(Transaction tx, UUID until) {
        var newAlerts = count(tx, NEW_ALERTS, alertsUntil, until);
        var newDispatches = count(tx, NEW_DISPATCHES, dispatchesUntil, until);
        return tx.queryOne(UNRESOLVED, row -> new Found(newAlerts, newDispatches, row.count("unresolved"),
                row.count("settled"), row.count("open")), until, Discipline.requiredWords()).orElseThrow();
    }

    private static long count(Transaction tx, String sql, UUID from, UUID until) {
        return tx.queryOne(sql, row -> row.count("made"), from, until).orElseThrow();
    }

    private UUID settled() {
        return RowIds.floor(clock.instant().minus(SETTLED));
    }

    private record Found(long newAlerts, long newDispatches, long unresolved, long settledUnresolved, long open) {}
}
