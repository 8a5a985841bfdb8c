package gateway.member;

import gateway.database.Transaction;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps which codes were sent to members' phones to prove that they are theirs, and how long each phone is proven: prepaid
 * numbers are given out again. A code is kept as a keyed index; it counts for the phone it went to and for no other.
 */
public final class Verifications {

    /** How long a phone counts as hers. */
    public static final Duration VALID = Duration.ofDays(90);
    private static final int MOST_WRONG = 3;

    private static final String LOCK = """
            SELECT id
              FROM member
             WHERE id = $1
               FOR NO KEY UPDATE
            """;
    private static final String REPLACE = """
            UPDATE verification
               SET ended_at = $2, ended = 'replaced'
             WHERE member_id = $1
               AND ended_at IS NULL
            """;
    private static final String START = """
            INSERT INTO verification (member_id, asked_at, phone_index, code_index, expires_at)
            SELECT id, $2, phone_index, $3, $4
              FROM member
             WHERE id = $1
               AND phone_index IS NOT NULL
            """;
    private static final String COUNT_SINCE = """
            SELECT count(*) AS count
              FROM verification
             WHERE member_id = $1
               AND asked_at > $2
            """;
    private static final String WAITING = """
            SELECT verification.asked_at, verification.code_index, verification.expires_at
              FROM verification
              JOIN member ON member.id = verification.member_id AND member.phone_index = verification.phone_index
             WHERE verification.member_id = $1
               AND verification.ended_at IS NULL
               AND verification.expires_at > $2
               FOR NO KEY UPDATE OF verification
            """;
    /** One that was ended by wrong ones is not counted: whoever guesses is not told that she was near. */
    private static final String WAS_SENT = """
            SELECT EXISTS (SELECT FROM verification
                            WHERE member_id = $1
                              AND code_index = $2
                              AND asked_at > $3
                              AND ended IS DISTINCT FROM 'spent') AS sent
            """;
    private static final String MISS = """
            UPDATE verification
               SET wrong = wrong + 1,
                   ended_at = CASE WHEN wrong + 1 >= $3 THEN $2::timestamptz END,
                   ended = CASE WHEN wrong + 1 >= $3 THEN 'spent' END
             WHERE member_id = $1
               AND ended_at IS NULL
            """;
    private static final String GIVE = """
            UPDATE verification
               SET ended_at = $2, ended = 'given'
             WHERE member_id = $1
               AND ended_at IS NULL
            """;
    private static final String VERIFY = """
            UPDATE member
               SET verified = true, verified_at = $2, verified_by = 'code', told_of_verification = 0
             WHERE id = $1
               AND retired_at IS NULL
            """;
    private static final String IS_BY_CODE = """
            SELECT verified AND verified_by = 'code' AS is_by_code
              FROM member
             WHERE id = $1
            """;
    private static final String SINCE = """
            SELECT id, verified_at
              FROM member
             WHERE verified
               AND retired_at IS NULL
            """;
    /** $1 over, $2 a day, $3 three days, $4 a week before its end. */
    private static final String DUE = """
            SELECT member.id,
                   CASE WHEN NOT verified THEN 0
                        WHEN verified_at <= $1 THEN 4
                        WHEN verified_at <= $2 THEN 3
                        WHEN verified_at <= $3 THEN 2
                        ELSE 1 END AS stage
              FROM member
             WHERE retired_at IS NULL
               AND phone_index IS NOT NULL
               AND NOT EXISTS (SELECT FROM barred_phone WHERE number_index = member.phone_index)
               AND (NOT verified
                    AND (SELECT count(*)
                           FROM verification
                          WHERE member_id = member.id
                            AND verification.phone_index = member.phone_index) = 0
                    OR verified
                    AND told_of_verification < CASE WHEN verified_at <= $1 THEN 4
                                                    WHEN verified_at <= $2 THEN 3
                                                    WHEN verified_at <= $3 THEN 2
                                                    WHEN verified_at <= $4 THEN 1
                                                    ELSE 0 END)
             ORDER BY member.id
            """;
    private static final String TELL = """
            UPDATE member
               SET told_of_verification = $2
             WHERE id = $1
               AND told_of_verification < $2
            """;

    private final KeyRing keys;

    Verifications(KeyRing keys) {
        this.keys = keys;
    }

    /** A code that waits to come back. */
    public record Waiting(Instant askedAt, Instant until) {}

    /**
     * A member who is to be asked for a code, or told.
     *
     * @param stage 0 where her phone was never proven nor asked; else how near the end is, 4 that it is over
     */
    public record Due(MemberId member, int stage) {}

    /** One code after the other is sent to a member. */
    public void lock(Transaction tx, MemberId member) {
        tx.queryOne(LOCK, row -> row.id("id"), member.value());
    }

    /** A fresh code is the only one that counts. */
    public void start(Transaction tx, MemberId member, String code, Instant now, Instant until) {
        tx.execute(REPLACE, member.value(), now);
        tx.execute(START, member.value(), now, index(member, code), until);
        tx.announce();
    }

    public long countSince(Transaction tx, MemberId member, Instant since) {
        return tx.queryOne(COUNT_SINCE, row -> row.count("count"), member.value(), since).orElse(0L);
    }

    public Optional<Waiting> waiting(Transaction tx, MemberId member, Instant now) {
        return tx.queryOne(WAITING, row -> new Waiting(row.moment("asked_at"), row.moment("expires_at")), member.value(), now);
    }

    /** Whether this code went to her phone since then, whatever became of it. */
    public boolean wasSent(Transaction tx, MemberId member, String code, Instant since) {
        return tx.queryOne(WAS_SENT, row -> row.flag("sent"), member.value(), index(member, code), since).orElse(false);
    }

    /** Takes what came back: the right code proves the phone, the third wrong one ends the waiting. */
    public boolean give(Transaction tx, MemberId member, String code, Instant now) {
        var right = tx.queryOne(WAITING, row -> Arrays.equals(row.bytes("code_index"), index(member, code)),
                member.value(), now).orElse(false);
        if (right) {
            tx.execute(GIVE, member.value(), now);
            tx.execute(VERIFY, member.value(), now);
            tx.announce();
        } else {
            tx.execute(MISS, member.value(), now, MOST_WRONG);
        }
        return right;
    }

    /** Whether she proved it herself, so that no file takes it back. */
    public boolean isByCode(Transaction tx, MemberId member) {
        return tx.queryOne(IS_BY_CODE, row -> row.flag("is_by_code"), member.value()).orElse(false);
    }

    /** Until when each verified phone counts as hers. */
    public Map<MemberId, Instant> untilOfAll(Transaction tx) {
        return tx.query(SINCE, row -> Map.entry(new MemberId(row.id("id")), row.moment("verified_at").plus(VALID))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<Due> due(Transaction tx, Instant now) {
        Function<Integer, Instant> ends = days -> now.minus(VALID).plus(Duration.ofDays(days));
        return tx.query(DUE, row -> new Due(new MemberId(row.id("id")), row.number("stage")), ends.apply(0), ends.apply(1),
                ends.apply(3), ends.apply(7));
    }

    /** She and her coordinators are told that much; says whether they were not before. */
    public boolean tell(Transaction tx, Due due) {
        return tx.execute(TELL, due.member().value(), due.stage()) > 0;
    }

    private byte[] index(MemberId member, String code) {
        return keys.index().of("verification", member + " " + code);
    }
}
