package gateway.duty;

import gateway.database.Transaction;
import gateway.roster.Gap;
import gateway.roster.RosterId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps which gaps the coordinators were told of, and sees to it that of several gateways one tells. */
final class GapsTold {

    private static final Duration REMEMBERED = Duration.ofDays(60);
    private static final String ONE_AT_A_TIME = """
            SELECT pg_try_advisory_xact_lock(4731002) AS mine
            """;
    private static final String OF_ROSTER = """
            SELECT roster_id, from_at, to_at, near, told_at
              FROM gap_told
             WHERE roster_id = $1
            """;
    private static final String TELL = """
            INSERT INTO gap_told (roster_id, from_at, to_at, near, told_at)
            VALUES ($1, $2, $3, $4, $5)
            """;
    private static final String FORGET = """
            DELETE FROM gap_told
             WHERE told_at < $1
               AND to_at < $1
            """;

    boolean isMine(Transaction tx) {
        return tx.queryOne(ONE_AT_A_TIME, row -> row.flag("mine")).orElse(false);
    }

    List<GapNews.Told> of(Transaction tx, RosterId roster) {
        return tx.query(OF_ROSTER, row -> new GapNews.Told(new RosterId(row.id("roster_id")),
                new Gap(row.moment("from_at"), row.moment("to_at")), row.flag("near"), row.moment("told_at")), roster.value());
    }

    void tell(Transaction tx, RosterId roster, Gap gap, boolean near, Instant now) {
        tx.execute(TELL, roster.value(), gap.from(), gap.to(), near, now);
        tx.execute(FORGET, now.minus(REMEMBERED));
    }
}
