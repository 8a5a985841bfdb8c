package gateway.answering;

import gateway.alert.AlertId;
import gateway.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps which alerts are to be erased, and when; one that was opened again since is let be. */
public final class Erasures {

    private static final String PLAN = """
            INSERT INTO erasure (alert_id, resolved_at, due_at)
            SELECT id, resolved_at, $2
              FROM alert
             WHERE id = $1
               AND resolved_at IS NOT NULL
            ON CONFLICT (alert_id) DO UPDATE
               SET resolved_at = excluded.resolved_at, due_at = excluded.due_at
            """;
    private static final String DUE = """
            SELECT alert_id
              FROM erasure
             WHERE due_at <= $1
             ORDER BY due_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM erasure
            """;
    private static final String STANDS = """
            SELECT alert.id
              FROM erasure
              JOIN alert ON alert.id = erasure.alert_id AND alert.resolved_at = erasure.resolved_at
             WHERE alert.id = $1
            """;
    private static final String FORGET = """
            DELETE FROM erasure
             WHERE alert_id = $1
            """;

    /** The alert has just been resolved: the moment that stands in its row is the one that is compared with later. */
    public void plan(Transaction tx, AlertId alert, Instant dueAt) {
        tx.execute(PLAN, alert.value(), dueAt);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    List<AlertId> due(Transaction tx, Instant now, int limit) {
        return tx.query(DUE, row -> new AlertId(row.id("alert_id")), now, limit);
    }

    /** Whether the alert is still as resolved as when this was planned; it is locked. */
    boolean stands(Transaction tx, AlertId alert) {
        return tx.queryOne(STANDS, row -> row.id("id"), alert.value()).isPresent();
    }

    void forget(Transaction tx, AlertId alert) {
        tx.execute(FORGET, alert.value());
    }
}
