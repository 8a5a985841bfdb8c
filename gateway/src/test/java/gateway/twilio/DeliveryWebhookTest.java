package gateway.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.messaging.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryWebhookTest {

    @ParameterizedTest
    @CsvSource({
            "MessageStatus=queued, ACCEPTED", "MessageStatus=sent, SENT", "MessageStatus=delivered, DELIVERED",
            "SmsStatus=undelivered, UNDELIVERED", "MessageStatus=failed, UNDELIVERED",
            "CallStatus=queued, ACCEPTED", "CallStatus=initiated, ACCEPTED", "CallStatus=ringing, SENT",
            "CallStatus=in-progress, DELIVERED", "CallStatus=answered, DELIVERED", "CallStatus=completed, ENDED",
            "CallStatus=busy, UNDELIVERED", "CallStatus=no-answer, UNDELIVERED", "CallStatus=failed, UNDELIVERED",
            "CallStatus=canceled, UNDELIVERED", "CallStatus=COMPLETED, ENDED"})
    void each_status_means_one_step(String field, Delivery delivery) {
        assertEquals(Optional.of(delivery), DeliveryWebhook.delivery(form(field)));
    }

    @ParameterizedTest
    @CsvSource({"MessageStatus=dreaming", "CallStatus=dreaming", "Other=delivered", "CallStatus="})
    void of_a_status_we_do_not_know_nothing_is_kept(String field) {
        assertEquals(Optional.empty(), DeliveryWebhook.delivery(form(field)));
    }

    @Test
    void why_a_call_was_not_answered_is_its_status_unless_a_code_says_more() {
        assertEquals(Optional.of("busy"), DeliveryWebhook.error(form("CallStatus=busy"), Delivery.UNDELIVERED));
        assertEquals(Optional.of("13227"),
                DeliveryWebhook.error(form("CallStatus=failed&ErrorCode=13227"), Delivery.UNDELIVERED));
        assertEquals(Optional.empty(), DeliveryWebhook.error(form("CallStatus=completed"), Delivery.ENDED));
        assertEquals(Optional.empty(), DeliveryWebhook.error(form("MessageStatus=failed"), Delivery.UNDELIVERED));
    }

    private static WebhookFields form(String fields) {
        return WebhookFields.read(fields.getBytes(StandardCharsets.US_ASCII));
    }
}
