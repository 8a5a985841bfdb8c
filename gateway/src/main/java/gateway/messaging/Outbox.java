package gateway.messaging;

import gateway.database.FaultyRow;
import gateway.database.Transaction;
import gateway.messaging.OutboundMessage.About;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages we owe the phone network, sealed, and what its receipts and pages tell of them. */
public final class Outbox {

    private static final String ADD = """
            INSERT INTO message (id, carrier_account_id, kind, purpose, sender_sealed, recipient_sealed, words_sealed,
                                 key_id, repeatable, alert_id, dispatch_id, member_id, contact_point_id,
                                 made_at, not_before, expires_at, state, due_at, ring_seconds)
            VALUES ($1, $2, $17, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'waiting', $16, $18)
            """;
    private static final String KEEP_BACK = """
            UPDATE message
               SET state = 'cancelled', cancelled_at = $2, due_at = NULL
             WHERE id = $1
               AND state = 'waiting'
            """;
    private static final String KEPT_BACK = """
            SELECT id, alert_id, made_at, words_sealed, key_id
              FROM message
             WHERE member_id = $1
               AND made_at >= $2
               AND kind = 'text'
               AND state = 'cancelled'
               AND purpose IN ('notice', 'stand_down')
             ORDER BY made_at DESC, id DESC
             LIMIT $3
            """;
    private static final String TELLS_OF = """
            INSERT INTO message_dispatch (message_id, dispatch_id, alert_id, listed)
            VALUES ($1, $2, $3, true)
            """;
    private static final String CANCEL = """
            UPDATE message
               SET cancelled_at = $2,
                   due_at = CASE WHEN state = 'sending' THEN due_at END,
                   state = CASE WHEN state = 'sending' THEN 'sending' ELSE 'cancelled' END
             WHERE %s
               AND state IN ('waiting', 'sending')
               AND cancelled_at IS NULL
            """;
    private static final String CANCEL_OF_DISPATCH =
            CANCEL.formatted("id IN (SELECT message_id FROM message_dispatch WHERE dispatch_id = $1 AND listed)");
    private static final String CANCEL_OF_MEMBER = CANCEL.formatted("member_id = $1");
    private static final String CANCEL_OF_CONTACT_POINT = CANCEL.formatted("contact_point_id = $1");
    private static final String OF_ALERT = """
            SELECT id, kind, purpose, state, alert_id, dispatch_id, member_id, contact_point_id, words_sealed, key_id,
                   made_at, not_before, expires_at, cancelled_at,
                   ARRAY(SELECT told.dispatch_id
                           FROM message_dispatch AS told
                          WHERE told.message_id = message.id
                            AND told.alert_id = $1
                          UNION
                         SELECT notice.dispatch_id
                           FROM notice
                          WHERE notice.message_id = message.id
                            AND notice.alert_id = $1
                            AND notice.dispatch_id IS NOT NULL) AS dispatches
              FROM message
             WHERE id IN (SELECT own.id FROM message AS own WHERE own.alert_id = $1
                          UNION
                          SELECT message_id FROM message_dispatch WHERE alert_id = $1
                          UNION
                          SELECT message_id FROM notice WHERE alert_id = $1 AND message_id IS NOT NULL)
             ORDER BY made_at, id
            """;
    private static final String ATTEMPTS_OF_ALERT = """
            SELECT id, message_id, sequence, repeat, state, error, changed_at
              FROM attempt
             WHERE message_id IN (SELECT message.id FROM message WHERE message.alert_id = $1
                                  UNION
                                  SELECT message_id FROM message_dispatch WHERE alert_id = $1
                                  UNION
                                  SELECT message_id FROM notice WHERE alert_id = $1 AND message_id IS NOT NULL)
             ORDER BY sequence
            """;

    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("message", "id");

    private final KeyRing keys;
    private final DeliveryReceipts receipts = new DeliveryReceipts();
    private final FailedMessages failures = new FailedMessages();

    public Outbox(KeyRing keys) {
        this.keys = keys;
    }

    /** What carriers say of its messages. */
    public DeliveryReceipts receipts() {
        return receipts;
    }

    /** What of it did not arrive. */
    public FailedMessages failures() {
        return failures;
    }

    /**
     * Stores a message, sealed; it is sent when its moment has come and this transaction is committed. One that asks for
     * a single dispatch is known to tell of it.
     */
    public void add(Transaction tx, OutboundMessage message, Seal seal) {
        store(tx, message, seal);
    }

