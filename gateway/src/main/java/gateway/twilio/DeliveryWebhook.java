package gateway.twilio;

import gateway.database.Database;
import gateway.messaging.AttemptId;
import gateway.messaging.Delivery;
import gateway.messaging.Outbox;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** POST /twilio/deliveries/:attempt: what became of a text we sent. */
final class DeliveryWebhook {

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;

    DeliveryWebhook(Database database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the attempt is one of ours; of another, and of a status we do not know, nothing is kept. */
    boolean take(AttemptId attempt, Form form) {
        var delivery = delivery(form.first("MessageStatus", "SmsStatus").orElse(""));
        return delivery.isEmpty() || database.inTransaction(
                tx -> outbox.receipt(tx, attempt, delivery.get(), form.first("ErrorCode"), clock.instant()));
    }

    private static Optional<Delivery> delivery(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "accepted", "queued", "sending", "scheduled" -> Optional.of(Delivery.ACCEPTED);
            case "sent" -> Optional.of(Delivery.SENT);
            case "delivered", "read" -> Optional.of(Delivery.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(Delivery.UNDELIVERED);
            default -> Optional.empty();
        };
    }
}
