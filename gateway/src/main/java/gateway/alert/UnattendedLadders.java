package gateway.alert;

import gateway.database.Transaction;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds ladders that nobody has, or of which nobody could be asked. */
public final class UnattendedLadders {

    private static final String IS_UNATTENDED = """
            SELECT EXISTS (SELECT FROM ladder
                            WHERE nobody_since <= $2
                              AND discipline = ANY ($1)
                              AND (told_nobody_at IS NULL OR told_nobody_at <= $2 OR told_nobody_at < nobody_since)) AS due
            """;
    private static final String NOBODY_SINCE = """
            SELECT min(greatest(nobody_since, told_nobody_at)) AS at
              FROM ladder
             WHERE nobody_since IS NOT NULL
               AND discipline = ANY ($1)
            """;
    private static final String LOCK_UNATTENDED = """
            SELECT ladder.id, ladder.alert_id, ladder.discipline, ladder.nobody_since,
                   coalesce(ladder.told_nobody_at >= ladder.nobody_since, false) AS told_before
              FROM ladder
              JOIN alert ON alert.id = ladder.alert_id
             WHERE ladder.discipline = ANY ($1)
               AND CASE WHEN ladder.told_nobody_at >= ladder.nobody_since THEN ladder.told_nobody_at <= $3
                        ELSE ladder.nobody_since <= $2 END
               AND alert.erased_at IS NULL
             ORDER BY ladder.nobody_since, ladder.id
             LIMIT $4
               FOR NO KEY UPDATE OF alert SKIP LOCKED
            """;
    private static final String TELL_UNATTENDED = """
            UPDATE ladder
               SET told_nobody_at = $2
             WHERE id = ANY ($1)
            """;
    private static final String ASKED_NOBODY = """
            UPDATE ladder
               SET nobody_asked_since = CASE WHEN $2 THEN coalesce(nobody_asked_since, $3::timestamptz) END
             WHERE id = $1
            """;
    private static final String NOBODY_ASKED = """
            SELECT alert.id, alert.number, min(nobody_asked_since) AS since
              FROM ladder
              JOIN alert ON alert.id = ladder.alert_id
             WHERE nobody_asked_since IS NOT NULL
               AND ladder.state = 'climbing'
               AND discipline = ANY ($1)
             GROUP BY alert.id
             ORDER BY since, alert.number
            """;

    UnattendedLadders() {}

    /** A ladder beside the peers' that nobody has, for so long that the coordinators must know. */
    public record Unattended(LadderId ladder, AlertId alert, Discipline discipline, Instant since, boolean toldBefore) {}

    /** Of those beside the peers' that nobody has: since when the first is, or when that was told last. */
    public Optional<Instant> nobodySince(Transaction tx) {
        return tx.moment(NOBODY_SINCE, (Object) beside());
    }

    /**
     * Locks the alerts whose required ladders beside the peers' nobody has had for a while, the oldest first, if one of them
     * is to be told of now; with it those that would be soon. An alert that somebody else has locked is told of in the next turn.
     *
     * @param due   a ladder that nobody has had, and that was not told of, since then is to be told of
     * @param first then one that was never told of goes with it if nobody has had it since this moment
     * @param again and one that was told of before if that was no later than this
     */
    public List<Unattended> lockUnattended(Transaction tx, Instant due, Instant first, Instant again, int limit) {
        var beside = beside();
        if (tx.queryOne(IS_UNATTENDED, row -> row.flag("due"), beside, due).filter(isDue -> isDue).isEmpty()) {
            return List.of();
        }
        return tx.query(LOCK_UNATTENDED, row -> new Unattended(new LadderId(row.id("id")), new AlertId(row.id("alert_id")),
                Discipline.read(row.text("discipline")).orElseThrow(), row.moment("nobody_since"), row.flag("told_before")),
                beside, first, again, limit);
    }

    private static String[] beside() {
        return Discipline.beside().stream().filter(Discipline::isRequired).map(Discipline::word).toArray(String[]::new);
    }

    /** The coordinators are told now that nobody has these. */
    public void toldUnattended(Transaction tx, List<Unattended> told, Instant now) {
        tx.write(TELL_UNATTENDED, told.stream().map(one -> one.ladder().value()).toArray(UUID[]::new), now);
    }

    /** Whether the last resort has just found anybody it may ask. */
    public void askedNobody(Transaction tx, Ladder ladder, boolean nobody, Instant now) {
        tx.write(ASKED_NOBODY, ladder.id().value(), nobody, now);
    }

    /** An alert for which nobody may be asked at all. */
    public record NobodyAsked(AlertNumber number, Instant since) {}

    /** Alerts that stay open and for which the last resort finds nobody, the longest first. */
    public List<NobodyAsked> nobodyAsked(Transaction tx) {
        return tx.querySound(Ladders.ALERT, NOBODY_ASKED, row -> new NobodyAsked(AlertNumber.read(row.text("number")).orElseThrow(),
                row.moment("since")), (Object) Discipline.requiredWords());
    }
}
