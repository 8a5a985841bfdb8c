package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.LadderState;
import gateway.dispatch.TimingSafety;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder goes into a station and leaves a timer behind. */
class StationStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @BeforeEach
    void rosa_has_an_alert() {
        house.reporter().texts("1");
        rosa().takes();
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private Phone noon() {
        return house.phoneOf("Noon");
    }

    private String here() {
        return "HERE " + rosa().lastDispatch().code();
    }

    private LadderState standing() {
        return house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().state();
    }

    @Test
    void she_is_reminded_five_minutes_before_and_out_ends_it() {
        rosa().texts("IN 30");
        assertEquals("Noted. Text OUT by 14:40, else a coordinator is rung for you.", rosa().lastReceived());
        house.waits(ofMinutes(14));
        rosa().texts(here());
        house.waits(ofMinutes(11));
        assertTrue(rosa().lastReceived().startsWith("You are to be out by 14:40."), rosa().lastReceived());

        rosa().texts("out");

        assertEquals("Noted. You are out.", rosa().lastReceived());
        house.waits(ofMinutes(20));
        noon().receivedNothing();
        assertEquals(0, noon().calls());
        assertTrue(house.kinds(house.theAlert()).containsAll(List.of("timer_started", "timer_ended")));
    }

    @Test
    void missed_the_coordinator_is_rung_twice_within_two_minutes_and_again_until_one_has_heard() {
        rosa().texts("IN 10");
        house.onThePage("Rosa", (tx, alert, rosa) -> house.house().checkIn(tx, alert, Discipline.PEER_ADVOCATE, rosa.id()));
        house.waits(ofMinutes(10));
        assertEquals(1, noon().calls());
        assertTrue(noon().lastReceived().contains("Rosa is overdue"), noon().lastReceived());
        noon().doesNotAnswer("no-answer");
        house.waits(ofSeconds(90));
        assertEquals(2, noon().calls());
        noon().doesNotAnswer("no-answer");
        house.waits(ofMinutes(2));
        assertEquals(2, noon().calls());
        house.waits(ofMinutes(2));
        assertEquals(3, noon().calls(), "nobody has heard: again after five minutes");

        var call = noon().answers();
        assertEquals(1, call.heard().size(), "neutral first");
        call.presses("5");
        assertTrue(call.heard().get(1).startsWith("Rosa is overdue. Number "), call.heard().toString());
        call.presses("1");
        house.waits(ofMinutes(11));

        assertEquals("Noted. Thank you, goodbye.", call.heard().getLast());
        assertEquals(3, noon().calls());
        assertEquals(1, house.database(tx -> house.house().timers(tx)).size(), "heard is not cleared");
    }

    @Test
    void until_it_is_cleared_texts_from_that_phone_renew_and_end_nothing() {
        rosa().texts("IN 5");
        house.waits(ofMinutes(6));
        var before = standing();

        for (var words : List.of(here(), "BACK " + rosa().lastDispatch().code(), "DONE " + rosa().lastDispatch().code() + " 1",
                "OUT", "IN 200", "PASS " + rosa().lastDispatch().code())) {
            rosa().texts(words);
            assertEquals(before, standing(), words);
            assertTrue(rosa().lastReceived().startsWith("You are overdue."), words + ": " + rosa().lastReceived());
        }
        house.waits(ofMinutes(10));
        assertInstanceOf(LadderState.Climbing.class, standing(), "14:25, not renewed");
        rosa().texts("TAKE " + rosa().lastDispatch().code());
        assertInstanceOf(LadderState.Climbing.class, standing());

        house.onThePage("Noon", (tx, alert, noon) ->
                assertTrue(house.house().clear(tx, alert, house.member("Rosa"), noon.id(), "she rang me")));
        rosa().texts("TAKE " + rosa().lastDispatch().code());
        assertInstanceOf(LadderState.Acknowledged.class, standing());
    }

    @Test
    void nobody_waits_for_her_who_is_overdue_and_what_is_new_does_not_reach_her_phone() {
        rosa().texts("IN 5");
        house.waits(ofMinutes(6));
        var before = rosa().everythingAsked().size();

        house.phone("+12025550151").texts("1");

        assertEquals(before, rosa().everythingAsked().size());
        assertEquals(1, house.phoneOf("Amir").everythingAsked().size(), "the next step is asked at once");
    }

    @Test
    void who_goes_along_with_the_holder_has_a_timer_of_her_own() {
        rosa().texts("MORE 1");
        house.phoneOf("Amir").takes();

        house.phoneOf("Amir").texts("IN 30 mins");

        assertEquals("Noted. Text OUT by 14:40, else a coordinator is rung for you.", house.phoneOf("Amir").lastReceived());
    }

    @Test
    void she_may_stay_longer_though_somebody_else_has_it_by_now() {
        rosa().texts("IN 10");
        rosa().texts("BACK " + rosa().lastDispatch().code());

        rosa().texts("IN 30");

        assertEquals("Noted. Text OUT by 14:40, else a coordinator is rung for you.", rosa().lastReceived());
    }

    @Test
    void in_again_makes_it_longer_and_never_longer_than_four_hours_in_all() {
        rosa().texts("IN 30");
        rosa().texts("in 240 " + rosa().lastDispatch().code());
        house.waits(ofMinutes(14));
        rosa().texts(here());

        rosa().texts("IN 240");

        assertEquals("Noted. Text OUT by 18:10, else a coordinator is rung for you.", rosa().lastReceived());
    }

    @Test
    void who_has_nothing_or_writes_no_good_time_is_answered_and_opens_nothing() {
        rosa().texts("IN 3");
        assertTrue(rosa().lastReceived().contains("5 to 240 minutes"), rosa().lastReceived());
        rosa().texts("in");
        assertTrue(rosa().lastReceived().contains("5 to 240 minutes"), rosa().lastReceived());
        house.phoneOf("Amir").texts("IN 30");
        assertTrue(house.phoneOf("Amir").lastReceived().contains("you have no such alert"), house.phoneOf("Amir").lastReceived());
        house.phoneOf("Amir").texts("OUT");
        assertEquals(1, house.alerts().size());

        house.phoneOf("Amir").texts("1");
        assertEquals(2, house.alerts().size(), "a bare digit is always a report");
    }

    @Test
    void on_the_page_it_begins_and_it_stands_through_everything_that_happens_to_the_alert() {
        house.onThePage("Rosa", (tx, alert, rosa) -> assertInstanceOf(TimingSafety.Result.Runs.class,
                house.house().goIn(tx, alert, rosa, 20)));
        house.onThePage("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));

        house.waits(ofMinutes(20));

        assertEquals(1, noon().calls(), "she is inside all the same");
    }

    @Test
    void out_is_too_late_at_the_minute_itself_even_if_nobody_has_looked_yet() {
        rosa().texts("IN 5");
        house.clock.turn(ofMinutes(5));
        rosa().textsOnly(here());
        rosa().textsOnly("IN 200");
        rosa().textsOnly("OUT");
        var before = standing();
        house.turn();

        assertEquals(before, standing());
        assertEquals(1, noon().calls());
        assertTrue(rosa().lastReceived().startsWith("You are overdue."), rosa().lastReceived());
    }
}
