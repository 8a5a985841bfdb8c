package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.entry.AskingEntry;
import gateway.member.Choices;
import gateway.member.Quiet;
import gateway.roster.Discipline;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By night nobody answers: whom the last resort asks beyond its roster, and whom it rings. */
class WideningStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replaceFirst(
            "member: Amir, days: (.*), from: \"00:00\", to: \"00:00\"", "member: Amir, days: $1, from: \"08:00\", to: \"18:00\""));

    @Test
    void who_is_off_shift_is_asked_in_the_second_round_and_a_lawyer_may_come_and_ends_no_ladder() {
        house.clock.turn(ofHours(8));
        house.reporter().texts("1");
        house.waits(ofMinutes(11));
        house.phoneOf("Amir").receivedNothing();
        house.waits(ofMinutes(5));
        assertEquals(1, house.phoneOf("Amir").dispatches().size(), "the ladder's discipline, whoever is on shift");
        assertEquals(1, house.phoneOf("Amir").calls(), "a new alert that nobody has rings once");

        house.phoneOf("Lina").receivedNothing();
        house.waits(ofMinutes(21));
        house.phoneOf("Lina").takes();

        assertTrue(house.phoneOf("Lina").lastReceived().contains("you come beside"), house.phoneOf("Lina").lastReceived());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isEmpty());
        var before = house.phoneOf("Amir").dispatches().size();
        house.waits(ofMinutes(6));
        assertTrue(house.phoneOf("Amir").dispatches().size() > before, "the others are asked on");
        house.phoneOf("Amir").takes();
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Amir").id()));
    }

    @Test
    void companions_are_asked_in_each_round_and_who_passed_is_asked_again_after_an_hour() {
        house.reporter().texts("1");
        house.waits(ofMinutes(40));
        var lina = house.phoneOf("Lina");
        var first = lina.dispatches().size();
        assertTrue(first >= 1, "she may come");

        house.waits(ofMinutes(10));
        assertEquals(first + 2, lina.dispatches().size(), "as whoever is of the last resort");
        lina.passes();
        house.waits(ofMinutes(50));
        assertEquals(first + 2, lina.dispatches().size(), "not within the hour");

        house.waits(ofMinutes(15));
        assertTrue(lina.dispatches().size() > first + 2, "then again");
    }

    @Test
    void who_chose_a_call_after_a_text_is_rung_at_the_last_resort_and_the_timeline_tells_only_of_calls_that_were_made() {
        house.database(tx -> {
            house.house().chooses(tx, house.member("Noon").id(), new Choices(Quiet.NEVER, Duration.ofMinutes(3), Set.of(), Set.of(), Set.of(), ""));
            return tx;
        });
        house.load(house.example().replace("- { ask: [Coordinators], by: voice, wait: 5m }", ""));
        house.phone("+12025550151").texts("6");
        house.waits(ofMinutes(12));
        assertEquals(0, house.phoneOf("Noon").calls());
        house.waits(ofMinutes(2));

        assertEquals(1, house.phoneOf("Noon").calls());
        house.waits(ofMinutes(26));
        var told = house.database(tx -> house.house().timeline(tx, house.theAlert())).stream().map(one -> one.entry()).toList();
        assertEquals(List.of(), told.stream().filter(AskingEntry.StepAsked.class::isInstance).map(AskingEntry.StepAsked.class::cast)
                .filter(step -> !step.rungLater().isEmpty()).toList());
        assertEquals(house.phoneOf("Noon").calls() + house.phoneOf("Rosa").calls() + house.phoneOf("Amir").calls(),
                told.stream().filter(entry -> entry instanceof AskingEntry.Rung || entry instanceof AskingEntry.RungAgain).count());
    }
}
