package gateway.telling;

import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps how lately each member was told, and who is to be told next. One lock a member, which nobody waits for. */
public final class Paces {

    /** All who wait to be told something, found one after another by the index. */
    private static final String WAITING = """
            WITH RECURSIVE waiting AS (
                    (SELECT member_id FROM dispatch WHERE tell_at IS NOT NULL ORDER BY member_id LIMIT 1)
                    UNION ALL
                    SELECT later.member_id
                      FROM waiting
                     CROSS JOIN LATERAL (SELECT member_id
                                           FROM dispatch
                                          WHERE tell_at IS NOT NULL
                                            AND member_id > waiting.member_id
                                          ORDER BY member_id
                                          LIMIT 1) AS later)
            """;
    private static final String DUE_MEMBERS = WAITING + """
            SELECT waiting.member_id
              FROM waiting
              LEFT JOIN pace ON pace.member_id = waiting.member_id
             WHERE pace.member_id IS NULL
                OR pace.known_from <= $1
               AND EXISTS (SELECT FROM dispatch
                            WHERE member_id = waiting.member_id AND tell_at IS NOT NULL AND known)
                OR pace.strangers_from <= $1
               AND EXISTS (SELECT FROM dispatch
                            WHERE member_id = waiting.member_id AND tell_at IS NOT NULL AND NOT known)
            """;
    private static final String NEXT_DUE = WAITING + """
            SELECT min(least(
                       CASE WHEN EXISTS (SELECT FROM dispatch
                                          WHERE member_id = waiting.member_id AND tell_at IS NOT NULL AND known)
                            THEN coalesce(pace.known_from, 'epoch') END,
                       CASE WHEN EXISTS (SELECT FROM dispatch
                                          WHERE member_id = waiting.member_id AND tell_at IS NOT NULL AND NOT known)
                            THEN coalesce(pace.strangers_from, 'epoch') END)) AS at
              FROM waiting
              LEFT JOIN pace ON pace.member_id = waiting.member_id
            """;
    private static final String MEET = """
            INSERT INTO pace (member_id)
            VALUES ($1)
            ON CONFLICT DO NOTHING
            """;
    private static final String LOCK_PACE = """
            SELECT known_at, strangers_at, of_a_sweep, known_from, strangers_from
              FROM pace
             WHERE member_id = $1
               FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String SAVE_PACE = """
            UPDATE pace
               SET known_at = $2, strangers_at = $3, of_a_sweep = $4, known_from = $5, strangers_from = $6
             WHERE member_id = $1
            """;
    private static final String PUT_OFF = """
            UPDATE pace
               SET known_from = $2, strangers_from = $2
             WHERE member_id = $1
            """;
    private static final String TEXTS = """
            SELECT coalesce(CASE WHEN due_at IS NULL THEN left_at END, $2) AS left_at,
                   EXISTS (SELECT FROM message_dispatch
                             JOIN dispatch ON dispatch.id = dispatch_id
                            WHERE message_id = message.id AND listed AND known) AS known
              FROM message
             WHERE member_id = $1
               AND purpose IN ('dispatch', 'stand_down', 'notice')
               AND kind = 'text'
               AND (left_at > $3 OR state IN ('waiting', 'sending'))
            """;
    private static final String MAY_TELL_CODES = """
            UPDATE pace
               SET codes_told_at = $2
             WHERE member_id = $1
               AND codes_told_at <= $3
            """;
    private static final String DUE_FOR_NOTICES = """
            SELECT DISTINCT notice.member_id
              FROM notice
              LEFT JOIN pace ON pace.member_id = notice.member_id
             WHERE told_at IS NULL
               AND made_at <= $2
               AND coalesce(pace.notices_at, 'epoch') <= $1
            """;
    private static final String NEXT_NOTICE = """
            SELECT min(greatest(notice.made_at, coalesce(pace.notices_at, 'epoch') + $1::bigint * interval '1 second')) AS at
              FROM notice
              LEFT JOIN pace ON pace.member_id = notice.member_id
             WHERE told_at IS NULL
            """;
    private static final String LOCK_FOR_NOTICES = """
            SELECT notices_at, known_at
              FROM pace
             WHERE member_id = $1
               FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String SAVE_FOR_NOTICES = """
            UPDATE pace
               SET notices_at = $2
             WHERE member_id = $1
            """;

    Paces() {}

    /** When the first of those who wait is to be looked at, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    /** Responders who wait to be told and whom it is worth looking at now. */
    List<MemberId> dueMembers(Transaction tx, Instant now) {
        return tx.query(DUE_MEMBERS, row -> new MemberId(row.id("member_id")), now);
    }

    /** Locks the telling of a responder; empty while another gateway has it. */
    Optional<Pace> lockPace(Transaction tx, MemberId member) {
        tx.write(MEET, member.value());
        return tx.queryOne(LOCK_PACE, row -> new Pace(row.moment("known_at"), row.moment("strangers_at"),
                row.flag("of_a_sweep"), row.moment("known_from"), row.moment("strangers_from")), member.value());
    }

    void savePace(Transaction tx, MemberId member, Pace pace) {
        tx.write(SAVE_PACE, member.value(), pace.knownAt(), pace.strangersAt(), pace.ofASweep(), pace.knownFrom(),
                pace.strangersFrom());
    }

    /** This responder alone is not looked at until then. */
    void putOff(Transaction tx, MemberId member, Instant until) {
        tx.write(MEET, member.value());
        tx.write(PUT_OFF, member.value(), until);
    }

    /** The texts that left for her lately, but answers to her own; one that has not left yet may do so now. */
    List<NoticePlan.Left> lately(Transaction tx, MemberId member, Instant since, Instant now) {
        return tx.query(TEXTS, row -> new NoticePlan.Left(row.moment("left_at"), row.flag("known")), member.value(), now, since);
    }

    /** Whether she may be told her codes now: nobody can make us text her oftener by her number. */
    public boolean mayTellCodes(Transaction tx, MemberId member, Instant now, Instant lastBefore) {
        tx.write(MEET, member.value());
        return tx.execute(MAY_TELL_CODES, member.value(), now, lastBefore) > 0;
    }

    /** When the first of those who wait may be told, or might have been. */
    Optional<Instant> nextNotice(Transaction tx) {
        return tx.moment(NEXT_NOTICE, NoticePlan.BETWEEN.toSeconds());
    }

    /** Who waits to be told something, and was not told anything lately. */
    List<MemberId> dueForNotices(Transaction tx, Instant lastBefore, Instant now) {
        return tx.query(DUE_FOR_NOTICES, row -> new MemberId(row.id("member_id")), lastBefore, now);
    }

    /** Locks the telling of a member, and says when she was told last; empty while somebody else tells her. */
    Optional<NoticePlan.Told> lockForNotices(Transaction tx, MemberId member) {
        tx.write(MEET, member.value());
        return tx.queryOne(LOCK_FOR_NOTICES, row -> new NoticePlan.Told(row.moment("notices_at"), row.moment("known_at")), member.value());
    }

    void saveForNotices(Transaction tx, MemberId member, Instant toldAt) {
        tx.write(SAVE_FOR_NOTICES, member.value(), toldAt);
    }
}
