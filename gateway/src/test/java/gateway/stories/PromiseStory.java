package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.roster.Cover.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shift is a promise: asked for, kept, not kept, and taken back. It is ten past two; Lina comes on call at eight in the evening. */
class PromiseStory {

    private static final String TONIGHT = "02/03 20:00-08:00";

    @RegisterExtension
    final TestHouse house = new TestHouse(Night::shifts);

    @Test
    void she_is_asked_once_says_on_and_has_the_night_alone() {
        house.turn();
        assertEquals(1, lina().received().size());
        assertTrue(lina().lastReceived().matches("Your shift: " + TONIGHT + "\\. ON \\d{6} confirms it\\. If you cannot: OFF"), lina().lastReceived());

        lina().texts(" ＯＮ " + lina().lastReceived().replaceFirst(".*ON (\\d{6}).*", "$1") + ". ");
        house.comes("2026-03-02T20:00:10");
        house.comes("2026-03-02T20:20");

        assertEquals("Noted: " + TONIGHT + ". Thank you.", lina().received().get(1));
        assertEquals(List.of("Lina"), house.onCall("Peers"));
        house.reporter().texts("1");
        assertEquals(1, lina().dispatches().size());
        assertEquals(List.of(), rosa().dispatches());
        assertEquals(List.of(), noon().received());
        assertEquals(1, house.alerts().size());
    }

    @Test
    void the_evening_before_one_text_asks_for_all_she_promises_and_never_at_night() {
        house.load(house.example().replace("  - name: Legal aid\n    discipline: legal-aid\n    shifts:\n      - { member: Lina, days: "
                + "[mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"00:00\" }",
                "  - name: Legal aid\n    discipline: legal-aid\n    shifts:\n      - { member: Lina, days: [tue], from: \"09:00\", to: \"12:00\" }"));
        house.turn();
        lina().saysOn();
        var before = lina().received().size();

        house.comes("2026-03-02T17:59");
        assertEquals(before, lina().received().size());
        house.comes("2026-03-02T18:00");
        house.comes("2026-03-02T18:05");
        assertEquals(List.of("Your shift: 03/03 09:00-12:00, 03/03 20:00-08:00. ON confirms it. If you cannot: OFF"),
                withoutCodes(lina().received().subList(before, lina().received().size())));
        assertEquals(List.of("Your shift: 03/03 08:00-20:00. ON confirms it. If you cannot: OFF"), withoutCodes(rosa().received()));

        lina().saysOn();
        assertEquals("Noted: 03/03 09:00-12:00, 03/03 20:00-08:00. Thank you.", lina().lastReceived());
    }

    @Test
    void a_gateway_that_slept_through_the_evening_asks_in_the_morning() {
        house.turn();
        var before = lina().received().size();

        house.comes("2026-03-02T21:30");
        house.comes("2026-03-03T06:59");
        assertEquals(1, lina().received().stream().skip(before).filter(words -> words.startsWith("Your shift")).count());
        house.comes("2026-03-03T07:00");
        assertEquals("Your shift: 03/03 20:00-08:00. ON confirms it. If you cannot: OFF", withoutCodes(lina().received()).getLast());
    }

    @Test
    void unconfirmed_at_the_start_who_was_on_stays_on_beside_her_and_the_coordinator_is_told_once() {
        house.turn();

        house.comes("2026-03-02T20:00:04");
        assertTrue(rosa().received().contains("No ON: Lina. Stay on to 08:00? If not: OFF"), rosa().received().toString());
        assertTrue(withoutCodes(lina().received()).contains("Your shift begins: " + TONIGHT + ". ON confirms it. If you cannot: OFF"),
                lina().received().toString());
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers"));
        assertEquals(List.of(), noon().received());

        house.comes("2026-03-02T20:15");
        house.comes("2026-03-02T20:50");
        assertEquals(List.of("No ON: Lina 02/03 20:00. The last stay on."), noon().received());

        house.reporter().texts("1");
        assertEquals(1, lina().dispatches().size());
        assertEquals(1, rosa().dispatches().size());
    }

