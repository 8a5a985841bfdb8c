package gateway.messaging;

import gateway.database.FaultyRow;
import gateway.database.Transaction;
import gateway.messaging.OutboundMessage.About;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final String LOCK_MESSAGE_OF_ATTEMPT = """
            SELECT id, state
              FROM message
             WHERE id = (SELECT message_id FROM attempt WHERE id = $1)
               FOR NO KEY UPDATE
            """;
    private static final String LOCK_ATTEMPTS = """
            SELECT id, state
              FROM attempt
             WHERE message_id = $1
             ORDER BY sequence
               FOR NO KEY UPDATE
            """;
    private static final String WRITE_RECEIPT = """
            UPDATE attempt
               SET state = $3, error = $4, changed_at = $5
             WHERE id = $1
               AND state = $2
            """;
    private static final String END = """
            UPDATE attempt
               SET ended_at = $2
             WHERE id = $1
               AND ended_at IS NULL
            """;
    private static final String STAND_AFTER_RECEIPT = """
            UPDATE message
               SET state = $3, due_at = CASE WHEN $3 IN ('waiting', 'sending') THEN due_at END
             WHERE id = $1
               AND state = $2
            """;
    private static final String CANCEL = """
            UPDATE message
               SET cancelled_at = $2,
                   due_at = CASE WHEN state = 'sending' THEN due_at END,
                   state = CASE WHEN state = 'sending' THEN 'sending' ELSE 'cancelled' END
             WHERE %s = $1
               AND state IN ('waiting', 'sending')
               AND cancelled_at IS NULL
            """;
    private static final String CANCEL_OF_DISPATCH = """
            UPDATE message
               SET cancelled_at = $2,
                   due_at = CASE WHEN state = 'sending' THEN due_at END,
                   state = CASE WHEN state = 'sending' THEN 'sending' ELSE 'cancelled' END
             WHERE id IN (SELECT message_id FROM message_dispatch WHERE dispatch_id = $1 AND listed)
               AND state IN ('waiting', 'sending')
               AND cancelled_at IS NULL
            """;
    private static final String MAY_HAVE_HEARD = """
            SELECT 1
              FROM message_dispatch
              JOIN message ON message.id = message_dispatch.message_id
             WHERE message_dispatch.dispatch_id = $1
               AND listed
               AND left_at IS NOT NULL
             LIMIT 1
            """;
    private static final String HAS_HEARD_BY_TEXT = """
            SELECT 1
              FROM message_dispatch
              JOIN message ON message.id = message_dispatch.message_id
             WHERE message_dispatch.dispatch_id = $1
               AND listed
               AND kind = 'text'
               AND state IN ('accepted', 'delivered')
             LIMIT 1
            """;
    private static final String DELIVERED_SINCE = """
            SELECT 1
              FROM message
             WHERE member_id = $1
               AND kind = 'text'
               AND state = 'delivered'
               AND left_at > $2
             LIMIT 1
            """;
    private static final String CANCEL_OF_MEMBER = CANCEL.formatted("member_id");
    private static final String CANCEL_OF_CONTACT_POINT = CANCEL.formatted("contact_point_id");
    private static final String FAILED_OF_DISPATCHES = """
            SELECT told.dispatch_id,
                   (SELECT error FROM attempt WHERE message_id = message.id ORDER BY sequence DESC LIMIT 1) AS error
              FROM message
              JOIN message_dispatch AS told ON told.message_id = message.id
             WHERE message.purpose = 'dispatch'
               AND message.state IN ('undelivered', 'refused', 'unknown', 'expired')
               AND NOT message.failure_noted
               AND NOT told.failure_noted
               AND NOT EXISTS (SELECT FROM message_dispatch AS later
                                 JOIN message AS newer ON newer.id = later.message_id
                                WHERE later.dispatch_id = told.dispatch_id
                                  AND (newer.made_at, newer.id) > (message.made_at, message.id))
             ORDER BY message.id, told.dispatch_id
             LIMIT $1
            """;
    private static final String NOTE_FAILURE = """
            UPDATE message_dispatch
               SET failure_noted = true
             WHERE dispatch_id = $1
               AND NOT failure_noted
               AND message_id IN (SELECT id FROM message WHERE state IN ('undelivered', 'refused', 'unknown', 'expired'))
            """;
    /**
     * Once all that a message tells of is seen to, or told of by a newer one, nobody need look at it again; also where it was not
     * this dispatch's, or each that was replaced would be looked at for ever.
     */
    private static final String NOTE_WHOLE_FAILURES = """
            UPDATE message
               SET failure_noted = true
             WHERE id IN (SELECT message.id
                            FROM message
                           WHERE purpose = 'dispatch'
                             AND state IN ('undelivered', 'refused', 'unknown', 'expired')
                             AND NOT failure_noted
                             AND NOT EXISTS (SELECT FROM message_dispatch AS told
                                              WHERE told.message_id = message.id
                                                AND NOT told.failure_noted
                                                AND NOT EXISTS (SELECT FROM message_dispatch AS later
                                                                  JOIN message AS newer ON newer.id = later.message_id
                                                                 WHERE later.dispatch_id = told.dispatch_id
                                                                   AND (newer.made_at, newer.id) > (message.made_at, message.id)))
                             FOR NO KEY UPDATE SKIP LOCKED)
            """;
    private static final String FAILED_OTHERWISE = """
            SELECT id, alert_id, dispatch_id, member_id, contact_point_id,
                   (SELECT error FROM attempt WHERE message_id = message.id ORDER BY sequence DESC LIMIT 1) AS error
              FROM message
             WHERE kind = 'text'
               AND purpose <> 'dispatch'
               AND state IN ('undelivered', 'refused')
               AND NOT failure_noted
             ORDER BY id
             LIMIT $1
            """;
    private static final String NOTE_FAILURE_OF = """
            UPDATE message
               SET failure_noted = true
             WHERE id = $1
            """;
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
            SELECT id, message_id, sequence, repeat, state, error, started_at, changed_at
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

    public Outbox(KeyRing keys) {
        this.keys = keys;
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

    /** Whether a text that lists this dispatch has reached its phone, as far as anybody can rule it out. */
    public boolean mayHaveHeard(Transaction tx, UUID dispatch) {
        return tx.queryOne(MAY_HAVE_HEARD, row -> row, dispatch).isPresent();
    }

    /** Whether a text that left for a member after a moment has been delivered. */
    public boolean hasDeliveredSince(Transaction tx, UUID member, Instant since) {
        return tx.queryOne(DELIVERED_SINCE, row -> row, member, since).isPresent();
    }

    /** Whether a carrier has a text that lists this dispatch, or has delivered it. */
    public boolean hasHeardByText(Transaction tx, UUID dispatch) {
        return tx.queryOne(HAS_HEARD_BY_TEXT, row -> row, dispatch).isPresent();
    }

    /** Nothing more goes to this member's phone. */
    public void cancelOfMember(Transaction tx, UUID member, Instant now) {
        tx.execute(CANCEL_OF_MEMBER, member, now);
    }

    /** Nothing more goes to this contact point. */
    public void cancelOfContactPoint(Transaction tx, UUID contactPoint, Instant now) {
        tx.write(CANCEL_OF_CONTACT_POINT, contactPoint, now);
    }

    /**
     * Takes in a carrier's receipt: the attempt only moves forward, and the message with it. It may come before the
     * carrier's answer, twice, or late.
     *
     * @return whether the attempt is ours; what is said of an unknown one changes nothing
     */
    public boolean receipt(Transaction tx, AttemptId attempt, Delivery delivery, Optional<String> error, Instant now) {
        var message = tx.queryOne(LOCK_MESSAGE_OF_ATTEMPT,
                row -> new Received(row.id("id"), MessageState.of(row.text("state"))), attempt.value());
        message.ifPresent(known -> {
            var attempts = new ArrayList<AttemptState>();
            for (var one : tx.query(LOCK_ATTEMPTS,
                    row -> new Try(row.id("id"), AttemptState.of(row.text("state"))), known.id)) {
                var next = one.id.equals(attempt.value()) ? one.state.then(delivery.state()) : one.state;
                if (next != one.state) {
                    tx.execute(WRITE_RECEIPT, one.id, one.state.word(), next.word(), error.orElse(null), now);
                }
                attempts.add(next);
            }
            if (delivery == Delivery.ENDED && tx.execute(END, attempt.value(), now) > 0) {
                tx.announce();
            }
            var state = known.state.afterReceipt(attempts);
            if (state != known.state) {
                tx.execute(STAND_AFTER_RECEIPT, known.id, known.state.word(), state.word());
                if (state.hasFailed()) {
                    tx.announce();
                }
            }
        });
        return message.isPresent();
    }

    private record Received(UUID id, MessageState state) {}

    private record Try(UUID id, AttemptState state) {}

    /** Dispatches whose newest message did not reach its phone, as far as anybody knows, and that nobody has noted yet. */
    public List<FailedDispatch> failedOfDispatches(Transaction tx, int limit) {
        return tx.query(FAILED_OF_DISPATCHES, row -> new FailedDispatch(row.id("dispatch_id"),
                row.textIfAny("error").orElse(null)), limit);
    }

    /** What failed for this dispatch has been seen to. */
    public void noteFailure(Transaction tx, UUID dispatch) {
        tx.execute(NOTE_FAILURE, dispatch);
        tx.execute(NOTE_WHOLE_FAILURES);
    }

    /** Messages other than dispatches that the carrier refused or could not deliver, and that nobody has noted yet. */
    public List<Failed> failedOtherwise(Transaction tx, int limit) {
        return tx.query(FAILED_OTHERWISE, row -> new Failed(new MessageId(row.id("id")),
                new About(row.idIfAny("alert_id").orElse(null), row.idIfAny("dispatch_id").orElse(null),
                        row.idIfAny("member_id").orElse(null), row.idIfAny("contact_point_id").orElse(null)),
                row.textIfAny("error").orElse(null)), limit);
    }

    /** A message that did not arrive, and what the carrier said of it. */
    public record Failed(MessageId message, About about, @Nullable String error) {}

    public void noteFailureOf(Transaction tx, MessageId message) {
        tx.execute(NOTE_FAILURE_OF, message.value());
    }

    /** Every message about an alert, the oldest first, each with its attempts. */
    public List<SentMessage> ofAlert(Transaction tx, UUID alert) {
        var attempts = tx.query(ATTEMPTS_OF_ALERT, row -> new Tried(row.id("message_id"), new Attempt(
                new AttemptId(row.id("id")), row.number("sequence"), row.flag("repeat"),
                AttemptState.of(row.text("state")), row.textIfAny("error").orElse(null), row.moment("started_at"),
                row.moment("changed_at"))), alert);
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
