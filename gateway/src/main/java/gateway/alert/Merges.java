package gateway.alert;

import gateway.database.Transaction;
import java.util.List;
import java.util.Optional;

/** Keeps which alerts were found to be the same as another, and where that leads in the end. */
public final class Merges {

    private static final String MERGE = """
            UPDATE alert
               SET merged_into = CASE WHEN id = $1 THEN $2 ELSE merged_into END, survivor_id = $2
             WHERE id = $1
                OR survivor_id = $1
            """;
    private static final String UNDO = """
            WITH RECURSIVE followers AS (
                   SELECT id FROM alert WHERE merged_into = $1
                    UNION
                   SELECT alert.id FROM alert JOIN followers ON alert.merged_into = followers.id)
            UPDATE alert
               SET merged_into = CASE WHEN id = $1 THEN NULL ELSE merged_into END,
                   survivor_id = CASE WHEN id = $1 THEN NULL ELSE $1 END
             WHERE id IN (SELECT $1::uuid UNION SELECT id FROM followers)
            """;
    private static final String MERGED_INTO = """
            SELECT merged_into
              FROM alert
             WHERE id = $1
            """;
    private static final String SURVIVOR = """
            SELECT coalesce(survivor_id, id) AS survivor
              FROM alert
             WHERE id = $1
            """;
    private static final String OF_SURVIVOR = """
            SELECT id
              FROM alert
             WHERE survivor_id = $1
             ORDER BY opened_at, id
            """;

    /** Both are locked; the survivor is unresolved, so that it can never lead back. */
    public void merge(Transaction tx, AlertId merged, AlertId survivor) {
        tx.write(MERGE, merged.value(), survivor.value());
        tx.announce();
    }

    void undo(Transaction tx, AlertId merged) {
        tx.write(UNDO, merged.value());
        tx.announce();
    }

    /** The alert that a coordinator said it is the same as; empty while it stands by itself. */
    public Optional<AlertId> mergedInto(Transaction tx, AlertId alert) {
        return tx.queryOne(MERGED_INTO, row -> row.idIfAny("merged_into"), alert.value()).flatMap(id -> id).map(AlertId::new);
    }

    /** The alert that goes on for it: itself, while it stands by itself. */
    public AlertId survivorOf(Transaction tx, AlertId alert) {
        return tx.queryOne(SURVIVOR, row -> new AlertId(row.id("survivor")), alert.value()).orElse(alert);
    }

    /** All alerts that this one goes on for, beside itself. */
    public List<AlertId> mergedFrom(Transaction tx, AlertId survivor) {
        return tx.query(OF_SURVIVOR, row -> new AlertId(row.id("id")), survivor.value());
    }
}
