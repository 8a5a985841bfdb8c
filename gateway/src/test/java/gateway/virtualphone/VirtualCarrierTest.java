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
        var afterTheStart = new VirtualCarrier(DATABASE.database(), phones.texts, new PhoneSwitches(),
                (to, delivery, _) -> reported.add(to + " " + delivery), () -> phones.now.plus(SLOWNESS), SLOWNESS);
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
