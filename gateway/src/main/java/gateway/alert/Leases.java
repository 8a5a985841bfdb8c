package gateway.alert;

import gateway.alert.Ladder.Acknowledged;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what responders have, and had, of ladders: since when texts carry each, when she was last heard, and of which
 * check-in she was reminded. It changes only under the lock of the alert.
 */
public final class Leases {

    private static final String TAKE = """
            INSERT INTO lease (ladder_id, member_id, carried_from, taken_at, heard_at)
            VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (ladder_id, member_id) DO UPDATE
               SET carried_from = excluded.carried_from, taken_at = excluded.taken_at, heard_at = excluded.heard_at,
                   lapsed_at = NULL, reminded_for = NULL
            """;
    private static final String HEAR = """
            UPDATE lease
               SET carried_from = $3, heard_at = $4
             WHERE ladder_id = $1
               AND member_id = $2
            """;
    private static final String LAPSE = """
            UPDATE lease
               SET lapsed_at = $3
             WHERE ladder_id = $1
               AND member_id = $2
            """;
    private static final String REMIND = """
            UPDATE lease
               SET reminded_for = $3
             WHERE ladder_id = $1
               AND member_id = $2
               AND reminded_for IS DISTINCT FROM $3
            """;
    private static final String CARRIED_FROM = """
            SELECT carried_from
              FROM lease
             WHERE ladder_id = $1
               AND member_id = $2
            """;
    private static final String LAST = """
            SELECT member_id, taken_at, heard_at, lapsed_at
              FROM lease
             WHERE ladder_id = $1
             ORDER BY taken_at DESC
             LIMIT 1
            """;
    private static final String FORGET = """
            DELETE FROM lease
             WHERE ladder_id = $1
            """;
    private static final String NEAR_THEIR_END = """
            SELECT ladder.holder_id, ladder.alert_id
              FROM ladder
              JOIN lease ON lease.ladder_id = ladder.id AND lease.member_id = ladder.holder_id
             WHERE ladder.due_at > $1
               AND ladder.due_at <= $2
               AND lease.reminded_for IS DISTINCT FROM ladder.due_at
             ORDER BY ladder.holder_id, ladder.alert_id
            """;
    private static final String NEXT_END = """
            SELECT min(ladder.due_at) AS at
              FROM ladder
              JOIN lease ON lease.ladder_id = ladder.id AND lease.member_id = ladder.holder_id
             WHERE ladder.due_at > $1
               AND lease.reminded_for IS DISTINCT FROM ladder.due_at
            """;

    /** A lease of which its holder is to be reminded. */
    public record NearItsEnd(MemberId holder, AlertId alert) {}

    /** She has it from now on. */
    public void take(Transaction tx, Acknowledged taken, Instant now) {
        tx.write(TAKE, taken.id().value(), taken.by().value(), taken.confirmedAt(), now);
    }

    /** She still has it. */
    public void hear(Transaction tx, Acknowledged checkedIn, Instant now) {
        tx.execute(HEAR, checkedIn.id().value(), checkedIn.by().value(), checkedIn.confirmedAt(), now);
    }

    public void lapse(Transaction tx, Ladder ladder, MemberId holder, Instant now) {
        tx.execute(LAPSE, ladder.id().value(), holder.value(), now);
    }

    /** She is reminded of the check-in that is due then. Says whether nobody else has done so. */
    public boolean remind(Transaction tx, Ladder ladder, MemberId holder, Instant dueAt) {
        return tx.execute(REMIND, ladder.id().value(), holder.value(), dueAt) > 0;
    }

    /** The ladder begins anew, and so do the hours that texts carry. */
    public void forget(Transaction tx, Ladder ladder) {
        tx.execute(FORGET, ladder.id().value());
    }

    /** Since when texts carry a member on this ladder: her first TAKE by phone, or when she last showed more than it. */
    public Optional<Instant> carriedFrom(Transaction tx, Ladder ladder, MemberId member) {
        return tx.queryOne(CARRIED_FROM, row -> row.moment("carried_from"), ladder.id().value(), member.value());
    }

    /** Who had it last, if she missed her check-in and nobody has had it since. */
    public Optional<Lapse> lapseOf(Transaction tx, Ladder ladder) {
        return ladder.holder().isPresent() ? Optional.empty()
                : tx.queryOne(LAST, Leases::lapse, ladder.id().value()).flatMap(lapse -> lapse);
    }

    /** When the first lease ends of whose end nobody has been reminded. */
    public Optional<Instant> nextEnd(Transaction tx, Instant now) {
        return tx.moment(NEXT_END, now);
    }

    /** Leases that end within a time, and of whose end nobody has been reminded. */
    public List<NearItsEnd> nearTheirEnd(Transaction tx, Instant now, Instant until) {
        return tx.query(NEAR_THEIR_END, row -> new NearItsEnd(new MemberId(row.id("holder_id")), new AlertId(row.id("alert_id"))),
                now, until);
    }

    private static Optional<Lapse> lapse(Row row) {
        return row.momentIfAny("lapsed_at").map(_ -> new Lapse(new MemberId(row.id("member_id")), row.moment("taken_at"),
                row.moment("heard_at")));
    }
}
