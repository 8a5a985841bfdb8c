package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.entry.HoldingEntry;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "Not me", for how long, and why. */
class PassingStory {

    /** Amir and Noon are the last resort, so that one of them may be left alone for a while. */
    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("""
              - { member: Noon, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00" }
        """.replace("        ", "  "), """
              - { member: Noon, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00" }
              - { member: Rosa, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00" }
        """.replace("        ", "  ")));

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void what_she_says_beside_it_stands_in_the_timeline_and_in_no_text() {
        house.reporter().texts("6");

        rosa().texts("PASS " + rosa().lastDispatch().code() + " 2h at work until ten");
        house.waits(ofMinutes(11));

        var passed = house.database(tx -> house.house().timeline(tx, house.theAlert())).stream().map(told -> told.entry())
                .filter(HoldingEntry.Passed.class::isInstance).map(HoldingEntry.Passed.class::cast).toList();
        assertEquals(List.of("at work until ten"), passed.stream().map(HoldingEntry.Passed::words).toList());
        assertTrue(rosa().lastReceived().contains("16:10"), rosa().lastReceived());
        for (var alias : List.of("Amir", "Noon", "Rosa", "Lina")) {
            assertTrue(house.phoneOf(alias).received().stream().noneMatch(words -> words.contains("at work")));
        }
        assertFalse(passed.getFirst().toString().contains("work"));
    }

    @Test
    void for_so_long_she_is_not_asked_about_this_alert_also_not_by_the_last_resort_and_then_she_is() {
        house.reporter().texts("6");
        rosa().texts("PASS " + rosa().lastDispatch().code() + " 1h");
        var before = rosa().dispatches().size();

        house.waits(ofMinutes(57));
        assertTrue(house.phoneOf("Noon").dispatches().size() > 3, "the others are, again and again");
        assertEquals(before, rosa().dispatches().size());
        house.phone("+12025550151").texts("6");
        assertEquals(before + 1, rosa().dispatches().size(), "about another alert she is asked");
        house.waits(ofMinutes(9));

        assertTrue(rosa().dispatches().size() > before + 1, "the hour is over");
    }

    @Test
    void when_all_of_a_step_have_passed_the_next_is_asked_at_once_though_somebody_of_an_earlier_one_is_silent() {
        house.reporter().texts("6");
        house.waits(ofMinutes(5));
        assertEquals(0, house.phoneOf("Noon").calls());

        house.phoneOf("Amir").texts("PASS " + house.phoneOf("Amir").lastDispatch().code());
        house.turn();

        assertEquals(1, house.phoneOf("Noon").calls());
    }

    @Test
    void when_nobody_else_is_left_the_last_resort_asks_her_all_the_same() {
        house.reporter().texts("6");
        rosa().texts("PASS " + rosa().lastDispatch().code() + " 5h");
        house.waits(ofMinutes(5));
        house.phoneOf("Amir").texts("PASS " + house.phoneOf("Amir").lastDispatch().code() + " 5h");
        house.phoneOf("Noon").answers().presses("5").presses("2");
        house.turn();
        house.waits(ofMinutes(1));
        var noon = house.phoneOf("Noon");
        noon.texts("PASS " + noon.lastDispatch().code() + " 5h");
        var before = rosa().dispatches().size();

        house.waits(ofMinutes(11));

        assertTrue(rosa().dispatches().size() > before, "silence is worse");
        rosa().takes();
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }
}
