package gateway.replying;

import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Instant;

/** Counts wrong reply codes that came from a member's number. They take nothing from her: her right code still wins. */
final class WrongCodes {

    /** So many in an hour are no slip of a thumb: the coordinators are told. */
    private static final int WORTH_TELLING = 5;
    /** So many in an hour are guessing: from then on a right TAKE is asked for again in a call. */
    private static final int GUESSING = 20;

    private static final String COUNT = """
            INSERT INTO wrong_code (member_id, tried_at)
            VALUES ($1, ARRAY[$2::timestamptz])
            ON CONFLICT (member_id) DO UPDATE
               SET tried_at = (SELECT array_agg(at ORDER BY at)
                                 FROM (SELECT at
                                         FROM unnest(wrong_code.tried_at || $2::timestamptz) AS tried (at)
                                        WHERE at > $2::timestamptz - interval '1 hour'
                                        ORDER BY at DESC
                                        LIMIT $3) AS latest)
            """;
    private static final String MAY_TELL = """
            UPDATE wrong_code
               SET told_at = $2
             WHERE member_id = $1
               AND cardinality(tried_at) >= $3
               AND (told_at IS NULL OR told_at <= $2::timestamptz - interval '1 hour')
            """;
    private static final String GUESSED = """
            SELECT count(*) AS tried
              FROM wrong_code, unnest(tried_at) AS tried (at)
             WHERE member_id = $1
               AND at > $2::timestamptz - interval '1 hour'
            """;

    void count(Transaction tx, MemberId member, Instant now) {
        tx.execute(COUNT, member.value(), now, (long) GUESSING);
    }

    /** Whether the coordinators are to hear of it now: once an hour for each number. */
    boolean mayTell(Transaction tx, MemberId member, Instant now) {
        return tx.execute(MAY_TELL, member.value(), now, WORTH_TELLING) > 0;
    }

    /** Whether somebody is guessing codes by this number. */
    boolean isGuessed(Transaction tx, MemberId member, Instant now) {
        return tx.queryOne(GUESSED, row -> row.count("tried"), member.value(), now).orElse(0L) >= GUESSING;
    }
}