    private void store(Transaction tx, OutboundMessage message, Seal seal) {
        var id = message.id().value();
        var about = message.about();
        var dueAt = message.notBefore().isBefore(message.expiresAt()) ? message.notBefore() : message.expiresAt();
        tx.write(ADD, id, message.carrierAccount(), message.purpose().word(),
                seal.seal(Binding.of("message", "sender", id), message.from().e164()),
                seal.seal(Binding.of("message", "recipient", id), message.to().e164()),
                seal.seal(Binding.of("message", "words", id), message.words()),
                seal.keyId(), message.repeatable(), about.alert(), about.dispatch(), about.member(),
                about.contactPoint(), tx.now(), message.notBefore(), message.expiresAt(), dueAt, kind(message).word(),
                ringSeconds(message));
        if (message.purpose() == Purpose.DISPATCH && about.dispatch() != null) {
            tx.write(TELLS_OF, id, about.dispatch(), about.alert());
        }
        tx.announce();
    }

    /** Stores a text that is not sent: the phone is in its quiet, and her page shows it. */
    public void keepBack(Transaction tx, OutboundMessage.Text message, Seal seal) {
        store(tx, message, seal);
        tx.execute(KEEP_BACK, message.id().value(), tx.now());
    }

    /** What would have been told to a member since, and was not, the newest first. */
    public List<KeptBack> keptBackOf(Transaction tx, UUID member, Instant since, int limit) {
        return tx.query(KEPT_BACK, row -> {
            var id = row.id("id");
            var words = row.bytes("words_sealed");
            var madeAt = row.moment("made_at");
            return keys.find(tx, row.id("key_id"))
                    .flatMap(seal -> tx.sound(NAMED, row, _ -> new KeptBack(madeAt, seal.open(Binding.of("message", "words", id), words))));
        }, member, since, limit).stream().flatMap(Optional::stream).toList();
    }

    /** A text that was not sent to a phone in its quiet. */
    public record KeptBack(Instant madeAt, String words) {
        @Override
        public String toString() {
            return "KeptBack[madeAt=" + madeAt + "]";
        }
    }

    private static MessageKind kind(OutboundMessage message) {
        return switch (message) {
            case OutboundMessage.Text _ -> MessageKind.TEXT;
            case OutboundMessage.Call _ -> MessageKind.CALL;
        };
    }

    private static @Nullable Integer ringSeconds(OutboundMessage message) {
        return switch (message) {
            case OutboundMessage.Text _ -> null;
            case OutboundMessage.Call call -> Math.toIntExact(call.ringing().toSeconds());
        };
    }

    /**
     * The dispatch is no longer asked as it was: what lists it and has not left yet never does. Whoever keeps dispatches
     * tells the others of such a message afresh.
     */
    public void cancelOfDispatch(Transaction tx, UUID dispatch, Instant now) {
        if (tx.execute(CANCEL_OF_DISPATCH, dispatch, now) > 0) {
            tx.announce();
        }
    }

    /** Nothing more goes to this member's phone. */
    public void cancelOfMember(Transaction tx, UUID member, Instant now) {
        tx.execute(CANCEL_OF_MEMBER, member, now);
    }

    /** Nothing more goes to this contact point. */
    public void cancelOfContactPoint(Transaction tx, UUID contactPoint, Instant now) {
        tx.write(CANCEL_OF_CONTACT_POINT, contactPoint, now);
    }

    /** Every message about an alert, the oldest first, each with its attempts. */
    public List<SentMessage> ofAlert(Transaction tx, UUID alert) {
        var attempts = tx.query(ATTEMPTS_OF_ALERT, row -> new Tried(row.id("message_id"), new Attempt(
                new AttemptId(row.id("id")), row.number("sequence"), row.flag("repeat"),
                AttemptState.of(row.text("state")), row.textIfAny("error").orElse(null), row.moment("changed_at"))), alert);
        var seals = new HashMap<UUID, Optional<Seal>>();
        return tx.querySound(NAMED, OF_ALERT, row -> {
            var id = row.id("id");
            var seal = seals.computeIfAbsent(row.id("key_id"), owner -> keys.find(tx, owner));
            return new SentMessage(new MessageId(id), MessageKind.of(row.text("kind")), Purpose.of(row.text("purpose")),
                    MessageState.of(row.text("state")),
                    new About(row.idIfAny("alert_id").orElse(null), row.idIfAny("dispatch_id").orElse(null),
                            row.idIfAny("member_id").orElse(null), row.idIfAny("contact_point_id").orElse(null)),
                    row.ids("dispatches"),
                    seal.flatMap(key -> tx.sound(NAMED, row, _ -> key.open(Binding.of("message", "words", id), row.bytes("words_sealed"))))
                            .orElse(null),
                    row.moment("made_at"), row.moment("not_before"), row.moment("expires_at"),
                    row.momentIfAny("cancelled_at").orElse(null),
                    attempts.stream().filter(tried -> tried.message.equals(id)).map(Tried::attempt).toList());
        }, alert);
    }

    private record Tried(UUID message, Attempt attempt) {}
}
