package gateway.replying;

import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;

/** Keeps what calls from a member's number have keyed wrongly, and when we last rang her back for one. */
public final class RingIns {

    private static final int WRONG_TRIES = 5;
    private static final Duration BARRED_FOR = Duration.ofHours(1);

    private static final String COUNT = """
            INSERT INTO ring_in (member_id, wrong_tries)
            VALUES ($1, 1)
            ON CONFLICT (member_id) DO UPDATE
               SET wrong_tries = CASE WHEN ring_in.barred_until <= $2 THEN 1 ELSE ring_in.wrong_tries + 1 END,
                   barred_until = CASE WHEN ring_in.barred_until > $2 THEN ring_in.barred_until
                                       WHEN ring_in.barred_until IS NULL AND ring_in.wrong_tries + 1 >= $4 THEN $3 END
            RETURNING wrong_tries
            """;
    private static final String FORGIVE_ALL = """
            UPDATE ring_in
               SET wrong_tries = 0, barred_until = NULL
             WHERE member_id = $1
            """;
    private static final String FORGIVE_ONE = """
            UPDATE ring_in
               SET wrong_tries = greatest(wrong_tries - 1, 0),
                   barred_until = CASE WHEN wrong_tries > $2 THEN barred_until END
             WHERE member_id = $1
            """;
    private static final String RING_BACK = """
            INSERT INTO ring_in (member_id, rung_back_at)
            VALUES ($1, $2)
            ON CONFLICT (member_id) DO UPDATE
               SET rung_back_at = excluded.rung_back_at
             WHERE ring_in.rung_back_at IS NULL
                OR ring_in.rung_back_at <= $3
            """;

    /** What a try is, that is counted as wrong until it turns out to be right. */
    enum Counted { COUNTS, LAST, BARRED }

    Counted count(Transaction tx, MemberId member, Instant now) {
        var tries = tx.queryOne(COUNT, row -> row.number("wrong_tries"), member.value(), now, now.plus(BARRED_FOR), WRONG_TRIES)
                .orElseThrow();
        return tries < WRONG_TRIES ? Counted.COUNTS : tries == WRONG_TRIES ? Counted.LAST : Counted.BARRED;
    }

    /** It was right. */
    void forgiveAll(Transaction tx, MemberId member) {
        tx.write(FORGIVE_ALL, member.value());
    }

    /** Nobody had time to look whether it was. */
    void forgiveOne(Transaction tx, MemberId member) {
        tx.write(FORGIVE_ONE, member.value(), WRONG_TRIES);
    }

    /** Says whether she may be rung back now, and that she is. */
    boolean ringBack(Transaction tx, MemberId member, Instant now, Duration between) {
        return tx.execute(RING_BACK, member.value(), now, now.minus(between)) == 1;
    }
}
