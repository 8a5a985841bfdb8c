package gateway.messaging;

import gateway.database.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** Takes in what carriers say of the attempts they were given. */
public final class DeliveryReceipts {

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

    DeliveryReceipts() {}

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
}
