package gateway.duty;

import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.CoverId;
import gateway.roster.RosterId;
import gateway.roster.Stint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps promises. Each change says whether it was made now, so that of several gateways one acts on it. */
final class Promises {

    private static final String SELECT = """
            SELECT id, roster_id, member_id, from_at, to_at, state, asked_at, cover_ids
              FROM promise
            """;
    private static final String ALL = SELECT + """
             WHERE state <> 'over'
             ORDER BY from_at, id
            """;
    private static final String OF_MEMBER = SELECT + """
             WHERE member_id = $1
               AND state <> 'over'
               AND to_at > $2
             ORDER BY from_at, id
               FOR NO KEY UPDATE
            """;
    private static final String ASK = """
            INSERT INTO promise (id, roster_id, member_id, from_at, to_at, state, asked_at, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
            ON CONFLICT ON CONSTRAINT a_shift_is_asked_for_once DO UPDATE
               SET state = excluded.state, to_at = excluded.to_at, asked_at = excluded.asked_at,
                   changed_at = excluded.changed_at
             WHERE promise.state = 'over' OR excluded.state = 'given'
            """;
    private static final String MOVE = """
            UPDATE promise
               SET state = $3, changed_at = $4
             WHERE id = $1
               AND state = $2
            """;
    private static final String STAY = """
            UPDATE promise
               SET cover_ids = cover_ids || $2::uuid[]
             WHERE id = $1
            """;
    private static final String TAKE_BACK = """
            UPDATE promise
               SET state = 'asked', changed_at = $4
             WHERE roster_id = $1
               AND member_id = $2
               AND from_at = $3
               AND state = 'given'
            """;
    private static final String MAY_ANSWER = """
            INSERT INTO duty_answer (member_id, answered_at)
            VALUES ($1, $2)
            ON CONFLICT (member_id) DO UPDATE
               SET answered_at = excluded.answered_at
             WHERE duty_answer.answered_at <= $3
            """;
    private static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(1);

    private final RowIds ids;

    Promises(RowIds ids) {
        this.ids = ids;
    }

    /** Those of which something may still come. */
    List<Promise> all(Transaction tx) {
        return tx.query(ALL, Promises::read);
    }

    /** Those of the member whose shifts are not over, locked. */
    List<Promise> lockOf(Transaction tx, MemberId member, Instant now) {
        return tx.query(OF_MEMBER, Promises::read, member.value(), now);
    }

    boolean ask(Transaction tx, RosterId roster, Stint shift, Instant now) {
        return put(tx, roster, shift, PromiseState.ASKED, now);
    }

    /** Who accepts a shift has given her word with it. */
    void give(Transaction tx, RosterId roster, Stint shift, Instant now) {
        put(tx, roster, shift, PromiseState.GIVEN, now);
    }

    boolean move(Transaction tx, Promise promise, PromiseState to, Instant now) {
        return tx.execute(MOVE, promise.id(), promise.state().word(), to.word(), now) > 0;
    }

    void stay(Transaction tx, Promise promise, List<CoverId> covers) {
        tx.execute(STAY, promise.id(), covers.stream().map(CoverId::value).toArray(UUID[]::new));
    }

    /** She wants off: what she had promised is no longer so. */
    void takeBack(Transaction tx, RosterId roster, MemberId member, Instant from, Instant now) {
        tx.execute(TAKE_BACK, roster.value(), member.value(), from, now);
    }

    /** Whether she may be told now that her word changed nothing. */
    boolean mayAnswer(Transaction tx, MemberId member, Instant now) {
        return tx.execute(MAY_ANSWER, member.value(), now, now.minus(BETWEEN_ANSWERS)) > 0;
    }

    private boolean put(Transaction tx, RosterId roster, Stint shift, PromiseState state, Instant now) {
        return tx.execute(ASK, ids.next(), roster.value(), shift.member().value(), shift.from(), shift.to(), state.word(), now) > 0;
    }

    private static Promise read(Row row) {
        return new Promise(row.id("id"), new RosterId(row.id("roster_id")),
                new Stint(new MemberId(row.id("member_id")), row.moment("from_at"), row.moment("to_at")),
                PromiseState.of(row.text("state")), row.moment("asked_at"), row.ids("cover_ids").stream().map(CoverId::new).toList());
    }
}
