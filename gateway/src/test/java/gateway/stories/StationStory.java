package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.roster.Discipline;
import gateway.safety.TimingSafety;
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

    private String code() {
        return rosa().lastDispatch().code();
    }

    private String here() {
        return "HERE " + rosa().lastDispatch().code();
    }

    private Ladder standing() {
        return house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow();
    }

    @Test
    void by_number_alone_she_is_reminded_five_minutes_before_and_out_with_her_code_ends_it() {
        rosa().texts("IN 30");
        assertEquals("Noted. At 14:40 a coordinator is rung. OUT " + code() + " ends it. IN 30 " + code()
                + " makes it 30 min and keeps this phone quiet.", rosa().lastReceived());
        house.waits(ofMinutes(14));
        rosa().texts(here());
        house.waits(ofMinutes(11));
        assertTrue(rosa().lastReceived().startsWith("You are to be out by 14:40."), rosa().lastReceived());

        rosa().texts("out " + code());

        assertEquals("Noted. You are out.", rosa().lastReceived());
        house.waits(ofMinutes(20));
        noon().receivedNothing();
        assertEquals(0, noon().calls());
        assertTrue(house.kinds(house.theAlert()).containsAll(List.of("timer_started", "timer_ended")));
    }

    @Test
    void missed_the_coordinator_is_rung_twice_within_two_minutes_and_again_until_one_has_heard() {
        rosa().texts("10 in " + code());
        house.page().does("Rosa", (tx, alert, rosa) -> house.house().checkIn(tx, alert, Discipline.PEER_ADVOCATE, rosa.id()));
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
    void overdue_by_a_proven_one_nothing_from_that_phone_renews_or_ends_anything_until_it_is_cleared() {
        rosa().texts("IN 5 " + code());
        house.waits(ofMinutes(6));
        var before = standing();
        assertInstanceOf(Ladder.Climbing.class, before, "her check-in was at the end of her time");

        for (var words : List.of(here(), "BACK " + code(), "OUT", "OUT " + code(), "IN 200 " + code(), "TAKE " + code())) {
            rosa().texts(words);
            assertEquals(List.of(), heldBy("Rosa"), words);
            assertEquals(1, house.database(tx -> house.house().timers(tx)).size(), words);
        }

        house.page().does("Noon", (tx, alert, noon) ->
                assertTrue(house.house().clear(tx, alert, house.member("Rosa"), noon.id(), "she rang me")));
        rosa().texts("TAKE " + code());
        assertInstanceOf(Ladder.Acknowledged.class, standing());
    }

    @Test
    void nobody_waits_for_her_who_is_overdue_and_what_is_new_does_not_reach_her_phone() {
        rosa().texts("IN 5 " + code());
        house.waits(ofMinutes(6));
        var before = rosa().everythingAsked().size();

        house.phone("+12025550151").texts("1");

        assertEquals(before, rosa().everythingAsked().size());
        var fresh = house.alertOf(house.phone("+12025550151")).alert().number().toString();
        assertEquals(1, house.phoneOf("Amir").everythingAsked().stream().filter(asked -> asked.alert().equals(fresh)).count(),
                "the next step is asked at once");
    }

    @Test
    void who_goes_along_with_the_holder_has_a_timer_of_her_own() {
        rosa().texts("MORE 1");
        house.phoneOf("Amir").takes();

        house.phoneOf("Amir").texts("IN 30 mins");

        assertTrue(house.phoneOf("Amir").lastReceived().startsWith("Noted. At 14:40 a coordinator is rung."),
                house.phoneOf("Amir").lastReceived());
    }

    @Test
    void a_number_alone_that_shortens_it_again_and_again_is_answered_when_it_begins_and_then_once_a_minute() {
        var before = rosa().received().size();

        for (var minutes = 60; minutes > 40; minutes--) {
            rosa().textsOnly("IN " + minutes);
        }
        house.turn();

        assertEquals(before + 2, rosa().received().size());
        house.waits(ofMinutes(2));
        rosa().texts("IN 30");
        assertEquals(before + 3, rosa().received().size());
    }

    @Test
    void a_number_alone_shortens_what_a_number_began_and_never_stretches_or_ends_it() {
        rosa().texts("IN 30");
        assertEquals(List.of(at(30)), dues());
        rosa().texts("IN 10");
        assertEquals(List.of(at(10)), dues());
        rosa().texts("IN 240");
        assertEquals(List.of(at(10)), dues());

        rosa().texts("OUT");

        assertEquals(List.of(at(10)), dues());
        assertEquals("Noted. At 14:20 a coordinator is rung. OUT " + code() + " ends it. IN 10 " + code()
                + " makes it 10 min and keeps this phone quiet.", rosa().lastReceived(), "OUT within the minute is not answered again");
        house.waits(ofSeconds(61));
        rosa().texts("OUT");
        assertEquals("Nothing changed. When you are out, text OUT " + code(), rosa().lastReceived());
        assertTrue(noon().received().stream().anyMatch(words -> words.contains("OUT without a code: Rosa")), noon().received().toString());
        assertEquals(0, noon().calls());
    }

    @Test
    void out_without_a_code_is_told_to_nobody_once_her_code_has_ended_it() {
        rosa().texts("IN 200");
        rosa().textsOnly("OUT");

        rosa().texts("OUT " + code());
        house.waits(ofMinutes(12));

        assertTrue(noon().received().stream().noneMatch(words -> words.contains("OUT")), noon().received().toString());
    }

    @Test
    void out_by_number_alone_is_told_to_the_coordinators_once_in_ten_minutes_in_one_text() {
        rosa().texts("IN 200");
        for (var minute = 0; minute < 25; minute++) {
            rosa().texts("OUT");
            house.waits(ofMinutes(1));
        }

        assertEquals(3, noon().received().stream().filter(words -> words.contains("OUT without a code")).count());
        assertEquals(List.of(at(200)), dues());
    }

    @Test
    void a_number_alone_never_shortens_a_proven_one_and_quiets_nothing() {
        rosa().texts("IN 60 " + code());
        assertEquals(List.of(at(60)), dues());

        rosa().texts("IN 10");
        assertEquals(List.of(at(10), at(60)), dues().stream().sorted().toList(), "one of its own kind");

        rosa().texts("OUT " + code());
        assertEquals(List.of(), dues());
    }

    @Test
    void with_her_code_it_may_be_stretched_and_never_past_four_hours_in_all() {
        rosa().texts("IN 30 " + code());
        house.waits(ofMinutes(14));

        rosa().texts("\"" + code() + "\" in 240");

        assertEquals(List.of(at(240)), dues());
    }

    @Test
    void proven_it_moves_her_check_in_to_its_end_by_code_within_the_two_hours_of_texts() {
        rosa().texts("IN 60 " + code());
        assertEquals(at(60), checkInBy());

        rosa().texts("IN 200 " + code());
        assertEquals(at(120), checkInBy());

        house.page().does("Rosa", (tx, alert, rosa) -> assertInstanceOf(TimingSafety.Result.Runs.class,
                house.house().goIn(tx, alert, rosa, 200)));
        assertEquals(at(200), checkInBy());
    }

    @Test
    void what_a_number_alone_began_takes_nothing_from_her_even_when_it_is_overdue() {
        rosa().texts("IN 5");
        house.waits(ofMinutes(6));
        assertEquals(1, noon().calls());

        rosa().texts(here());
        assertEquals("K " + house.theAlert().alert().number() + " noted. Next: HERE " + code() + " by 15:16.", rosa().lastReceived());
        rosa().texts("OUT " + code());

        assertEquals("Noted. You are out.", rosa().lastReceived());
        assertEquals(List.of(), dues());
    }

    @Test
    void a_wrong_code_proves_nothing() {
        rosa().texts("IN 60 " + code());

        rosa().texts("OUT 000111");
        rosa().texts("IN 240 000111");

        assertTrue(dues().contains(at(60)), dues().toString());
    }

    private java.time.Instant at(int minutes) {
        return java.time.Instant.parse("2026-03-02T07:10:00Z").plus(ofMinutes(minutes));
    }

    private List<java.time.Instant> dues() {
        return house.database(tx -> house.house().timers(tx)).stream().map(gateway.safety.SafetyTimer::dueAt).toList();
    }

    private java.time.Instant checkInBy() {
        return assertInstanceOf(Ladder.Acknowledged.class, standing()).checkInBy();
    }

    private List<Discipline> heldBy(String alias) {
        return house.theAlert().ladders().stream().filter(ladder -> ladder.isHeldBy(house.member(alias).id()))
                .map(Ladder::discipline).toList();
    }

    @Test
    void who_has_nothing_or_writes_no_good_time_is_answered_and_opens_nothing() {
        rosa().texts("IN 3");
        assertTrue(rosa().lastReceived().contains("5 to 240 minutes"), rosa().lastReceived());
        house.waits(ofSeconds(61));
        rosa().texts("in");
        assertTrue(rosa().lastReceived().contains("5 to 240 minutes"), rosa().lastReceived());
        house.phoneOf("Amir").texts("IN 30");
        assertTrue(house.phoneOf("Amir").lastReceived().contains("you have no such alert"), house.phoneOf("Amir").lastReceived());
        house.phoneOf("Amir").texts("OUT");
        assertEquals(1, house.alerts().size());
        noon().receivedNothing();

        house.phoneOf("Amir").texts("1");
        assertEquals(2, house.alerts().size(), "a bare digit is always a report");
    }

    @Test
    void on_the_page_it_begins_and_it_stands_through_everything_that_happens_to_the_alert() {
        house.page().does("Rosa", (tx, alert, rosa) -> assertInstanceOf(TimingSafety.Result.Runs.class,
                house.house().goIn(tx, alert, rosa, 20)));
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));

        house.waits(ofMinutes(20));

        assertEquals(1, noon().calls(), "she is inside all the same");
    }

    @Test
    void out_is_too_late_at_the_minute_itself_even_if_nobody_has_looked_yet() {
        rosa().texts("IN 5 " + code());
        house.clock.turn(ofMinutes(5));
        rosa().textsOnly(here());
        rosa().textsOnly("IN 200 " + code());
        rosa().textsOnly("OUT " + code());
        house.turn();

        assertEquals(1, noon().calls());
        assertEquals(List.of(at(5)), dues());
    }
}
