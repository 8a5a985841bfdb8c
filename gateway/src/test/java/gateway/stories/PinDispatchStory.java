package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder who is rung for an alert may give her PIN in the place of a key. */
class PinDispatchStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Peers], wait: 5m }",
            "{ ask: [Peers], by: voice, wait: 5m }"));

    @BeforeEach
    void rosa_keeps_a_pin() {
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
            return tx;
        });
        house.reporter().texts("1");
    }

    private List<Way> ways() {
        return house.database(tx -> house.house().timeline(tx, house.theAlert())).stream()
                .flatMap(told -> told.entry() instanceof HoldingEntry.Acknowledged(_, _, var way, _)
                        ? java.util.stream.Stream.of(way) : java.util.stream.Stream.of()).toList();
    }

    @Test
    void with_her_pin_she_hears_it_and_what_she_takes_is_proved() {
        var call = house.phoneOf("Rosa").answers().presses("4821#");
        assertTrue(call.heard().get(1).startsWith("Number "), call.heard().toString());
        call.presses("1");
        house.turn();

        assertEquals(List.of(Way.PIN), ways());
    }

    @Test
    void a_key_is_enough_to_hear_it_and_then_her_phone_alone_took_it() {
        house.phoneOf("Rosa").answers().presses("1#").presses("1");
        house.turn();

        assertEquals(List.of(Way.CALL), ways());
    }

    @Test
    void a_wrong_pin_is_asked_for_once_more_and_tells_nothing() {
        var call = house.phoneOf("Rosa").answers().presses("4822#").presses("4823#");

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(1, call.heard().stream().distinct().count());
    }

    @Test
    void the_pin_for_duress_hears_what_her_pin_would_and_nothing_comes_of_it_and_the_coordinators_are_rung() {
        var call = house.phoneOf("Rosa").answers().presses("9035#");
        house.turn();
        assertTrue(call.heard().get(1).startsWith("Number "), call.heard().toString());
        call.presses("1");
        var told = house.phoneOf("Rosa").received().size();
        house.waits(ofMinutes(1));

        assertEquals(List.of("Goodbye."), call.heard().subList(call.heard().size() - 1, call.heard().size()), call.heard().toString());
        assertEquals(told + 1, house.phoneOf("Rosa").received().size(), () -> house.phoneOf("Rosa").received().toString());
        assertTrue(house.phoneOf("Rosa").lastReceived().contains("yours"), () -> house.phoneOf("Rosa").received().toString());
        assertFalse(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isPresent());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(text -> text.contains("Rosa is forced")), () -> house.phoneOf("Noon").received().toString());
        house.waits(ofMinutes(6));
        assertTrue(house.phoneOf("Amir").lastDispatch() != null);
    }
}
