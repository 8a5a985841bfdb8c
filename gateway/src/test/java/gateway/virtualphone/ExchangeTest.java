package gateway.virtualphone;

import static gateway.virtualphone.TestPhones.AMIR;
import static gateway.virtualphone.TestPhones.HOTLINE;
import static gateway.virtualphone.TestPhones.REPORTER;
import static gateway.virtualphone.TestPhones.ROSA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.phone.Language;
import gateway.voice.Script;
import gateway.voice.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class ExchangeTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String GREETING = "told km: សួស្តី នេះជាហាង។";
    private static final String SHOP = "told en: Hello, this is the shop.";

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
    void a_reporter_rings_hears_the_menu_and_presses_a_key() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        var menu = phones.callOf(REPORTER);
        phones.exchange.press(REPORTER, '2');
        var noted = phones.callOf(REPORTER);
        phones.waits(Duration.ofSeconds(5));

        assertEquals(List.of("waits", GREETING, SHOP), menu);
        assertEquals(List.of("speaks", GREETING, SHOP, "pressed en: 2", "told en: It is noted."), noted);
        assertEquals("ended-over", phones.callOf(REPORTER).getFirst());
        assertEquals(List.of("ring +12025550150 +12025550100", "menu [1] [2]"), phones.desk.asked);
    }

    @Test
    void silence_goes_on_by_itself() {
        phones.exchange.ring(REPORTER, HOTLINE, false);

        phones.waits(Duration.ofSeconds(60));

        assertEquals("menu [1] []", phones.desk.asked.getLast());
        assertEquals(List.of("speaks", GREETING, SHOP, "told en: It is noted."), phones.callOf(REPORTER));
    }

    @Test
    void a_withheld_number_is_not_handed_in() {
        phones.exchange.ring(REPORTER, HOTLINE, true);

        assertEquals(List.of("ring anonymous +12025550100"), phones.desk.asked);
    }

    @Test
    void a_hotline_for_flashing_is_busy() {
        phones.desk.flashes = true;

        phones.exchange.ring(REPORTER, HOTLINE, false);

        assertEquals(List.of("ended-busy"), phones.callOf(REPORTER));
    }

    @Test
    void hanging_up_at_any_step_asks_nothing_more() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        phones.exchange.hangUp(REPORTER);
        var asked = List.copyOf(phones.desk.asked);

        phones.waits(Duration.ofMinutes(5));

        assertEquals(List.of("ended-hung-up", GREETING, SHOP), phones.callOf(REPORTER));
        assertEquals(asked, phones.desk.asked);
        assertFalse(phones.exchange.press(REPORTER, '2'));
    }

    @Test
    void a_phone_in_a_call_cannot_begin_another() {
        assertTrue(phones.exchange.ring(REPORTER, HOTLINE, false));

        assertFalse(phones.exchange.ring(REPORTER, HOTLINE, false));

        assertEquals(1, phones.desk.asked.size());
    }

    @Test
    void a_call_that_nobody_takes_in_says_so() {
        phones.desk.away = true;

        phones.exchange.ring(REPORTER, HOTLINE, false);

        assertEquals(List.of("ended-failed"), phones.callOf(REPORTER));
    }

    @Test
    void a_script_that_not_every_carrier_could_play_ends_the_call() {
        phones.desk.broken = Optional.of(Script.of(new Verb.Say(Language.EN, "x"), new Verb.Reject()));

        phones.exchange.ring(REPORTER, HOTLINE, false);

        assertEquals(List.of("ended-failed"), phones.callOf(REPORTER));
    }

    @Test
    void a_script_that_redirects_for_ever_ends_the_call() {
        phones.desk.broken = Optional.of(Script.of(new Verb.Redirect("round")));

        phones.exchange.ring(REPORTER, HOTLINE, false);

        assertEquals(List.of("ended-failed"), phones.callOf(REPORTER));
        assertEquals(11, phones.desk.asked.size());
    }

    @Test
    void two_phones_are_joined_after_a_key_and_say_lines_to_one_another() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        phones.exchange.press(REPORTER, '0');
        var dialling = phones.callOf(REPORTER).getFirst();
        var ringing = phones.callOf(ROSA);
        phones.exchange.answer(ROSA);
        var whispered = phones.callOf(ROSA);
        phones.exchange.press(ROSA, '1');
        phones.exchange.say(REPORTER, "They took my friend");
        phones.exchange.say(ROSA, "Where are you?");

        assertEquals("dials", dialling);
        assertEquals(List.of("rings"), ringing);
        assertEquals(List.of("waits", "told en: Press 1 to be joined."), whispered);
        assertEquals(List.of("joined", GREETING, SHOP, "pressed en: 0", "own en: They took my friend",
                "other en: Where are you?"), phones.callOf(REPORTER));
        assertEquals(List.of("joined", "told en: Press 1 to be joined.", "pressed en: 1",
                "other en: They took my friend", "own en: Where are you?"), phones.callOf(ROSA));
    }

    @Test
    void neither_of_two_joined_phones_is_shown_the_others_number() {
        join();

        assertEquals(HOTLINE, phones.exchange.callOf(REPORTER).orElseThrow().hotline());
        assertEquals(HOTLINE, phones.exchange.callOf(ROSA).orElseThrow().hotline());
        assertEquals("whisper +12025550100 +12025550111", phones.desk.asked.get(2));
    }

    @Test
    void nobody_is_joined_who_presses_no_key() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        phones.exchange.press(REPORTER, '0');
        phones.exchange.answer(ROSA);

        phones.waits(Duration.ofSeconds(30));

        assertEquals("ended-over", phones.callOf(ROSA).getFirst());
        assertEquals("told en: Goodbye.", phones.callOf(REPORTER).getLast());
    }

    @Test
    void when_the_dialled_phone_hangs_up_the_other_goes_on() {
        join();

        phones.exchange.hangUp(ROSA);

        assertEquals("ended-hung-up", phones.callOf(ROSA).getFirst());
        assertEquals("joined +12025550150 +12025550100", phones.desk.asked.getLast());
        assertEquals("speaks", phones.callOf(REPORTER).getFirst());
    }

    @Test
    void when_who_rang_hangs_up_both_calls_are_over() {
        join();

        phones.exchange.hangUp(REPORTER);

        assertEquals("ended-over", phones.callOf(ROSA).getFirst());
        assertFalse(phones.exchange.say(ROSA, "Hello?"));
    }

    @Test
    void a_dialled_phone_that_still_rings_stops_when_who_rang_hangs_up() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        phones.exchange.press(REPORTER, '0');

        phones.exchange.hangUp(REPORTER);

        assertEquals(List.of("ended-missed"), phones.callOf(ROSA));
        assertFalse(phones.exchange.answer(ROSA));
    }

    @Test
    void a_dialled_phone_that_declines_or_is_busy_or_refused_or_off_is_not_joined() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        phones.exchange.press(REPORTER, '0');
        phones.exchange.decline(ROSA);
        assertEquals("told en: Goodbye.", phones.callOf(REPORTER).getLast());

        phones.switches.turn(ROSA, PhoneSwitch.REFUSED);
        phones.exchange.ring(AMIR, HOTLINE, false);
        phones.exchange.press(AMIR, '0');
        assertEquals("told en: Goodbye.", phones.callOf(AMIR).getLast());

        phones.waits(Duration.ofSeconds(10));
        phones.switches.turn(ROSA, PhoneSwitch.OFF);
        phones.exchange.ring(AMIR, HOTLINE, false);
        phones.exchange.press(AMIR, '0');
        assertFalse(phones.exchange.answer(ROSA));
        phones.waits(Duration.ofSeconds(20));
        assertEquals("told en: Goodbye.", phones.callOf(AMIR).getLast());
    }

    @Test
    void an_endless_call_ends_after_an_hour() {
        join();

        phones.waits(Duration.ofMinutes(61));

        assertEquals("ended-over", phones.callOf(REPORTER).getFirst());
        assertEquals("ended-over", phones.callOf(ROSA).getFirst());
    }

    @Test
    void a_call_that_the_gateway_did_not_outlive_is_cut_off_and_its_phone_says_so() {
        phones.exchange.ring(REPORTER, HOTLINE, false);

        DATABASE.database().run(phones.calls::cutOffTheLiving);

        var newest = DATABASE.database().inTransaction(tx -> phones.calls.newest(tx, REPORTER)).orElseThrow();
        assertEquals("cut", newest.status());
        assertTrue(newest.isOver());
        assertEquals(Optional.empty(), phones.anExchange().callOf(REPORTER));
    }

    private static void join() {
        phones.exchange.ring(REPORTER, HOTLINE, false);
        phones.exchange.press(REPORTER, '0');
        phones.exchange.answer(ROSA);
        phones.exchange.press(ROSA, '1');
    }
}
