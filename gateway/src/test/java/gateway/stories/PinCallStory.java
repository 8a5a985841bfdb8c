package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.Ladder;
import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Where texts carry a holder no further, she is rung for her PIN. */
class PinCallStory {

    private static final String WHICH = "Hello, this is the shop. Please press the number of your order, then the hash key.";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @BeforeEach
    void rosa_keeps_a_pin() {
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
            return tx;
        });
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private Instant checkInBy() {
        return house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow() instanceof Ladder.Acknowledged held
                ? held.checkInBy() : Instant.MIN;
    }

    /** Rosa keeps it by texts, as long as they may carry her: until 16:10. */
    private void hold() {
        house.reporter().texts("1");
        rosa().takes();
        for (var minutes : List.of(14, 58, 44)) {
            house.waits(ofMinutes(minutes - 1));
            rosa().texts("HERE " + rosa().lastDispatch().code());
        }
    }

    @Test
    void the_answer_says_so_and_her_pin_in_the_call_keeps_it() {
        hold();
        assertTrue(rosa().lastReceived().contains("until 16:10") && rosa().lastReceived().contains("ring you for your PIN"),
                rosa().lastReceived());
        assertEquals(0, rosa().calls());
        house.waits(ofMinutes(2));
        assertEquals(1, rosa().calls());

        var call = rosa().answers();
        assertEquals(List.of(WHICH), call.heard(), "neutral first");
        call.presses("4821#");
        house.turn();

        var until = call.heard().getLast();
        assertTrue(until.matches("Noted\\. It stays with you until 17:0\\d\\. Goodbye\\."), until);
        assertTrue(house.database(tx -> house.house().timeline(tx, house.theAlert())).stream().anyMatch(told ->
                told.entry() instanceof HoldingEntry.CheckedIn(_, _, var way, _) && way == Way.PIN));
        house.waits(ofMinutes(10));
        assertEquals(1, rosa().calls(), "a call that did what it was for is followed by none");
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void one_pin_renews_all_she_has() {
        house.phone("+12025550151").texts("1");
        house.reporter().texts("1");
        house.waits(ofMinutes(1));
        var codes = rosa().everythingAsked().stream().map(Phone.Asked::code).distinct().toList();
        codes.forEach(code -> rosa().texts("TAKE " + code));
        for (var minutes : List.of(14, 58, 44)) {
            house.waits(ofMinutes(minutes - 1));
            codes.forEach(code -> rosa().texts("HERE " + code));
        }
        assertEquals(2, codes.size());
        house.waits(ofMinutes(2));

        rosa().answers().presses("4821#");
        house.turn();

        house.alerts().forEach(alert -> assertTrue(alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().nextAt().orElseThrow()
                .isAfter(house.clock.instant().plus(ofMinutes(50)))));
        assertEquals(1, rosa().calls());
    }

    @Test
    void unanswered_she_is_rung_once_more_within_two_minutes_and_then_it_lapses() {
        hold();
        house.waits(ofMinutes(2));
        assertEquals(1, rosa().calls());

        rosa().doesNotAnswer("no-answer");
        house.waits(ofSeconds(90));
        assertEquals(2, rosa().calls());
        rosa().answers().waits().waits();
        house.waits(ofMinutes(4));

        assertEquals(2, rosa().calls());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertTrue(house.phoneOf("Amir").lastReceived().contains(". Was with R 14:10-"), house.phoneOf("Amir").lastReceived());
    }

    @Test
    void a_key_of_whoever_holds_the_phone_keeps_nothing_and_five_wrong_pins_bar_it_and_are_told() {
        hold();
        house.waits(ofMinutes(2));
        var before = checkInBy();

        rosa().answers().presses("1#").presses("1112#");
        house.waits(ofSeconds(90));
        rosa().answers().presses("2222#").presses("3333#");
        house.turn();
        assertEquals(before, checkInBy());
        house.phoneOf("Noon").receivedNothing();
        house.waits(ofMinutes(6));
        rosa().texts("TAKE " + rosa().lastDispatch().code());
        assertTrue(rosa().lastReceived().contains("ring you for your PIN"), rosa().lastReceived());
        var last = rosa().answers().presses("4444#").presses("5555#");
        house.turn();

        assertTrue(last.heard().getLast().contains("not possible now"), last.heard().getLast());
        assertEquals(1, house.phoneOf("Noon").received().stream().filter(words -> words.contains("5 wrong PINs from Rosa")).count());
        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    @Test
    void a_take_whose_hours_are_over_is_hers_again_by_her_pin() {
        hold();
        house.waits(ofMinutes(2));
        rosa().doesNotAnswer("busy");
        house.waits(ofSeconds(90));
        rosa().doesNotAnswer("busy");
        house.waits(ofMinutes(7));
        assertEquals(AlertState.OPEN, house.theAlert().state());

        rosa().texts("TAKE " + rosa().lastDispatch().code());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        rosa().answers().presses("4821#");
        house.turn();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void the_pin_for_duress_sounds_the_same_renews_nothing_and_rings_the_coordinators() {
        hold();
        house.waits(ofMinutes(2));
        var before = checkInBy();

        var call = rosa().answers().presses("9035#");
        house.turn();

        assertTrue(call.heard().getLast().matches("Noted\\. It stays with you until 17:0\\d\\. Goodbye\\."), call.heard().getLast());
        assertEquals(before, checkInBy());
        assertTrue(house.phoneOf("Noon").lastReceived().contains("Rosa is forced"), house.phoneOf("Noon").lastReceived());
        assertEquals(1, house.phoneOf("Noon").calls());
        rosa().texts("HERE " + rosa().lastDispatch().code());
        assertTrue(rosa().lastReceived().contains("noted. Next: HERE"), "as usual: " + rosa().lastReceived());
        assertEquals(before, checkInBy(), "and yet nothing was renewed");
        rosa().texts("IN 30");
        assertTrue(rosa().lastReceived().startsWith("Noted. At 1"), rosa().lastReceived());
        assertEquals(1, house.database(tx -> house.house().timers(tx)).size(), "only the duress stands");
        house.waits(ofMinutes(5));
        assertEquals(AlertState.OPEN, house.theAlert().state(), "the others are asked");

        house.page().does("Noon", (tx, alert, noon) ->
                assertTrue(house.house().clear(tx, alert, house.member("Rosa"), noon.id(), "she is with me")));
        assertEquals(List.of(), house.database(tx -> house.house().timers(tx)));
    }

    @Test
    void no_key_of_hers_stands_in_a_log_an_address_or_the_database() {
        var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        var pin = "73910482";
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), pin, "9035");
            return tx;
        });
        hold();
        house.waits(ofMinutes(2));

        var call = rosa().answers().presses("73910483#").presses(pin + "#");
        house.turn();
        log.detachAppender(lines);

        assertTrue(call.heard().getLast().startsWith("Noted."), call.heard().getLast());
        assertFalse(lines.list.stream().anyMatch(line -> line.getFormattedMessage().contains("7391048")));
        assertFalse(call.answers().stream().anyMatch(script -> script.contains("7391048")));
        for (var table : List.of("message", "attempt", "envelope", "pin", "timeline_entry", "lease", "dispatch")) {
            assertFalse(house.database(tx -> tx.query("SELECT " + table + "::text AS row FROM " + table, row -> row.text("row")))
                    .stream().anyMatch(row -> row.contains("7391048")), table);
        }
    }
}