    @Test
    void her_late_word_lets_the_one_who_stayed_go() {
        house.turn();
        house.comes("2026-03-02T20:00");
        house.comes("2026-03-02T20:05");

        lina().texts("on");
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers"), "her number alone takes nobody off call");
        assertEquals("Noted: " + TONIGHT + ", 03/03 20:00-08:00. Who is on stays beside you until you text ON", withoutCodes(lina().received()).getLast());

        lina().saysOn();

        assertEquals("Lina is here now. You are off, thanks.", rosa().lastReceived());
        assertEquals(List.of("Lina"), house.onCall("Peers"));
        house.comes("2026-03-02T20:40");
        assertEquals(List.of(), noon().received());
        house.comes("2026-03-02T23:00");
        assertEquals(List.of("Lina"), house.onCall("Peers"));
    }

    @Test
    void what_a_coordinator_hears_by_night_waits_until_the_morning() {
        house.load(house.example().replace("\"20:00\"", "\"22:00\""));
        house.turn();

        house.comes("2026-03-02T22:00");
        house.comes("2026-03-02T22:16");
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers"));
        assertEquals(List.of(), noon().received());
        house.comes("2026-03-03T07:00");
        assertEquals(List.of("No ON: Lina 02/03 22:00. The last stay on."), noon().received());
    }

    @Test
    void off_goes_to_the_coordinator_and_changes_nothing_until_a_cover_stands() {
        house.turn();

        lina().texts("OFF");
        house.clock.turn(ofMinutes(1));
        lina().texts("off!");
        assertEquals(List.of("Lina wants off 02/03 20:00. See rosters."), noon().received());
        assertEquals("The coordinators are told and others asked. You stay on until somebody covers: " + TONIGHT
                + ". ON takes it back.", lina().received().get(1));
        assertEquals("That is known. You stay on until somebody covers.", lina().received().get(2));

        house.comes("2026-03-02T20:00");
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers"));
    }

    @Test
    void off_takes_effect_when_the_coordinator_makes_a_cover() {
        house.turn();
        lina().texts("OFF");

        house.page().covers("Peers", new Change.StandIn(house.member("Amir").id(), house.member("Lina").id()),
                "2026-03-02T20:00", "2026-03-03T08:00");

        assertEquals(TONIGHT + ": somebody covers. You are off.", lina().lastReceived());
        house.phoneOf("Amir").saysOn();
        house.comes("2026-03-02T20:01");
        assertEquals(List.of("Amir"), house.onCall("Peers"));
    }

    @Test
    void on_after_off_takes_it_back() {
        house.turn();
        lina().texts("OFF");

        lina().saysOn();

        assertEquals("Noted: " + TONIGHT + ". Thank you.", lina().lastReceived());
        house.waits(ofMinutes(10));
        assertEquals(List.of("Lina wants off 02/03 20:00. See rosters.", "02/03 20:00: Lina is on again."), noon().received());
        house.comes("2026-03-02T20:01");
        assertEquals(List.of("Lina"), house.onCall("Peers"));
    }

    @Test
    void with_nothing_to_confirm_a_word_is_answered_once_a_minute_and_opens_nothing() {
        var amir = house.phoneOf("Amir");

        amir.texts("ON");
        amir.texts("ON");
        house.phoneOf("Lina").texts("ON");

        assertEquals(List.of("Nothing waits for ON. Nothing was changed."), amir.received());
        assertEquals(List.of(), house.alerts());
    }

    @Test
    void by_number_alone_before_the_shift_nobody_is_let_go_at_its_start() {
        house.turn();
        lina().texts("ON");

        house.comes("2026-03-02T20:00:10");

        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers"));
    }

    @Test
    void whoever_stays_on_may_say_that_she_cannot_and_stays_until_somebody_covers() {
        house.turn();
        house.comes("2026-03-02T20:00:10");

        rosa().texts("OFF");

        assertTrue(rosa().lastReceived().startsWith("The coordinators are told and others asked."), rosa().lastReceived());
        assertTrue(house.onCall("Peers").contains("Rosa"), "silence and OFF keep her on until a cover stands");
    }

