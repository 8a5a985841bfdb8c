package gateway.alert;

import gateway.contact.EnrolmentId;
import gateway.database.Transaction;
import gateway.roster.Discipline;
import java.util.List;
import java.util.Map;

/** Lists alerts for the board, for a person, and for going through all of them. */
public final class AlertLists {

    private static final String UNRESOLVED = "SELECT " + Alerts.COLUMNS + """
              FROM alert
             WHERE resolved_at IS NULL
             ORDER BY opened_at, id
             LIMIT $1
            """;
    private static final String UNRESOLVED_ABOUT = "SELECT " + Alerts.COLUMNS + """
              FROM alert
             WHERE resolved_at IS NULL
               AND enrolment_id = $1
             ORDER BY opened_at, id
             LIMIT 20
            """;
    private static final String RECENTLY_RESOLVED = "SELECT " + Alerts.COLUMNS + """
              FROM alert
             WHERE resolved_at IS NOT NULL
             ORDER BY resolved_at DESC
             LIMIT $1
            """;
    private static final String COUNT_UNRESOLVED = """
            SELECT count(*) AS count
              FROM alert
             WHERE resolved_at IS NULL
               AND ($1 = EXISTS (SELECT FROM ladder
                                 WHERE alert_id = alert.id AND state = 'climbing' AND discipline = ANY ($2)))
            """;
    private static final String ALL_IDS = """
            SELECT id
              FROM alert
             WHERE id > $1
             ORDER BY id
             LIMIT $2
            """;

    AlertLists() {}

    /** Unresolved alerts, the oldest first. */
    public List<Alert> unresolved(Transaction tx, int limit) {
        return tx.querySound(Alerts.NAMED, UNRESOLVED, Alerts::read, limit);
    }

    /** Unresolved alerts about one enrolled person, the oldest first: joining keeps them apart, and only a human merges them. */
    public List<Alert> unresolvedAbout(Transaction tx, EnrolmentId person) {
        return tx.querySound(Alerts.NAMED, UNRESOLVED_ABOUT, Alerts::read, person.value());
    }

    public List<Alert> recentlyResolved(Transaction tx, int limit) {
        return tx.querySound(Alerts.NAMED, RECENTLY_RESOLVED, Alerts::read, limit);
    }

    /** How many unresolved alerts are open, and how many acknowledged. */
    public Map<AlertState, Long> counts(Transaction tx) {
        return Map.of(AlertState.OPEN, tx.queryOne(COUNT_UNRESOLVED, row -> row.count("count"), true,
                        Discipline.requiredWords()).orElse(0L),
                AlertState.ACKNOWLEDGED, tx.queryOne(COUNT_UNRESOLVED, row -> row.count("count"), false,
                        Discipline.requiredWords()).orElse(0L));
    }

    /** The next ids after the one given, for going through all alerts in pieces. */
    public List<AlertId> idsAfter(Transaction tx, AlertId after, int limit) {
        return tx.query(ALL_IDS, row -> new AlertId(row.id("id")), after.value(), limit);
    }
}
