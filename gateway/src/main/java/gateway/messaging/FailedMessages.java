package gateway.messaging;

import gateway.database.Transaction;
import gateway.messaging.OutboundMessage.About;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what did not arrive, until somebody has seen to it. */
public final class FailedMessages {

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

    FailedMessages() {}

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
}
