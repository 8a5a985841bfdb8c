package gateway.messaging;

import gateway.database.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what has waited too long, and what was being sent when its gateway stopped, or lets that be sent once more. */
final class LapsedMessages {

    private static final Logger log = LoggerFactory.getLogger(LapsedMessages.class);
    private static final String LOCK_LAPSED = """
            SELECT id, repeatable, expires_at, cancelled_at,
                   (SELECT count(*) FROM attempt WHERE message_id = message.id AND state = 'unknown') AS unknowns
              FROM message
             WHERE state = 'sending'
               AND due_at <= $1
               AND id <> ALL ($2)
             ORDER BY due_at
               FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String FORGET_SENDING = """
            UPDATE attempt
               SET state = 'unknown', error = 'lapsed', changed_at = $2
             WHERE message_id = $1
               AND state = 'sending'
            """;
    private static final String EXPIRE = """
            UPDATE message
               SET state = CASE WHEN EXISTS (SELECT FROM attempt WHERE message_id = message.id AND state = 'unknown')
                                THEN 'unknown' ELSE 'expired' END,
                   due_at = NULL
             WHERE id IN (SELECT id
                            FROM message
                           WHERE state = 'waiting'
                             AND due_at <= $1
                             AND expires_at <= $1
                             FOR NO KEY UPDATE SKIP LOCKED)
               AND state = 'waiting'
            """;

    /**
     * Ends what has waited too long, and lets what was being sent when its gateway died be sent once more, or end.
     *
     * @param inFlight messages that this gateway is sending itself at this moment
     */
    void tidy(Transaction tx, Collection<UUID> inFlight, Instant now) {
        var lapsed = tx.query(LOCK_LAPSED, row -> new Lapsed(row.id("id"), row.flag("repeatable"),
                row.moment("expires_at"), row.momentIfAny("cancelled_at").isPresent(), (int) row.count("unknowns")),
                now, inFlight.toArray(UUID[]::new));
        var failed = false;
        for (var message : lapsed) {
            tx.execute(FORGET_SENDING, message.id, now);
            var state = message.state();
            failed |= state.hasFailed();
            var dueAt = now.isBefore(message.expiresAt) ? now : message.expiresAt;
            tx.execute(Claims.STAND, message.id, state.word(), state.isDue() ? dueAt : null);
            log.warn("Message {} was being sent when its gateway stopped: now {}", message.id, state.word());
        }
        if (tx.execute(EXPIRE, now) > 0 || failed) {
            tx.announce();
        }
    }

    private record Lapsed(UUID id, boolean repeatable, Instant expiresAt, boolean cancelled, int unknowns) {

        MessageState state() {
            if (cancelled) {
                return MessageState.CANCELLED;
            }
            return MessageStanding.mayBeRepeated(repeatable, unknowns + 1) ? MessageState.WAITING : MessageState.UNKNOWN;
        }
    }
}
