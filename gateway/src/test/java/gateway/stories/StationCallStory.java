package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.roster.Discipline;
import gateway.safety.SafetyTimer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder rings in, gives her PIN, and sets or ends her time inside by keys: it is proven, and covers all she has. */
class StationCallStory {

    private static final String TIME = "Press five to set or end your time, or hash to go on.";
    private static final String HOW_LONG = "Press for how many minutes and then hash, or zero and hash to end it.";
    private static final String ENDED = "Noted. Your time is ended.";
    private static final List<String> REPORTERS = List.of("+12025550151", "+12025550152");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @BeforeEach
    void rosa_keeps_a_pin_and_has_two_alerts() {
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
            return tx;
        });
        for (var phone : REPORTERS) {
            house.phone(phone).texts("6");
            house.waits(ofMinutes(1));
            rosa().takes();
        }
    }

    @Test
    void in_by_her_pin_is_proven_and_moves_the_check_in_of_all_she_has_and_out_ends_it() {
        var call = proves("4821").presses("5").presses("90#");

        var until = house.clock.instant().plus(ofMinutes(90));
        assertEquals(List.of(TIME, HOW_LONG, "Noted. Your time runs until 15:42."), call.heard().subList(2, 5));
        assertEquals(List.of(until, until), REPORTERS.stream().map(this::checkInBy).toList());
        assertTrue(timers().getFirst().proven());
        var received = rosa().received();
        house.waits(ofMinutes(85));
        assertEquals(received, rosa().received(), "nothing comes to a phone that is inside");
        assertEquals(0, house.phoneOf("Amir").received().size(), "and what she has lapses on nobody");

        var out = proves("4821").presses("5").presses("0#");

        assertEquals(List.of(TIME, HOW_LONG, ENDED), out.heard().subList(2, 5));
        assertEquals(List.of(), timers());
    }

    @Test
    void what_is_no_time_is_asked_for_once_more_and_then_what_is_open_is_told() {
        var call = proves("4821").presses("5").presses("3#");
        assertEquals(HOW_LONG, call.heard().getLast());

        call.presses("#");

        assertEquals("No time was set.", call.heard().get(5));
        assertTrue(call.heard().get(6).startsWith("Number "), call.heard().toString());
        assertEquals(List.of(), timers());
    }

    @Test
    void a_call_that_showed_a_code_alone_hears_nothing_of_it() {
        var call = proves(rosa().lastDispatch().code());

        assertFalse(call.heard().contains(TIME), call.heard().toString());
    }

    @Test
    void the_pin_for_duress_hears_the_same_and_ends_nothing_and_nobody_is_told_of_the_ring_as_well() {
        proves("4821").presses("5").presses("60#");
        var honest = proves("4821").presses("5").presses("0#").heard().subList(0, 5);
        proves("4821").presses("5").presses("60#");
        house.waits(ofMinutes(11));

        var forced = proves("9035").presses("5").presses("0#");
        house.waits(ofMinutes(13));

        assertEquals(honest, forced.heard().subList(0, 5));
        assertTrue(forced.heard().get(5).startsWith("Number "), () -> forced.heard().toString());
        assertTrue(timers().stream().anyMatch(timer -> timer.kind() == SafetyTimer.Kind.INSIDE), "it runs on");
        assertTrue(noon().stream().anyMatch(text -> text.contains("Rosa is forced")), () -> noon().toString());
        assertEquals(List.of(), noon().stream().filter(text -> text.contains("Nothing opened")).toList());
    }

    @Test
    void a_code_moves_the_check_in_of_the_alert_it_is_of_and_the_page_that_of_all() {
        var others = checkInBy(REPORTERS.getFirst());
        rosa().texts("IN 45 " + rosa().lastDispatch().code());

        assertEquals(house.clock.instant().plus(ofMinutes(45)), checkInBy(REPORTERS.getLast()));
        assertEquals(others, checkInBy(REPORTERS.getFirst()));

        house.database(tx -> house.house().goIn(tx, house.alertOf(house.phone(REPORTERS.getLast())), house.member("Rosa"), 60));

        var until = house.clock.instant().plus(ofMinutes(60));
        assertEquals(List.of(until, until), REPORTERS.stream().map(this::checkInBy).toList());
    }

    @Test
    void after_twenty_wrong_codes_a_right_one_proves_no_more_than_her_number_and_her_pin_still_does() {
        var code = rosa().lastDispatch().code();
        rosa().texts("IN 60 " + code);
        for (var i = 0; i < 20; i++) {
            house.hears(rosa().number(), "TAKE " + (111_111 + i));
        }

        house.clock.turn(ofSeconds(61));
        rosa().texts("OUT " + code);
        assertEquals("Not ended yet: many wrong codes came from this number. Ring us and key your PIN, or say on the page that you are out.",
                rosa().lastReceived(), "her phone is in its quiet, and is answered");
        var answered = rosa().received().size();
        rosa().texts("OUT " + code);
        assertEquals(answered, rosa().received().size(), "once a minute");
        rosa().texts("IN 10 " + code);
        house.waits(ofSeconds(61));

        assertEquals(List.of(true, false), timers().stream().map(SafetyTimer::proven).sorted((one, other) -> Boolean.compare(other, one)).toList(),
                "the proven one runs on, the other is begun by a number alone");
        assertTrue(noon().stream().anyMatch(text -> text.contains("OUT after wrong codes: Rosa")), () -> noon().toString());
        assertTrue(noon().stream().noneMatch(text -> text.contains("OUT without a code")), () -> noon().toString());

        assertEquals(ENDED, proves("4821").presses("5").presses("0#").heard().get(4));
        assertEquals(List.of(), timers());
    }

    private FakeCall proves(String keys) {
        return rosa().rings().presses("*").presses(keys + "#");
    }

    private List<SafetyTimer> timers() {
        return house.database(tx -> house.house().timers(tx));
    }

    private List<String> noon() {
        return house.phoneOf("Noon").received();
    }

    private Instant checkInBy(String phone) {
        return house.alertOf(house.phone(phone)).ladder(Discipline.PEER_ADVOCATE).orElseThrow()
                instanceof Ladder.Acknowledged held ? held.checkInBy() : Instant.EPOCH;
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }
}
