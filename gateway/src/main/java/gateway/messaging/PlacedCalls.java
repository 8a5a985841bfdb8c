package gateway.messaging;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.messaging.OutboundMessage.About;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox as a call finds it that was answered, and those who wait for what became of a call. */
public final class PlacedCalls {

    /** An answered call of which nobody tells that it is over is taken for over: none of ours lasts longer. */
    static final Duration LONGEST_TALK = Duration.ofMinutes(4);

    private static final String FIND = """
            SELECT message.id, purpose, alert_id, dispatch_id, member_id, contact_point_id, sender_sealed,
                   recipient_sealed, words_sealed, key_id
              FROM attempt
              JOIN message ON message.id = attempt.message_id
             WHERE attempt.id = $1
               AND kind = 'call'
            """;
    private static final String PRESS = """
            UPDATE attempt
               SET key_pressed_at = coalesce(key_pressed_at, $2)
             WHERE id = $1
            """;
    private static final String FOLLOW = """
            UPDATE message
               SET follows = $2
             WHERE id = $1
            """;
    private static final String ENDED = """
            SELECT id, dispatch_id, state, follows IS NOT NULL AS second,
                   (SELECT bool_or(key_pressed_at IS NOT NULL) FROM attempt WHERE message_id = message.id) IS TRUE AS pressed,
                   (SELECT error FROM attempt WHERE message_id = message.id ORDER BY sequence DESC LIMIT 1) AS error
              FROM message
             WHERE kind = 'call'
               AND purpose = 'dispatch'
               AND NOT heeded
               AND (state IN ('undelivered', 'refused', 'unknown', 'expired', 'cancelled')
                    OR state = 'delivered'
                       AND (SELECT bool_or(attempt.state = 'delivered' AND (ended_at IS NOT NULL OR changed_at <= $1))
                              FROM attempt
                             WHERE message_id = message.id))
             ORDER BY id
             LIMIT $2
            """;
    private static final String UNENDED = """
            SELECT min(attempt.changed_at) AS at
              FROM message
              JOIN attempt ON attempt.message_id = message.id AND attempt.state = 'delivered' AND attempt.ended_at IS NULL
             WHERE message.kind = 'call'
               AND message.purpose = 'dispatch'
               AND NOT message.heeded
               AND message.state = 'delivered'
            """;
    private static final String HEED = """
            UPDATE message
               SET heeded = true
             WHERE id = $1
               AND NOT heeded
            """;
    private static final String UNDER_WAY = """
            SELECT count(*) AS under_way
              FROM message
             WHERE alert_id = $1
               AND purpose = $2
               AND expires_at > $3
               AND (state IN ('waiting', 'sending', 'accepted')
                    OR state = 'delivered'
                       AND NOT EXISTS (SELECT FROM attempt WHERE message_id = message.id AND ended_at IS NOT NULL))
            """;

    private static final String MADE_SINCE = """
            SELECT EXISTS (SELECT FROM message
                            WHERE alert_id = $1
                              AND purpose = $2
                              AND made_at > $3) AS made
            """;
    private static final String PROVE = """
            UPDATE attempt
               SET proved_at = coalesce(proved_at, $2)
             WHERE id = $1
            """;
    private static final String IS_PROVED = """
            SELECT proved_at IS NOT NULL AS proved
              FROM attempt
             WHERE id = $1
            """;

    static final FaultyRow.Named MESSAGE = FaultyRow.Named.ofAlert("message", "id");

    private final KeyRing keys;
    private final NoticeCalls notices;

    public PlacedCalls(KeyRing keys) {
        this.keys = keys;
        this.notices = new NoticeCalls(keys);
    }

    /** Those that tell something. */
    public NoticeCalls notices() {
        return notices;
    }

    /** The call an attempt was made for; empty when it is none of ours, when it cannot be read, or once its key has been destroyed. */
    public Optional<PlacedCall> find(Transaction tx, AttemptId attempt) {
        return tx.querySound(MESSAGE, FIND, row -> read(tx, attempt, row), attempt.value()).stream().flatMap(Optional::stream).findFirst();
    }

    /** Somebody, and no machine, is there. */
    public void press(Transaction tx, AttemptId attempt, Instant now) {
        tx.execute(PRESS, attempt.value(), now);
    }

    /** A call was added because another came to nothing. */
    public void follow(Transaction tx, MessageId second, MessageId first) {
        tx.execute(FOLLOW, second.value(), first.value());
    }

    /** When the first call for a dispatch that is going on counts as over. */
    public Optional<Instant> nextEndOfDispatches(Transaction tx) {
        return tx.moment(UNENDED).map(answered -> answered.plus(LONGEST_TALK));
    }

    /** Calls for dispatches that are over and that nobody has seen to yet. */
    public List<EndedCall> endedOfDispatches(Transaction tx, Instant now, int limit) {
        return tx.query(ENDED, row -> new EndedCall(new MessageId(row.id("id")), row.id("dispatch_id"),
                MessageState.of(row.text("state")), row.flag("pressed"), row.flag("second"),
                row.textIfAny("error").orElse(null)), now.minus(LONGEST_TALK), limit);
    }

    /** What became of the call is seen to; says whether nobody had done so before. */
    public boolean heed(Transaction tx, MessageId call) {
        return tx.execute(HEED, call.value()) > 0;
    }

    /** Whether a call for this alert and purpose may still ring or be talked in. */
    public boolean isUnderWay(Transaction tx, UUID alert, Purpose purpose, Instant now) {
        return tx.queryOne(UNDER_WAY, row -> row.count("under_way"), alert, purpose.word(), now).orElse(0L) > 0;
    }

    public boolean wasMadeSince(Transaction tx, UUID alert, Purpose purpose, Instant since) {
        return tx.queryOne(MADE_SINCE, row -> row.flag("made"), alert, purpose.word(), since).orElse(false);
    }

    /** Whoever is in the call has given her PIN. */
    public void prove(Transaction tx, AttemptId attempt, Instant now) {
        tx.execute(PROVE, attempt.value(), now);
    }

    public boolean isProved(Transaction tx, AttemptId attempt) {
        return tx.queryOne(IS_PROVED, row -> row.flag("proved"), attempt.value()).orElse(false);
    }

    static About about(Row row) {
        return new About(row.idIfAny("alert_id").orElse(null), row.idIfAny("dispatch_id").orElse(null),
                row.idIfAny("member_id").orElse(null), row.idIfAny("contact_point_id").orElse(null));
    }

    private Optional<PlacedCall> read(Transaction tx, AttemptId attempt, Row row) {
        var id = row.id("id");
        return keys.find(tx, row.id("key_id")).map(seal -> new PlacedCall(attempt, Purpose.of(row.text("purpose")),
                about(row),
                new PhoneNumber(seal.open(Binding.of("message", "sender", id), row.bytes("sender_sealed"))),
                new PhoneNumber(seal.open(Binding.of("message", "recipient", id), row.bytes("recipient_sealed"))),
                seal.open(Binding.of("message", "words", id), row.bytes("words_sealed"))));
    }
}
