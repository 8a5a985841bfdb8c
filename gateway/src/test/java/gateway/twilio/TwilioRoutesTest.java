package gateway.twilio;

import static gateway.stories.FakeCarrier.SID;
import static gateway.stories.FakeCarrier.TOKEN;
import static gateway.stories.FakeCarrier.encode;
import static gateway.stories.FakeCarrier.incoming;
import static gateway.stories.FakeCarrier.newSid;
import static gateway.twilio.OpenDoor.ACCOUNT;
import static gateway.twilio.OpenDoor.HOTLINE;
import static gateway.twilio.OpenDoor.PUBLIC;
import static gateway.twilio.OpenDoor.REPORTER;
import static gateway.twilio.OpenDoor.headers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.DatabaseAway;
import gateway.database.TestDatabase;
import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.stories.FakeCarrier;
import gateway.stories.TwilioSigning;
import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are taken in, outages that put them off, and receipts. */
class TwilioRoutesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    @RegisterExtension
    static final OpenDoor DOOR = new OpenDoor(DATABASE);

    @Test
    void a_signed_text_is_taken_in_whole() {
        var answer = DOOR.fake.text("SM1", REPORTER, HOTLINE, "2 daun penh");

        assertEquals(200, answer.statusCode());
        assertEquals("<Response/>", answer.body());
        assertEquals("text/xml", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(List.of(new Envelope(ACCOUNT, "SM1", REPORTER, HOTLINE, "2 daun penh", DOOR.fake.signature("/twilio/texts",
                FakeCarrier.incoming("SM1", REPORTER, HOTLINE, "2 daun penh")), true, false, CarrierSays.NOTHING)), List.copyOf(DOOR.taken));
    }

    @Test
    void a_replayed_text_is_answered_alike_and_changes_nothing() {
        DOOR.fake.text("SM1", REPORTER, HOTLINE, "2");

        var again = DOOR.fake.text("SM1", REPORTER, HOTLINE, "2");

        assertEquals(200, again.statusCode());
        assertEquals("<Response/>", again.body());
        assertEquals(1, DOOR.taken.size());
        assertEquals(List.of("taken", "taken_before"), List.copyOf(DOOR.ends));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🚨🆘", "\0\0\0", "a\0b", "\u202E2 daun penh\u202C", "\u200B2\u200D", "﹫٢",
            "២ ដូនពេញ",
            "'; DROP TABLE message; --", "<script>alert(1)</script>", "</Message><Dial>+12025550199</Dial>",
            "&lt;Response&gt;]]>", "${7*7} {{7*7}} %s %n %0", "a=b&c=d", "\r\nSet-Cookie: x=y", "\uFEFF2", "\uD83D?"})
    void whatever_it_says_a_signed_text_is_taken_in_as_it_is(String words) {
        var sent = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        var answer = DOOR.fake.text(REPORTER, HOTLINE, sent);

        assertEquals(200, answer.statusCode());
        assertEquals("<Response/>", answer.body());
        assertEquals(sent, DOOR.taken.element().words());
    }

    @Test
    void sixteen_hundred_khmer_letters_are_taken_in_whole() {
        var words = "ក".repeat(1600);

        assertEquals(200, DOOR.fake.text(REPORTER, HOTLINE, words).statusCode());
        assertEquals(words, DOOR.taken.element().words());
    }

    @Test
    void bytes_that_are_no_unicode_are_signed_as_they_are_and_taken_in() throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        mac.update((PUBLIC + "/twilio/textsAccountSid" + SID + "Body").getBytes(StandardCharsets.US_ASCII));
        mac.update(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '2', (byte) 0xFF});
        var signature = Base64.getEncoder().encodeToString(mac.doFinal());

        var answer = DOOR.fake.post("/twilio/texts", ("AccountSid=" + SID + "&Body=%ED%A0%802%FF")
                .getBytes(StandardCharsets.US_ASCII), headers(signature));

        assertEquals(200, answer.statusCode());
        assertTrue(DOOR.taken.element().words().matches("\uFFFD+2\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "+266696687", "Cellcard", "12345", "+1202555012", "sip:a@b", "' OR 1=1",
            "<b>", "+", "whatsapp:+12025550123"})
    void a_sender_that_is_no_number_is_as_welcome(String from) {
        assertEquals(200, DOOR.fake.text(from, HOTLINE, "2").statusCode());
        assertEquals(from, DOOR.taken.element().from());
    }

    @Test
    void a_signed_text_with_almost_no_fields_is_taken_in_once() {
        var fields = Map.of("AccountSid", SID);

        assertEquals(200, DOOR.fake.post("/twilio/texts", fields).statusCode());
        assertEquals(200, DOOR.fake.post("/twilio/texts", fields).statusCode());

        assertEquals(1, DOOR.taken.size());
        assertEquals("", DOOR.taken.element().words());
        assertTrue(DOOR.taken.element().carrierId().startsWith("signature "));
    }

    @Test
    void while_the_token_is_replaced_texts_signed_with_the_one_before_are_taken_in() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = headers(TwilioSigning.sign("the-token-before", PUBLIC + "/twilio/texts", fields));

        assertEquals(200, DOOR.fake.post("/twilio/texts", encode(fields), headers).statusCode());
    }

    @Test
    void the_default_port_may_be_signed_with() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = headers(TwilioSigning.sign(TOKEN, PUBLIC + ":443/twilio/texts", fields));

        assertEquals(200, DOOR.fake.post("/twilio/texts", encode(fields), headers).statusCode());
    }

    @Test
    void a_number_that_we_do_not_know_is_still_taken_in() {
        assertEquals(200, DOOR.fake.text(REPORTER, "+12025550199", "2").statusCode());
        assertEquals("+12025550199", DOOR.taken.element().to());
    }

    @Test
    void while_the_database_is_away_the_carrier_is_asked_to_come_again() {
        DOOR.inbox = _ -> {
            throw new DatabaseAway("gone", null);
        };

        DOOR.assertComeAgain(DOOR.fake.text("SM1", REPORTER, HOTLINE, "2"));

        DOOR.inbox = DOOR::keep;
        assertEquals(200, DOOR.fake.text("SM1", REPORTER, HOTLINE, "2").statusCode());
    }

    @Test
    void whatever_breaks_below_the_carrier_is_asked_to_come_again() {
        DOOR.inbox = _ -> {
            throw new IllegalStateException("a bug");
        };

        DOOR.assertComeAgain(DOOR.fake.text(REPORTER, HOTLINE, "2"));
    }

    @Test
    void a_database_that_does_not_answer_is_not_waited_for_beyond_the_deadline() {
        var held = Promise.<Receipt>promise();
        DOOR.inbox = _ -> held.future().await();
        try {
            DOOR.assertComeAgain(DOOR.fake.text(REPORTER, HOTLINE, "2"));
            assertEquals(List.of("late"), List.copyOf(DOOR.ends));
        } finally {
            held.complete(Receipt.TAKEN);
        }
    }

    @Test
    void while_one_text_waits_for_the_database_others_are_taken_in() {
        var held = Promise.<Receipt>promise();
        DOOR.inbox = envelope -> envelope.words().equals("slow") ? held.future().await() : DOOR.keep(envelope);
        var slow = new CompletableFuture<HttpResponse<String>>();
        Thread.startVirtualThread(() -> slow.complete(DOOR.fake.text(REPORTER, HOTLINE, "slow")));

        assertEquals(200, DOOR.fake.text(REPORTER, HOTLINE, "quick").statusCode());

        assertFalse(slow.isDone());
        held.complete(Receipt.TAKEN);
        assertEquals(200, slow.join().statusCode());
    }

    @Test
    void a_receipt_for_no_attempt_of_ours_is_answered_and_counted() {
        var path = "/twilio/deliveries/" + UUID.randomUUID();

        var answer = DOOR.fake.post(path, Map.of("AccountSid", SID, "MessageSid", newSid(), "MessageStatus", "delivered"));

        assertEquals(204, answer.statusCode());
        assertEquals(List.of("stray_delivery"), List.copyOf(DOOR.ends));
    }

    @Test
    void a_receipt_is_signed_for_its_own_attempt_only() {
        var fields = Map.of("AccountSid", SID, "MessageStatus", "delivered");
        var headers = headers(TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/deliveries/" + UUID.randomUUID(), fields));

        DOOR.assertRefused(403, DOOR.fake.post("/twilio/deliveries/" + UUID.randomUUID(), encode(fields), headers));
    }

    @Test
    void a_receipt_that_names_no_attempt_is_not_found() {
        DOOR.assertRefused(404, DOOR.fake.post("/twilio/deliveries/x", Map.of("AccountSid", SID, "MessageStatus", "sent")));
    }
}
