package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertState;
import gateway.alert.CheckInResult;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has an alert is reminded, and texts from a phone that may be in other hands do not keep it for ever. */
class LeaseStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private List<String> reminders(String alias) {
        return house.phoneOf(alias).received().stream().filter(words -> words.contains("till yours")).toList();
    }

    @Test
    void a_holder_is_reminded_once_five_minutes_before_with_the_code_that_renews() {
        house.reporter().texts("1");
        rosa().takes();

        house.waits(ofMinutes(9).plusSeconds(30));
        assertEquals(List.of(), reminders("Rosa"));
        house.waits(ofMinutes(2));

        var code = rosa().lastDispatch().code();
        assertEquals(List.of("K " + house.theAlert().alert().number() + ": still yours? HERE " + code + " by 14:25, or BACK "
                + code + "."), reminders("Rosa"));
        house.phoneOf("Amir").receivedNothing();
        rosa().texts("here " + code);
        house.waits(ofMinutes(10));
        assertEquals(1, reminders("Rosa").size());
        house.waits(ofMinutes(45));
        assertEquals(2, reminders("Rosa").size(), "and again before the next");
    }

    @Test
    void two_that_end_together_are_one_reminder_with_both_codes() {
        house.reporter().texts("1");
        house.phone("+12025550151").texts("1");
        house.waits(ofMinutes(1));
        rosa().everythingAsked().forEach(asked -> rosa().texts("TAKE " + asked.code()));

        house.waits(ofMinutes(12));

        assertEquals(1, reminders("Rosa").size());
        rosa().everythingAsked().forEach(asked -> assertTrue(reminders("Rosa").getFirst().contains(
                asked.alert() + " " + asked.code()), reminders("Rosa").getFirst()));
    }

    @Test
    void who_is_asked_after_a_lapse_is_told_that_somebody_had_it_and_when_last_heard_and_the_page_is_too() {
        house.reporter().texts("1");
        rosa().takes();
        house.waits(ofMinutes(12));
        rosa().texts("HERE " + rosa().lastDispatch().code());

        house.waits(ofMinutes(60).plusSeconds(30));

        var told = house.phoneOf("Amir").dispatches();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().endsWith(". Was with R 14:10-14:22"), told.getFirst());
        house.phoneOf("Amir").takes();
        house.phoneOf("Amir").texts("BACK " + house.phoneOf("Amir").lastDispatch().code());
        house.waits(ofMinutes(6));
        assertFalse(house.phoneOf("Noon").lastDispatch().toString().contains("Was with"), "Amir has had it since, and lapsed nothing");
    }

    @Test
    void a_take_by_text_after_a_lapse_begins_no_two_hours_of_its_own() {
        house.reporter().texts("1");
        rosa().takes();
        var code = rosa().lastDispatch().code();
        house.waits(ofMinutes(14));
        rosa().texts("HERE " + code);
        house.waits(ofMinutes(61));
        assertTrue(rosa().lastReceived().contains("TAKE " + code), rosa().lastReceived());

        rosa().texts("TAKE " + code);
        house.waits(ofMinutes(14));
        rosa().texts("HERE " + code);
        assertTrue(rosa().lastReceived().contains("only until 16:10"), rosa().lastReceived());
        house.waits(ofMinutes(31).plus(ofSeconds(1)));

        assertEquals(AlertState.OPEN, house.theAlert().state(), "16:10");
        assertTrue(rosa().lastReceived().contains("on the page"), rosa().lastReceived());
        rosa().texts("TAKE " + code);
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertTrue(rosa().lastReceived().contains("no longer count"), rosa().lastReceived());
    }

    @Test
    void the_page_begins_the_two_hours_anew() {
        house.reporter().texts("1");
        rosa().takes();
        house.waits(ofMinutes(10));

        house.page().does("Rosa", (tx, alert, rosa) -> assertTrue(house.house().checkIn(tx, alert,
                Discipline.PEER_ADVOCATE, rosa.id()) instanceof CheckInResult.CheckedIn));
        for (var i = 0; i < 2; i++) {
            house.waits(ofMinutes(58));
            rosa().texts("HERE " + rosa().lastDispatch().code());
        }

        assertTrue(rosa().lastReceived().contains("16:20"), rosa().lastReceived());
        house.waits(ofMinutes(5));
        house.page().does("Rosa", (tx, alert, rosa) -> assertTrue(house.house().acknowledge(tx, alert,
                Discipline.PEER_ADVOCATE, rosa.id()) instanceof AcknowledgeResult.Taken));
    }
}
