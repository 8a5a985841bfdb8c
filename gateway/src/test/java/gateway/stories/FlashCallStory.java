package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody without credit rings a hotline for flashing, and hangs up. */
class FlashCallStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover\n    calls: flash"));

    @Test
    void the_line_is_busy_at_once_so_that_it_costs_nothing_and_an_alert_is_there() {
        var call = house.reporter().rings();

        assertEquals(FakeCall.State.BUSY, call.state());
        assertEquals(List.of(), call.heard());
        assertEquals("missed_call", house.theAlert().alert().code());
        assertEquals("M", house.phoneOf("Rosa").lastDispatch().mark());
    }

    @Test
    void who_rang_is_never_texted_and_a_stranger_never_rung() {
        house.reporter().rings();
        house.waits(ofMinutes(30));

        house.reporter().receivedNothing();
        assertEquals(List.of(), house.carrier().dialled());
        assertEquals(List.of(), house.carrier().placementsTo(house.reporter().number()));
    }

    @Test
    void repeated_flashes_are_one_alert_and_ask_afresh_once_in_ten_minutes() {
        house.reporter().rings();
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());

        for (var i = 0; i < 5; i++) {
            house.waits(ofMinutes(1));
            house.reporter().rings();
        }

        house.theAlert();
        assertEquals(2, house.phoneOf("Rosa").dispatches().size());
        assertEquals(6, house.wordsOf(house.theAlert()).size());
    }

    @Test
    void whoever_has_an_alert_keeps_it_when_she_flashes_twice_and_one_more_is_asked_beside_her() {
        house.reporter().rings();
        house.phoneOf("Rosa").takes();

        house.waits(ofMinutes(2));
        house.reporter().rings();

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(gateway.alert.AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals(1, house.kinds(house.theAlert()).stream().filter("more_asked"::equals).count());
    }

    @Test
    void a_responder_who_rings_hears_the_menu_there_too() {
        assertEquals(FakeCall.State.WAITS_FOR_KEYS, house.phoneOf("Amir").rings().state());
    }
}
