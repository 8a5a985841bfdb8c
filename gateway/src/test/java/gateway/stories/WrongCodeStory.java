package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody guesses codes by a responder's number. He takes nothing, and he takes nothing from her. */
class WrongCodeStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private void somebodyGuesses(int times) {
        for (var i = 0; i < times; i++) {
            rosa().textsOnly("TAKE 0000" + (10 + i));
        }
        house.turn();
    }

    @Test
    void fifteen_wrong_codes_leave_the_right_one_as_it_was() {
        house.reporter().texts("1");
        var code = rosa().lastDispatch().code();

        somebodyGuesses(15);

        assertEquals(code, rosa().lastDispatch().code());
        rosa().texts("TAKE " + code);
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertTrue(rosa().lastReceived().contains("is yours"), rosa().lastReceived());
        assertFalse(house.kinds(house.theAlert()).contains("code_replaced"));
    }

    @Test
    void she_is_told_once_a_minute_and_the_coordinators_once_an_hour() {
        house.reporter().texts("6");
        somebodyGuesses(4);
        assertEquals(0, told());

        somebodyGuesses(20);
        house.waits(ofMinutes(30));
        somebodyGuesses(20);

        assertEquals(2, rosa().received().stream().filter(words -> words.startsWith("That code is wrong.")).count());
        assertEquals(1, told());
        house.waits(ofMinutes(35));
        somebodyGuesses(1);
        house.waits(ofMinutes(1));
        assertEquals(2, told());
    }

    private long told() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.contains("Rosa: wrong codes")).count();
    }

    @Test
    void after_twenty_in_an_hour_a_right_take_rings_her_and_others_are_asked_until_her_key() {
        house.reporter().texts("1");
        var code = rosa().lastDispatch().code();
        somebodyGuesses(20);
        house.waits(ofSeconds(61));

        rosa().texts("TAKE " + code);

        assertTrue(rosa().lastReceived().contains("we ring you now"), rosa().lastReceived());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(1, rosa().calls());
        house.waits(ofMinutes(5));
        assertEquals(1, house.phoneOf("Amir").dispatches().size(), "asking goes on");
        rosa().texts("TAKE " + code);
        house.waits(ofMinutes(1));
        rosa().answers().presses("5").presses("1");
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void each_is_answered_once_a_minute_and_rung_for_in_turn_whatever_the_limit_of_rings() {
        house.reporter().texts("1");
        house.phone("+12025550152").texts("6");
        house.waits(ofSeconds(61));
        var codes = rosa().everythingAsked().stream().map(Phone.Asked::code).distinct().toList();
        assertEquals(2, codes.size());
        somebodyGuesses(20);
        house.waits(ofSeconds(61));
        var before = rosa().received().size();

        for (var i = 0; i < 12; i++) {
            rosa().textsOnly("TAKE " + codes.getFirst());
            rosa().textsOnly("TAKE " + codes.getLast());
        }
        house.turn();

        var told = rosa().received().subList(before, rosa().received().size()).stream().filter(words -> words.contains("we ring you")).toList();
        assertEquals(2, told.size(), told.toString());
        assertEquals(1, told.stream().filter(words -> words.contains("we ring you now")).count(), told.toString());
        assertEquals(1, told.stream().filter(words -> words.contains("we ring you by 14:")).count(), told.toString());
        var calls = rosa().calls();
        rosa().answers().presses("5").presses("1");
        house.waits(ofMinutes(2));
        assertEquals(calls + 1, rosa().calls());
        rosa().answers().presses("5").presses("1");
        assertEquals(2, house.alerts().stream().filter(alert -> alert.state() == AlertState.ACKNOWLEDGED).count());
    }

    @Test
    void an_hour_later_nobody_is_rung_for_it() {
        house.reporter().texts("1");
        somebodyGuesses(20);
        house.waits(ofMinutes(61));

        rosa().takes();

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void a_text_of_many_guesses_beside_a_right_code_counts_each() {
        house.reporter().texts("1");
        var code = rosa().lastDispatch().code();
        var guesses = new StringBuilder();
        for (var i = 0; i < 20; i++) {
            guesses.append(" 0000").append(10 + i);
        }

        rosa().texts("TAKE " + code + guesses);

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertTrue(rosa().lastReceived().contains("we ring you now"), rosa().lastReceived());
    }
}
