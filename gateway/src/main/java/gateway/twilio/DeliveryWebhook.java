package gateway.twilio;

import gateway.database.Database;
import gateway.messaging.AttemptId;
import gateway.messaging.Delivery;
import gateway.messaging.Outbox;
import java.util.Locale;
import java.util.Optional;

/** POST /twilio/deliveries/:attempt: what became of a text we sent, or of a call. */
public final class DeliveryWebhook {

    private final Database database;
    private final Outbox outbox;

    public DeliveryWebhook(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Whether the attempt is one of ours; of another, and of a status we do not know, nothing is kept. */
    boolean take(AttemptId attempt, WebhookFields form) {
        var delivery = delivery(form);
        return delivery.isEmpty() || database.inTransaction(
                tx -> outbox.receipts().receipt(tx, attempt, delivery.get(), error(form, delivery.get()), tx.now()));
    }

    static Optional<Delivery> delivery(WebhookFields form) {
        return form.first("CallStatus").map(DeliveryWebhook::ofCall)
                .orElseGet(() -> ofText(form.first("MessageStatus", "SmsStatus").orElse("")));
    }

    /** A call that was not answered has no error code: its status says why. */
    static Optional<String> error(WebhookFields form, Delivery delivery) {
        return form.first("ErrorCode").or(() -> delivery == Delivery.UNDELIVERED ? form.first("CallStatus") : Optional.empty());
    }

    private static Optional<Delivery> ofCall(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "queued", "initiated" -> Optional.of(Delivery.ACCEPTED);
            case "ringing" -> Optional.of(Delivery.SENT);
            case "in-progress", "answered" -> Optional.of(Delivery.DELIVERED);
            case "completed" -> Optional.of(Delivery.ENDED);
            case "busy", "no-answer", "failed", "canceled" -> Optional.of(Delivery.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    private static Optional<Delivery> ofText(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "accepted", "queued", "sending", "scheduled" -> Optional.of(Delivery.ACCEPTED);
            case "sent" -> Optional.of(Delivery.SENT);
            case "delivered", "read" -> Optional.of(Delivery.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(Delivery.UNDELIVERED);
            default -> Optional.empty();
        };
    }
}