    @Test
    void no_row_of_words_by_number_alone_takes_anybody_off_call_or_moves_a_timer_later() {
        house.turn();
        var random = new java.util.Random(11);
        var words = List.of("ON", "OFF", "IN 30", "IN 200", "in 5", "OUT", "out!", "COVER", "BACK", "COVER 123456", "BACK 654321",
                "ON 222333", "OUT 444555");
        house.reporter().texts("1");
        rosa().takes();
        rosa().texts("IN 120");
        for (var moment : List.of("2026-03-02T14:15", "2026-03-02T19:59", "2026-03-02T20:00:10", "2026-03-02T20:04")) {
            house.comes(moment);
            for (var i = 0; i < 40; i++) {
                var onCall = house.onCall("Peers");
                var timers = dues();
                List.of(lina(), rosa(), house.phoneOf("Amir")).get(random.nextInt(3)).texts(words.get(random.nextInt(words.size())));

                assertTrue(house.onCall("Peers").containsAll(onCall), onCall + " " + house.onCall("Peers"));
                dues().forEach((id, due) -> assertTrue(!timers.containsKey(id) || !due.isAfter(timers.get(id))));
                assertTrue(dues().keySet().containsAll(timers.keySet()), "none ends");
            }
        }
        assertEquals(List.of("Lina", "Rosa"), house.onCall("Peers").stream().filter(alias -> !alias.equals("Amir")).sorted().toList());
    }

    private java.util.Map<java.util.UUID, java.time.Instant> dues() {
        return house.database(tx -> house.house().timers(tx)).stream().collect(java.util.stream.Collectors.toMap(
                gateway.safety.SafetyTimer::id, gateway.safety.SafetyTimer::dueAt));
    }

    private static List<String> withoutCodes(List<String> texts) {
        return texts.stream().map(words -> words.replaceAll(" \\d{6}", "")).toList();
    }

    @Test
    void inside_a_longer_text_the_words_are_prose_and_a_bare_digit_is_a_report() {
        lina().texts("they are on the street");

        assertEquals(List.of(), house.alerts());
        house.phoneOf("Amir").texts("1");
        assertEquals(1, house.alerts().size());
    }

    @Test
    void who_is_on_call_for_ever_is_never_asked() {
        house.comes("2026-03-02T18:30");
        house.comes("2026-03-03T18:30");

        assertTrue(house.phoneOf("Amir").received().isEmpty());
        assertTrue(house.phoneOf("Noon").received().stream().noneMatch(words -> words.startsWith("Your shift")));
    }

    @Test
    void a_roster_may_ask_for_no_promise() {
        house.load(house.example().replace("  - name: Peers\n", "  - name: Peers\n    confirm: false\n"));
        house.comes("2026-03-02T18:30");
        house.comes("2026-03-02T20:00");

        assertEquals(List.of(), lina().received());
        assertEquals(List.of("Lina"), house.onCall("Peers"));
    }

    @Test
    void where_one_promise_cannot_be_attended_to_the_others_are() {
        house.turn();
        house.testDatabase().tamper("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''a bug''; END';
                CREATE TRIGGER one_promise_is_broken BEFORE UPDATE ON promise FOR EACH ROW
                    WHEN (NEW.member_id = '%s') EXECUTE FUNCTION fail()
                """.formatted(house.member("Lina").id()));
        house.comes("2026-03-02T20:00:10");

        house.page().covers("Peers", new Change.Add(house.member("Amir").id()), "2026-03-02T21:00", "2026-03-02T23:00");
        house.turn();

        assertTrue(house.phoneOf("Amir").lastReceived().startsWith("Your shift: 02/03 21:00-23:00."));
    }

    private Phone lina() {
        return house.phoneOf("Lina");
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private Phone noon() {
        return house.phoneOf("Noon");
    }
}
