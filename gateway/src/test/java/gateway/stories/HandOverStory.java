package gateway.stories;

import static gateway.roster.Discipline.PEER_ADVOCATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** At eight in the evening Rosa goes and Lina comes; alerts are open, and nobody goes off holding one in silence. */
class HandOverStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(Night::shifts);

    @Test
    void two_open_alerts_pass_to_the_one_who_comes_and_each_change_is_an_entry() {
        twoAlertsAreRosas();

        house.comes("2026-03-02T20:00");

        var brief = lina().lastReceived().lines().toList();
        assertEquals("K shift: 2 open. TAKE each:", brief.getFirst());
        assertTrue(brief.get(1).matches("\\d{4,12}-\\d C1 Rosa 20:\\d\\d TAKE \\d{6}"), brief.toString());
        assertEquals(3, brief.size());
        var told = rosa().received().stream().filter(words -> words.startsWith("Your shift is over")).toList();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().matches("Your shift is over, and you have \\S+ 20:\\d\\d, \\S+ 20:\\d\\d\\. Others are asked.*"), told.toString());

        for (var asked : Phone.asked(lina().lastReceived())) {
            lina().texts("TAKE " + asked.code());
        }

        for (var alert : house.alerts()) {
            assertEquals(house.member("Lina").id(), peers(alert).holder().orElseThrow());
            assertTrue(house.kinds(alert).containsAll(List.of("relief_asked", "relieved")), house.kinds(alert).toString());
        }
        house.waits(java.time.Duration.ofMinutes(1));
        assertEquals(2, rosa().received().stream().filter(words -> words.contains("taken by another")).count());
        house.comes("2026-03-02T20:14");
        assertEquals(List.of(), noon().received());
    }

    @Test
    void who_is_not_relieved_is_reminded_then_the_coordinator_is_told_and_it_stays_hers() {
        rosaHasOne();
        house.comes("2026-03-02T20:00");
        rosa().texts("HERE " + rosasCode());

        house.comes("2026-03-02T20:15");
        assertTrue(rosa().received().stream().anyMatch(words -> words.matches("K \\S+: off shift, still yours\\. HERE \\d{6} by 21:00, or BACK \\d{6}\\.")),
                rosa().received().toString());
        assertEquals(List.of(), noon().received());

        house.comes("2026-03-02T20:30");
        house.comes("2026-03-02T20:50");
        assertEquals(1, noon().received().size());
        assertTrue(noon().lastReceived().matches("K \\S+: Rosa is off shift, not relieved\\."), noon().lastReceived());
        assertEquals(house.member("Rosa").id(), peers(house.theAlert()).holder().orElseThrow());
        assertEquals("not_relieved", house.kinds(house.theAlert()).getLast());

        lina().takes();
        assertEquals(house.member("Lina").id(), peers(house.theAlert()).holder().orElseThrow());
    }

    @Test
    void her_lease_goes_on_as_ever_and_lapses_when_she_is_silent() {
        rosaHasOne();
        house.comes("2026-03-02T20:00");

        house.comes("2026-03-02T20:13");

        assertTrue(house.kinds(house.theAlert()).contains("lapsed"), house.kinds(house.theAlert()).toString());
        house.comes("2026-03-02T20:31");
        assertTrue(noon().received().stream().noneMatch(words -> words.contains("not relieved")), noon().received().toString());
    }

    @Test
    void passing_leaves_it_with_the_one_who_has_it() {
        rosaHasOne();
        house.comes("2026-03-02T20:00");

        lina().texts("PASS " + lina().lastDispatch().code());

        assertEquals(house.member("Rosa").id(), peers(house.theAlert()).holder().orElseThrow());
        lina().texts("TAKE " + lina().lastDispatch().code());
        assertEquals(house.member("Rosa").id(), peers(house.theAlert()).holder().orElseThrow());
    }

    @Test
    void what_nobody_has_is_asked_of_the_one_who_comes_as_well() {
        house.turn();
        lina().saysOn();
        house.comes("2026-03-02T19:58");
        house.reporter().texts("1");
        assertEquals(1, rosa().dispatches().size());

        house.comes("2026-03-02T20:00");

        assertTrue(lina().lastReceived().matches("K shift: 1 open\\. TAKE each:\n\\S+ C1 - 20:\\d\\d TAKE \\d{6}"), lina().lastReceived());
        lina().takes();
        assertEquals(house.member("Lina").id(), peers(house.theAlert()).holder().orElseThrow());
    }

    @Test
    void all_that_nobody_has_is_listed_and_asked_for_the_gravest_first_and_not_only_what_those_who_go_were_asked() {
        house.turn();
        lina().saysOn();
        house.comes("2026-03-02T19:00");
        house.reporter().texts("4");
        house.phone("+12025550151").texts("2");
        house.phone("+12025550152").texts("1");
        for (var asked : rosa().everythingAsked()) {
            rosa().texts("PASS " + asked.code());
        }
        house.comes("2026-03-02T20:00");

        var brief = lina().received().stream().filter(words -> words.startsWith("K shift:")).toList();
        assertEquals(1, brief.size(), lina().received().toString());
        var asked = Phone.asked(brief.getFirst());
        assertEquals(3, asked.size(), brief.toString());
        assertEquals("4", asked.getLast().mark(), "the gravest first: " + brief);
        lina().texts("TAKE " + asked.getFirst().code());
        assertEquals(1, house.alerts().stream().filter(alert -> peers(alert).isHeldBy(house.member("Lina").id())).count());
    }

    @Test
    void whoever_says_on_with_work_waiting_is_asked_at_once() {
        house.turn();
        house.comes("2026-03-02T20:00:10");
        house.reporter().texts("1");
        house.comes("2026-03-02T20:10");
        var before = lina().dispatches().size();
        for (var asked : lina().everythingAsked()) {
            lina().texts("PASS " + asked.code());
        }

        lina().saysOn();
        assertEquals(before + 1, lina().dispatches().size(), lina().received().toString());
        lina().texts("ON");
        lina().texts("ON");
        assertEquals(before + 1, lina().dispatches().size(), "and not again");
    }

    @Test
    void whose_phone_is_forced_is_asked_to_take_nothing_over_not_even_when_she_says_on() {
        twoAlertsAreRosas();
        house.testDatabase().tamper("""
                INSERT INTO safety_timer (id, member_id, alert_id, kind, proven, begun_at, due_at, overdue_at, next_at)
                SELECT gen_random_uuid(), member.id, alert.id, 'duress', true, opened_at, opened_at, opened_at, opened_at
                  FROM member, (SELECT id, opened_at FROM alert LIMIT 1) AS alert
                 WHERE alias = 'Lina'
                """);
        var before = lina().dispatches().size() + lina().digests().size();

        house.comes("2026-03-02T20:00");
        lina().texts("ON");

        assertEquals(before, lina().dispatches().size() + lina().digests().size(), lina().received().toString());
        assertTrue(lina().received().stream().noneMatch(words -> words.startsWith("K shift")), lina().received().toString());
        assertEquals(0, house.database(tx -> tx.query("SELECT 1 AS one FROM relief", row -> row.number("one"))).size(), "and has no right to take them");
        house.comes("2026-03-02T20:20");
        assertTrue(noon().received().stream().anyMatch(words -> words.contains("Rosa")), "the coordinators hear of it: " + noon().received());
    }

    @Test
    void with_nothing_open_nobody_is_told_anything() {
        house.turn();
        lina().saysOn();
        house.comes("2026-03-02T19:59");
        var before = lina().received().size() + rosa().received().size();

        house.comes("2026-03-02T20:00");

        assertEquals(before, lina().received().size() + rosa().received().size());
    }

    private void rosaHasOne() {
        house.turn();
        lina().saysOn();
        house.comes("2026-03-02T19:57");
        house.reporter().texts("1");
        rosa().takes();
    }

    private void twoAlertsAreRosas() {
        rosaHasOne();
        house.phone("+12025550151").texts("1");
        house.comes("2026-03-02T19:58");
        rosa().takes();
        assertEquals(2, house.alerts().size());
    }

    private String rosasCode() {
        return rosa().received().stream().filter(words -> words.matches("(?s).*HERE \\d{6}.*")).toList().getLast()
                .replaceFirst("(?s).*HERE (\\d{6}).*", "$1");
    }

    private static Ladder peers(LockedAlert alert) {
        return alert.ladder(PEER_ADVOCATE).orElseThrow();
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
