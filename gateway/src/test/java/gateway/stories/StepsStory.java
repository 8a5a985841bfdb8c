package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A step asks rosters and members at once, as often as it says, and the whole policy is run as often as that says. */
class StepsStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network
            .replace("- { ask: [Peers], wait: 5m }", "- { ask: [Lina, Peers], wait: 5m, rounds: 2 }")
            .replace("      - { ask: [Coordinators], by: voice, wait: 5m }\n", "")
            .replace("    last-resort: Coordinators", "    rounds: 2\n    last-resort: Coordinators"));

    @Test
    void a_named_member_is_asked_beside_a_roster_again_in_each_round_and_only_then_the_last_resort() {
        house.reporter().texts("1");
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        house.phoneOf("Amir").receivedNothing();

        house.waits(ofMinutes(9));
        assertEquals(2, house.phoneOf("Lina").dispatches().size());
        assertEquals(house.phoneOf("Lina").everythingAsked().getFirst().code(), house.phoneOf("Lina").lastDispatch().code());
        house.phoneOf("Amir").receivedNothing();

        house.waits(ofMinutes(20));
        assertEquals(4, house.phoneOf("Lina").dispatches().size());
        assertEquals(2, house.phoneOf("Amir").dispatches().size());
        house.phoneOf("Noon").receivedNothing();

        house.waits(ofMinutes(11));
        assertEquals(4, house.phoneOf("Lina").dispatches().size());
        assertEquals(3, house.phoneOf("Noon").dispatches().size(), "every five minutes");
        house.phoneOf("Lina").takes();
        assertTrue(house.theAlert().ladders().getFirst().isHeldBy(house.member("Lina").id()));
    }

    @Test
    void who_has_passed_is_not_asked_in_the_next_round_and_a_round_with_nobody_left_is_over_at_once() {
        house.reporter().texts("1");
        house.phoneOf("Lina").texts("PASS " + house.phoneOf("Lina").lastDispatch().code());
        house.phoneOf("Amir").receivedNothing();

        house.phoneOf("Rosa").texts("PASS " + house.phoneOf("Rosa").lastDispatch().code());

        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(0, house.phoneOf("Noon").received().stream().filter(words -> words.contains("nobody is on call")).count(),
                "a round that comes again and finds nobody is no gap");
    }
}
