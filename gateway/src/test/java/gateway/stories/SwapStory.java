package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.safety.Forced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shift changes hands by text: Lina wants off tonight, and Rosa and Amir are of the roster. */
class SwapStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(Night::withAmir);

    @Test
    void the_first_who_covers_has_it_and_everybody_hears_once() {
        house.turn();
        lina().texts("OFF");
        var code = code(amir());
        assertTrue(amir().lastReceived().startsWith("02/03 20:00-08:00 of Lina: COVER "));

        amir().texts("cover " + code);
        rosa().texts("COVER " + code(rosa()));

        assertEquals("02/03 20:00-08:00 is yours, thank you. BACK " + code + " undoes it until it begins.", amir().lastReceived());
        assertTrue(lina().lastReceived().startsWith("Off 02/03 20:00: Amir. BACK "));
        assertEquals("02/03 20:00-08:00: somebody else covers it. Thank you.", rosa().lastReceived());
        assertEquals(List.of("Lina wants off 02/03 20:00. See rosters.", "Amir covers Lina 02/03 20:00."), noon().received());
        house.comes("2026-03-02T20:16");
        assertEquals(List.of("Amir"), house.onCall("Peers"));
        assertEquals(2, noon().received().size());
        assertEquals(List.of(), house.alerts());
    }

    @Test
    void either_may_undo_it_until_it_begins() {
        house.turn();
        lina().texts("OFF");
        amir().texts("COVER " + code(amir()));

        amir().texts("BACK " + code(amir()));

        assertEquals("02/03 20:00-08:00 is yours no longer. Thank you.", amir().lastReceived());
        assertTrue(lina().received().contains("02/03 20:00: Lina is on again."), lina().received().toString());
        assertEquals("02/03 20:00: Lina is on again.", noon().lastReceived());
        lina().saysOn();
        house.comes("2026-03-02T20:01");
        assertEquals(List.of("Lina"), house.onCall("Peers"));
    }

    @Test
    void she_may_take_it_back_too_but_not_once_it_has_begun() {
        house.turn();
        lina().texts("OFF");
        amir().texts("COVER " + code(amir()));
        lina().texts("BACK " + code(lina()));
        assertEquals("02/03 20:00-08:00 is yours again.", lina().lastReceived());

        lina().texts("OFF");
        amir().texts("COVER " + code(amir()));
        house.comes("2026-03-02T20:00");
        lina().texts("BACK " + code(lina()));

        assertEquals("That can no longer be done. Nothing was changed.", lina().lastReceived());
        assertEquals(List.of("Amir"), house.onCall("Peers"));
    }

    @Test
    void in_the_middle_of_a_shift_the_rest_of_it_is_covered() {
        house.turn();
        lina().saysOn();
        house.comes("2026-03-02T20:30");
        lina().saysOn();

        lina().texts("OFF");
        assertEquals(List.of("Lina"), house.onCall("Peers"));
        amir().texts("COVER " + code(amir()));

        assertEquals(List.of("Amir"), house.onCall("Peers"));
    }

    @Test
    void off_and_on_by_turns_are_answered_once_a_minute() {
        house.turn();
        var before = lina().received().size();

        for (var i = 0; i < 5; i++) {
            lina().texts("OFF");
            lina().texts("ON");
        }
        assertEquals(before + 1, lina().received().size(), () -> lina().received().toString());

        house.clock.turn(ofMinutes(1));
        lina().texts("OFF");
        assertEquals(before + 2, lina().received().size(), () -> lina().received().toString());
    }

    @Test
    void a_wrong_code_changes_nothing_and_a_stranger_s_word_is_a_report() {
        house.turn();
        lina().texts("OFF");

        rosa().texts("COVER 111111");
        assertEquals("That code is wrong. Nothing was changed.", rosa().lastReceived());
        house.reporter().texts("COVER " + code(amir()));

        assertEquals(1, house.alerts().size());
        house.comes("2026-03-02T20:00");
        assertTrue(house.onCall("Peers").contains("Lina"));
    }

    @Test
    void where_the_roster_wants_it_a_coordinator_has_her_say() {
        house.load(Night.wantingSay(untouched()));
        house.turn();
        lina().texts("OFF");

        rosa().texts("COVER " + code(rosa()));

        assertEquals("02/03 20:00-08:00: a coordinator is asked first.", rosa().lastReceived());
        assertTrue(noon().lastReceived().startsWith("Rosa would cover 02/03 20:00. COVER "));
        house.comes("2026-03-02T15:00");
        assertEquals(List.of(), house.roster("Peers").covers());
        noon().texts("COVER " + code(noon()));
        assertTrue(noon().received().contains("02/03 20:00-08:00: so it stands."), noon().received().toString());
        house.comes("2026-03-02T20:01");
        assertEquals(List.of("Rosa"), house.onCall("Peers"));
    }

    @Test
    void a_coordinator_who_says_no_on_the_page_leaves_it_open_to_others() {
        house.load(Night.wantingSay(untouched()));
        house.turn();
        lina().texts("OFF");
        rosa().texts("COVER " + code(rosa()));

        var offer = house.database(tx -> house.house().duty().offers(tx)).getFirst();
        house.database(tx -> house.house().duty().decline(tx, offer.id()));
        house.turn();

        assertEquals("02/03 20:00: not this time, a coordinator says.", rosa().lastReceived());
        house.comes("2026-03-02T20:01");
        assertTrue(house.onCall("Peers").contains("Lina"));
    }

    @Test
    void undone_at_night_she_is_told_at_once_that_she_is_on_and_is_not_alone_until_she_says_so() {
        house.load(Night.lateWithAmir(untouched()));
        house.turn();
        lina().texts("OFF");
        amir().texts("COVER " + code(amir()));
        house.comes("2026-03-02T22:30");

        amir().texts("BACK " + code(amir()));

        assertEquals("02/03 23:00: Lina is on again.", lina().lastReceived());
        assertEquals("02/03 23:00: Lina is on again.", noon().lastReceived());
        var before = lina().received().size();
        house.comes("2026-03-02T23:00");
        house.turn();
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers").stream().sorted().toList(), "asked only now: she is not alone");
        house.turn();
        assertEquals(before + 1, lina().received().size());
    }

    @Test
    void while_she_is_overdue_her_phone_puts_nobody_on_call_and_takes_nobody_off() {
        house.turn();
        lina().texts("OFF");
        house.comes("2026-03-02T20:16");
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers").stream().sorted().toList());
        house.reporter().texts("1");
        lina().takes();
        lina().texts("IN 5 " + lina().lastDispatch().code());
        house.waits(ofMinutes(6));
        var before = lina().received().size();

        lina().texts("ON");

        assertEquals(before, lina().received().size(), "her phone stays quiet");
        assertTrue(house.onCall("Peers").contains("Rosa"), "whoever stayed on stays");
        var ladder = house.theAlert().ladder(gateway.roster.Discipline.PEER_ADVOCATE).orElseThrow();
        lina().texts("BACK " + code(lina()));
        assertEquals(ladder, house.theAlert().ladder(gateway.roster.Discipline.PEER_ADVOCATE).orElseThrow());
    }

    @Test
    void where_she_is_forced_the_answer_is_as_ever_and_nothing_is_covered() {
        house.reporter().texts("1");
        house.database(tx -> Forced.by(tx, house.house().safetyTimers(), house.member("Amir"), house.theAlert(), house.clock.instant()));
        house.turn();
        lina().texts("OFF");
        var code = code(amir());

        amir().texts("COVER " + code);

        assertEquals("02/03 20:00-08:00 is yours, thank you. BACK " + code + " undoes it until it begins.", amir().lastReceived());
        assertEquals(List.of(), house.roster("Peers").covers());
        assertTrue(noon().received().stream().noneMatch(words -> words.contains("covers")));
    }

    @Test
    void where_she_is_forced_and_a_coordinator_has_her_say_the_answer_is_that_one_is_asked_and_nobody_is() {
        house.load(Night.wantingSay(untouched()));
        house.turn();
        lina().texts("OFF");
        var code = code(rosa());
        house.reporter().texts("1");
        house.database(tx -> Forced.by(tx, house.house().safetyTimers(), house.member("Rosa"), house.theAlert(), house.clock.instant()));

        rosa().texts("COVER " + code);

        assertEquals("02/03 20:00-08:00: a coordinator is asked first.", rosa().lastReceived());
        house.comes("2026-03-02T15:00");
        assertTrue(noon().received().stream().noneMatch(words -> words.contains("would cover")), noon().received().toString());
        assertEquals(gateway.duty.OfferState.OPEN, house.database(tx -> house.house().duty().offers(tx)).getFirst().state());
    }

    @Test
    void a_cover_that_waited_for_a_say_stands_only_while_who_would_cover_can_be_asked() {
        house.load(Night.wantingSay(untouched()));
        house.turn();
        lina().texts("OFF");
        rosa().texts("COVER " + code(rosa()));
        house.comes("2026-03-02T15:00");
        var say = code(noon());
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), gateway.member.BarReason.LOST, "Noon"));

        noon().texts("COVER " + say);

        assertTrue(noon().received().contains("That can no longer be done. Nothing was changed."), noon().received().toString());
        assertEquals(List.of(), house.roster("Peers").covers());
        house.comes("2026-03-02T20:01");
        assertTrue(house.onCall("Peers").contains("Lina"), "off only where a cover stands");
        assertEquals(gateway.duty.OfferState.OPEN, house.database(tx -> house.house().duty().offers(tx)).getFirst().state());
    }

    private static String untouched() {
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of("gateway/src/test/resources/network.yaml"));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The last code it was told. */
    private static String code(Phone phone) {
        return phone.received().stream().filter(words -> words.matches("(?s).*(COVER|BACK) \\d{6}.*")).toList().getLast()
                .replaceFirst("(?s).*(?:COVER|BACK) (\\d{6}).*", "$1");
    }

    private Phone lina() {
        return house.phoneOf("Lina");
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private Phone amir() {
        return house.phoneOf("Amir");
    }

    private Phone noon() {
        return house.phoneOf("Noon");
    }
}
