package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody rings a hotline that has a menu of keys. */
class MenuCallStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void an_alert_is_there_from_the_first_ring_and_a_peer_is_asked() {
        var call = house.reporter().rings();

        assertEquals("missed_call", house.theAlert().alert().code());
        assertEquals("M", house.phoneOf("Rosa").lastDispatch().mark());
        assertEquals(List.of(""), house.wordsOf(house.theAlert()));
        assertEquals(FakeCall.State.WAITS_FOR_KEYS, call.state());
        assertEquals(List.of("Hello, this is the shop. Please press the number of your order, or zero to speak with us."),
                call.heard());
    }

    @Test
    void no_key_is_asked_for_once_more_and_then_it_stays_a_missed_call() {
        var call = house.reporter().rings().waits().waits();

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(2, call.heard().size());
        assertEquals("missed_call", house.theAlert().alert().code());
        assertEquals(List.of("opened", "step_asked"), house.kinds(house.theAlert()));
    }

    @Test
    void a_key_joins_the_calls_alert_with_its_code_and_whoever_was_asked_is_asked_afresh() {
        var call = house.reporter().rings().presses("2");
        house.turn();

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals("Thank you. Goodbye.", call.heard().getLast());
        assertEquals("police", house.theAlert().alert().code());
        assertEquals(List.of("", "2"), house.wordsOf(house.theAlert()));
        assertEquals("2", house.phoneOf("Rosa").lastDispatch().mark());
        assertEquals(2, house.phoneOf("Rosa").dispatches().size());
        assertEquals(1, house.phoneOf("Lina").dispatches().size(), "legal aid");
    }

    @ParameterizedTest
    @CsvSource({"1, taken, true", "3, centre, true", "4, hurt, true", "5, money, true", "6, need, false", "7, witness, false",
            "9, silent, true", "0, missed_call, false", "8, missed_call, false"})
    void the_digits_are_those_of_texts(String key, String code, boolean seized) {
        house.reporter().rings().presses(key);
        house.turn();

        assertEquals(code, house.theAlert().alert().code());
        assertEquals(2, house.wordsOf(house.theAlert()).size());
        assertEquals(seized, house.isPresumedSeized(house.theAlert()));
        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    @Test
    void nine_silences_at_once() {
        var call = house.reporter().rings().presses("9");

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(1, call.heard().size(), "nothing is said after it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "#", "##", "*1"})
    void an_unknown_key_is_asked_for_once_more(String keys) {
        var call = house.reporter().rings().presses(keys);

        assertEquals("Please press the number once more.", call.heard().getLast());
        call.presses("1");
        assertEquals("taken", house.theAlert().alert().code());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void the_same_ring_and_the_same_key_delivered_again_change_nothing_and_say_the_same() {
        var first = house.carrier().call("CA1", "+12025550150", TestHouse.HOTLINE);
        var again = house.carrier().call("CA1", "+12025550150", TestHouse.HOTLINE);
        var key = FakeCall.fields("CA1", "+12025550150", TestHouse.HOTLINE);
        key.put("Digits", "2");
        var pressed = house.carrier().post("/twilio/calls/menu/1", key);
        var pressedAgain = house.carrier().post("/twilio/calls/menu/1", key);

        assertEquals(first.answers(), again.answers());
        assertEquals(pressed.body(), pressedAgain.body());
        assertEquals(List.of("", "2"), house.wordsOf(house.theAlert()));
    }

    @Test
    void a_call_joins_the_unresolved_alert_of_the_phone() {
        house.reporter().texts("6");

        house.reporter().rings();

        assertEquals("need", house.theAlert().alert().code());
        assertEquals(List.of("6", ""), house.wordsOf(house.theAlert()));
    }

    @Test
    void a_call_to_a_number_no_hotline_has_opens_an_alert_and_the_coordinators_are_told() {
        var call = house.carrier().call("+12025550150", "+12025550199");
        house.turn();

        call.presses("1");
        assertEquals("taken", house.theAlert().alert().code());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("no hotline has")));
    }

    @Test
    void a_hotline_that_answers_strangers_by_text_never_texts_who_rang() {
        house.load(house.example().replace("answer: silent", "answer: cover"));

        house.reporter().rings().presses("6");
        house.waits(ofMinutes(5));

        house.reporter().receivedNothing();
        assertEquals(List.of(), house.carrier().dialled());
        assertEquals(List.of(), house.carrier().placements());
    }

    @Test
    void a_responders_own_call_opens_nothing_until_she_presses_a_code_and_the_coordinators_are_told() {
        var call = house.phoneOf("Amir").rings();

        assertEquals(0, house.alerts().size());
        house.waits(ofMinutes(1));
        assertEquals(List.of("14:11 Amir rang the hotline. Nothing opened."), house.phoneOf("Noon").received());
        house.phoneOf("Amir").rings();
        assertEquals(1, house.phoneOf("Noon").received().size(), "once in ten minutes");

        call.presses("1");
        house.turn();
        assertEquals("taken", house.theAlert().alert().code());
    }

    @Test
    void a_responder_who_only_rings_is_asked_like_before() {
        house.phoneOf("Rosa").rings().waits().waits();

        house.reporter().texts("1");

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        house.phoneOf("Rosa").takes();
        assertEquals(AlertState.ACKNOWLEDGED, house.alerts().getFirst().state());
    }

    @Test
    void whatever_is_pressed_an_alert_is_there_and_the_call_ends() {
        var random = new Random(9);
        var keys = IntStream.range(0, 200).mapToObj(_ -> random.ints(random.nextInt(6), 0, 128)
                .mapToObj(Character::toString).reduce("", String::concat)).toList();
        var odd = List.of("1".repeat(1_000), "#", "*", "", "abc", "1 ", " 1", "\u17e1", "-1", "12", "\0", "<Dial>", "99999");

        for (var pressed : IntStream.range(0, 2).mapToObj(i -> i == 0 ? odd : keys).flatMap(List::stream).toList()) {
            var sid = "CA" + pressed.hashCode() + pressed.length();
            assertEquals(200, house.carrier().post("/twilio/calls", FakeCall.fields(sid, "anonymous", TestHouse.HOTLINE)).statusCode());
            var fields = FakeCall.fields(sid, "anonymous", TestHouse.HOTLINE);
            fields.put("Digits", pressed);
            for (var step : List.of("1", "2")) {
                var answer = house.carrier().post("/twilio/calls/menu/" + step, fields);
                assertEquals(200, answer.statusCode());
                assertFalse(answer.body().contains("Dial"), answer.body());
            }
        }
        assertTrue(house.alerts().size() >= 13);
        assertTrue(house.alerts().stream().allMatch(alert -> alert.state() == AlertState.OPEN));
    }

    @Test
    void a_ring_that_cannot_be_joined_still_opens_an_alert() {
        house.reporter().texts("6");
        house.testDatabase().tamper("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''a bug''; END';
                CREATE TRIGGER calls_are_broken BEFORE INSERT ON incoming_call FOR EACH ROW EXECUTE FUNCTION fail()
                """);

        house.reporter().rings().presses("1");

        assertEquals(2, house.alerts().size());
        assertTrue(house.alerts().stream().anyMatch(alert -> alert.alert().code().equals("missed_call")));
        assertTrue(house.alerts().stream().anyMatch(alert -> alert.alert().code().equals("taken")));
    }
}
