package gateway.virtualphone;

import static gateway.virtualphone.TestPhones.AMIR;
import static gateway.virtualphone.TestPhones.HOTLINE;
import static gateway.virtualphone.TestPhones.ROSA;
import static gateway.virtualphone.TestPhones.SLOWNESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gateway.database.TestDatabase;
import gateway.messaging.SendOutcome.Accepted;
import gateway.messaging.SendOutcome.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class VirtualCarrierTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration RINGING = Duration.ofSeconds(25);

    static TestPhones phones;

    @BeforeAll
    static void open() {
        phones = new TestPhones(DATABASE);
    }

    @BeforeEach
    void empty() {
        phones.empty();
    }

    @Test
    void a_phone_that_is_on_has_the_text_at_once_and_a_receipt_says_so() {
        var attempt = phones.anAttempt();

        var outcome = phones.send(attempt, ROSA, "K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913");
        phones.carrier.tick();

        assertEquals(new Accepted("VT" + attempt), outcome);
        assertEquals(List.of("in delivered: K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913"), phones.threadOf(ROSA));
        assertEquals(List.of(), phones.threadOf(AMIR));
        assertEquals(List.of(attempt + " DELIVERED"), phones.receipts);
    }

    @Test
    void a_receipt_is_reported_once() {
        phones.send(phones.anAttempt(), ROSA, "K 4731-1 is taken.");

        phones.carrier.tick();
        phones.carrier.tick();

        assertEquals(1, phones.receipts.size());
    }

    @Test
    void a_phone_that_is_off_never_gets_the_text_and_the_receipt_says_30003() {
        phones.switches.turn(ROSA, PhoneSwitch.OFF);
        var attempt = phones.anAttempt();

        var outcome = phones.send(attempt, ROSA, "K 4731-1");
        phones.carrier.tick();

        assertEquals(new Accepted("VT" + attempt), outcome);
        assertEquals(List.of("in undelivered: K 4731-1"), phones.threadOf(ROSA));
        assertEquals(List.of(attempt + " UNDELIVERED 30003"), phones.receipts);
    }

    @Test
    void a_slow_phone_has_the_text_only_when_its_time_has_come() {
        phones.switches.turn(ROSA, PhoneSwitch.SLOW);
        var attempt = phones.anAttempt();

        phones.send(attempt, ROSA, "K 4731-1");
        phones.now = phones.now.plus(SLOWNESS).minusMillis(1);
        phones.carrier.tick();
        var before = phones.threadOf(ROSA);
        var receiptsBefore = List.copyOf(phones.receipts);
        phones.now = phones.now.plus(Duration.ofMillis(1));
        phones.carrier.tick();

        assertEquals(List.of("in on-its-way: K 4731-1"), before);
        assertEquals(List.of(), receiptsBefore);
        assertEquals(List.of("in delivered: K 4731-1"), phones.threadOf(ROSA));
        assertEquals(List.of(attempt + " DELIVERED"), phones.receipts);
    }

    @Test
    void a_slow_text_arrives_even_when_the_gateway_was_started_anew_meanwhile() {
        phones.switches.turn(ROSA, PhoneSwitch.SLOW);
        var attempt = phones.anAttempt();
        phones.send(attempt, ROSA, "K 4731-1");

        var reported = new ArrayList<String>();
        var afterTheStart = new VirtualCarrier(DATABASE.database(),
                new PhoneNetwork(phones.texts, phones.calls, new PhoneSwitches(), phones.anExchange()),
                (to, delivery, _) -> reported.add(to + " " + delivery), () -> phones.now, SLOWNESS);
        phones.now = phones.now.plus(SLOWNESS);
        afterTheStart.tick();

        assertEquals(List.of(attempt + " DELIVERED"), reported);
    }

    @Test
    void a_refused_number_gets_nothing_and_owes_no_receipt() {
        phones.switches.turn(ROSA, PhoneSwitch.REFUSED);

        var outcome = phones.send(phones.anAttempt(), ROSA, "K 4731-1");
        phones.carrier.tick();

        assertEquals(new Refused("21211"), outcome);
        assertEquals(List.of("in refused: K 4731-1"), phones.threadOf(ROSA));
        assertEquals(List.of(), phones.receipts);
    }

    @Test
    void the_same_attempt_twice_is_one_text() {
        var attempt = phones.anAttempt();

        phones.send(attempt, ROSA, "K 4731-1");
        phones.send(attempt, ROSA, "K 4731-1");

        assertEquals(1, phones.threadOf(ROSA).size());
    }

    @Test
    void a_call_rings_a_phone_that_is_on_and_each_turn_it_takes_is_a_receipt() {
        var attempt = phones.anAttempt();

        var outcome = phones.ring(attempt, ROSA);
        phones.carrier.tick();
        var ringing = phones.callOf(ROSA);
        phones.exchange.answer(ROSA);
        phones.carrier.tick();
        phones.exchange.press(ROSA, '1');
        phones.waits(Duration.ofSeconds(5));

        assertEquals(new Accepted("VC" + attempt), outcome);
        assertEquals(List.of("rings"), ringing);
        assertEquals(List.of("ended-over", "told en: Press 1 to take it.", "pressed en: 1", "told en: It is yours."),
                phones.callOf(ROSA));
        assertEquals(List.of("out +12025550100 +12025550111 []", "out +12025550100 +12025550111 [1]"), phones.desk.asked);
        assertEquals(List.of(attempt + " SENT", attempt + " DELIVERED", attempt + " ENDED"), phones.receipts);
    }

    @Test
    void a_call_that_is_left_ringing_was_not_answered() {
        var attempt = phones.anAttempt();
        phones.ring(attempt, ROSA);

        phones.waits(RINGING.minusMillis(1));
        var before = phones.callOf(ROSA);
        phones.waits(Duration.ofMillis(1));
        phones.waits(Duration.ofMinutes(1));

        assertEquals(List.of("rings"), before);
        assertEquals(List.of("ended-missed"), phones.callOf(ROSA));
        assertEquals(List.of(attempt + " SENT", attempt + " UNDELIVERED no-answer"), phones.receipts);
        assertEquals(List.of(), phones.desk.asked);
    }

    @Test
    void a_declined_call_is_busy() {
        var attempt = phones.anAttempt();
        phones.ring(attempt, ROSA);

        phones.exchange.decline(ROSA);
        phones.carrier.tick();

        assertEquals(List.of(attempt + " UNDELIVERED busy"), phones.receipts);
        assertEquals(List.of(), phones.desk.asked);
    }

    @Test
    void a_phone_in_a_call_is_busy_and_stays_in_it() {
        var first = phones.anAttempt();
        var second = phones.anAttempt();
        phones.ring(first, ROSA);
        phones.exchange.answer(ROSA);

        phones.ring(second, ROSA);
        phones.carrier.tick();

        assertEquals(List.of(first + " DELIVERED", second + " UNDELIVERED busy"), phones.receipts);
        assertEquals("waits", phones.callOf(ROSA).getFirst());
    }

    @Test
    void a_slow_phone_rings_late() {
        phones.switches.turn(ROSA, PhoneSwitch.SLOW);
        phones.ring(phones.anAttempt(), ROSA);

        phones.waits(TestPhones.RINGS_LATE.minusMillis(1));
        var before = phones.callOf(ROSA);
        phones.waits(Duration.ofMillis(1));

        assertEquals(List.of(""), before);
        assertEquals(List.of("rings"), phones.callOf(ROSA));
    }

    @Test
    void a_phone_that_is_off_never_rings_and_shows_afterwards_what_it_missed() {
        phones.switches.turn(ROSA, PhoneSwitch.OFF);
        var attempt = phones.anAttempt();
        phones.ring(attempt, ROSA);

        assertFalse(phones.exchange.answer(ROSA));
        phones.waits(RINGING);

        assertEquals(List.of(attempt + " UNDELIVERED no-answer"), phones.receipts);
        assertEquals(List.of("ended-missed"), phones.callOf(ROSA));
    }

    @Test
    void a_refused_number_is_not_rung_and_owes_no_receipt() {
        phones.switches.turn(ROSA, PhoneSwitch.REFUSED);

        var outcome = phones.ring(phones.anAttempt(), ROSA);
        phones.carrier.tick();

        assertEquals(new Refused("21214"), outcome);
        assertEquals(List.of("ended-refused"), phones.callOf(ROSA));
        assertEquals(List.of(), phones.receipts);
    }

    @Test
    void the_same_attempt_twice_is_one_call() {
        var attempt = phones.anAttempt();
        phones.ring(attempt, ROSA);
        phones.exchange.answer(ROSA);

        phones.ring(attempt, ROSA);
        phones.carrier.tick();

        assertEquals("waits", phones.callOf(ROSA).getFirst());
        assertEquals(List.of(attempt + " DELIVERED"), phones.receipts);
    }

    @Test
    void calls_that_a_stop_of_the_gateway_cut_off_still_get_their_receipts() {
        var answered = phones.anAttempt();
        var ringing = phones.anAttempt();
        phones.ring(answered, ROSA);
        phones.exchange.answer(ROSA);
        phones.ring(ringing, AMIR);
        phones.carrier.tick();
        phones.receipts.clear();

        DATABASE.database().run(phones.calls::cutOffTheLiving);
        phones.carrier.tick();

        assertEquals(List.of(answered + " ENDED", ringing + " UNDELIVERED failed"), phones.receipts);
    }

    @Test
    void nothing_of_what_is_said_in_a_call_is_written_down() {
        phones.ring(phones.anAttempt(), ROSA);
        phones.exchange.answer(ROSA);

        var row = DATABASE.database().inTransaction(tx -> tx.query("SELECT virtual_call::text AS plain FROM virtual_call",
                found -> found.text("plain"))).getFirst();

        assertFalse(row.contains("Press 1") || row.contains(ROSA.e164()) || row.contains(hex(ROSA.e164())));
    }

    @Test
    void words_and_numbers_are_sealed() {
        phones.send(phones.anAttempt(), ROSA, "a canary");

        var row = DATABASE.database().inTransaction(tx -> tx.query("SELECT virtual_text::text AS plain FROM virtual_text",
                found -> found.text("plain"))).getFirst();

        assertFalse(row.contains("a canary") || row.contains(hex("a canary")));
        assertFalse(row.contains(ROSA.e164()) || row.contains(hex(ROSA.e164())) || row.contains(HOTLINE.e164()));
    }

    private static String hex(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
    }
}
