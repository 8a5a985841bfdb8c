package gateway.messaging;

import gateway.database.Row;
import gateway.database.Transaction;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls that tell something, each with a talk of its own, and those who wait for what became of them. */
public final class NoticeCalls {

    private static final String MARK_AS_NOTICE = """
            UPDATE message
               SET talk = $2, summons_id = $3
             WHERE id = $1
            """;
    private static final String NOTICE_OF = """
            SELECT message.id, talk, summons_id, alert_id
              FROM attempt
              JOIN message ON message.id = attempt.message_id
             WHERE attempt.id = $1
               AND talk IS NOT NULL
            """;
    private static final String SETTLE = """
            UPDATE message
               SET settled_at = $2
             WHERE id = (SELECT message_id FROM attempt WHERE id = $1)
               AND settled_at IS NULL
            """;
    private static final String SETTLE_SUMMONS = """
            UPDATE message
               SET settled_at = coalesce(settled_at, $2),
                   cancelled_at = CASE WHEN state IN ('waiting', 'sending') THEN coalesce(cancelled_at, $2) ELSE cancelled_at END,
                   due_at = CASE WHEN state = 'waiting' THEN NULL ELSE due_at END,
                   state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END
             WHERE summons_id = $1
            """;
    private static final String NOTICE_MADE_SINCE = """
            SELECT EXISTS (SELECT FROM message
                            WHERE member_id = $1
                              AND talk = $2
                              AND made_at > $3) AS made
            """;
    /** Those that did what they were for are over for good, and so is a second one. */
    private static final String HEED_WHAT_IS_DONE = """
            UPDATE message
               SET heeded = true
             WHERE talk IS NOT NULL
               AND NOT heeded
               AND (settled_at IS NOT NULL OR follows IS NOT NULL OR state = 'cancelled')
            """;
    private static final String ENDED_NOTICES = """
            SELECT id, talk, summons_id, alert_id, dispatch_id, member_id, contact_point_id, words_sealed, key_id
              FROM message
             WHERE talk IS NOT NULL
               AND NOT heeded
               AND (state IN ('undelivered', 'refused', 'unknown', 'expired')
                    OR state = 'delivered'
                       AND (SELECT bool_or(attempt.state = 'delivered' AND (ended_at IS NOT NULL OR changed_at <= $1))
                              FROM attempt
                             WHERE message_id = message.id))
             ORDER BY id
             LIMIT $2
            """;
    private static final String UNENDED_NOTICE = """
            SELECT min(attempt.changed_at) AS at
              FROM message
              JOIN attempt ON attempt.message_id = message.id AND attempt.state = 'delivered' AND attempt.ended_at IS NULL
             WHERE message.talk IS NOT NULL
               AND NOT message.heeded
               AND message.state = 'delivered'
            """;

    private final KeyRing keys;

    NoticeCalls(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * What is heard in it is a talk of its own.
     *
     * @param summons what calls to several people for one thing have in common
     */
    public void markAsNotice(Transaction tx, MessageId call, Talk talk, @Nullable UUID summons) {
        tx.write(MARK_AS_NOTICE, call.value(), talk.word(), summons);
    }

    public Optional<NoticeCall> noticeOf(Transaction tx, AttemptId attempt) {
        return tx.querySound(PlacedCalls.MESSAGE, NOTICE_OF, NoticeCalls::notice, attempt.value()).stream().findFirst();
    }

    /** It did what it was for. */
    public void settle(Transaction tx, AttemptId attempt, Instant now) {
        tx.execute(SETTLE, attempt.value(), now);
    }

    /** One of those who were rung for it has heard it: whoever was not rung yet is not. */
    public void settleSummons(Transaction tx, UUID summons, Instant now) {
        tx.execute(SETTLE_SUMMONS, summons, now);
    }

    public boolean wasNoticeMadeSince(Transaction tx, UUID member, Talk talk, Instant since) {
        return tx.queryOne(NOTICE_MADE_SINCE, row -> row.flag("made"), member, talk.word(), since).orElse(false);
    }

    /** When the first notice by call that is going on counts as over. */
    public Optional<Instant> nextEndOfNotices(Transaction tx) {
        return tx.moment(UNENDED_NOTICE).map(answered -> answered.plus(PlacedCalls.LONGEST_TALK));
    }

    /** Notices that are over without what they were for, for the first time, and that nobody has seen to yet. */
    public List<EndedNotice> endedNotices(Transaction tx, Instant now, int limit) {
        tx.execute(HEED_WHAT_IS_DONE);
        return tx.querySound(PlacedCalls.MESSAGE, ENDED_NOTICES, row -> {
            var seal = keys.find(tx, row.id("key_id"));
            return new EndedNotice(notice(row), PlacedCalls.about(row), seal.map(key -> key.open(
                    Binding.of("message", "words", row.id("id")), row.bytes("words_sealed"))).orElse(""));
        }, now.minus(PlacedCalls.LONGEST_TALK), limit);
    }

    private static NoticeCall notice(Row row) {
        return new NoticeCall(new MessageId(row.id("id")), Talk.of(row.text("talk")), row.idIfAny("summons_id").orElse(null));
    }
}
