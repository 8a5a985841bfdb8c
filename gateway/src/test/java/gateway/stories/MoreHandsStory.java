package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has an alert asks for more peers beside her, a lawyer, a medic or an interpreter, by one short text. */
class MoreHandsStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(BesideStory::withOthers);

    @Test
    void two_more_are_asked_come_beside_her_with_codes_of_their_own_and_are_told_once_when_it_is_over() {
        takenByRosa();
        house.phoneOf("Rosa").texts("MORE " + code("Rosa") + " 2");
        var number = house.theAlert().alert().number();
        assertEquals("K " + number + ": 2 more asked. Who comes is told to you.", house.phoneOf("Rosa").lastReceived());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertEquals(1, house.phoneOf("Noon").dispatches().size());

        house.phoneOf("Amir").takes();
        house.phoneOf("Noon").takes();

        assertEquals("K " + number + ": with Rosa. BACK " + code("Amir") + " to leave.", house.phoneOf("Amir").lastReceived());
        assertEquals(List.of("K " + number + ": Amir comes beside you.", "K " + number + ": Noon comes beside you."),
                house.phoneOf("Rosa").received().stream().filter(words -> words.contains("comes beside")).toList());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        var before = house.phoneOf("Amir").received().size();
        house.waits(ofMinutes(10));
        assertEquals(before, house.phoneOf("Amir").received().size(), "nobody else is asked, and she has no lease to renew");

        house.page().does("Noon", (tx, alert, noon) -> house.house().resolve(tx, alert, noon.id(), List.of("escaped"), ""));
        assertEquals(before + 1, house.phoneOf("Amir").received().size());
        assertEquals("K " + number + ": closed, 14:20. Stand down, thank you.", house.phoneOf("Amir").lastReceived());
    }

    @Test
    void who_passes_or_leaves_or_is_silent_is_replaced_and_when_nobody_is_left_the_coordinators_are_told() {
        takenByRosa();
        house.phoneOf("Rosa").texts("more 1");
        var first = house.phoneOf("Amir").dispatches().size() == 1 ? "Amir" : "Noon";
        var other = first.equals("Amir") ? "Noon" : "Amir";
        assertEquals(0, house.phoneOf(other).dispatches().size());

        house.waits(ofMinutes(5));
        assertEquals(1, house.phoneOf(other).dispatches().size(), "silence asks another");
        house.phoneOf(other).takes();
        house.phoneOf(other).texts("BACK " + code(other));
        house.phoneOf(first).texts("PASS " + code(first));
        house.waits(ofMinutes(1));

        assertEquals(1, house.phoneOf(first).dispatches().size());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.endsWith("1 more wanted, nobody else can be asked.")));
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void who_is_silent_is_asked_again_where_nobody_else_is_left_and_the_coordinators_are_told_once() {
        takenByRosa();
        house.phoneOf("Rosa").texts("MORE 1");
        for (var minutes = 0; minutes < 60; minutes += 5) {
            house.waits(ofMinutes(5));
            house.page().does("Rosa", (tx, alert, rosa) -> house.house().checkIn(tx, alert, Discipline.PEER_ADVOCATE, rosa.id()));
        }

        for (var who : List.of("Amir", "Noon")) {
            var times = house.phoneOf(who).dispatches().size();
            assertTrue(times >= 3 && times <= 5, who + " was asked " + times + " times in an hour");
        }
        assertEquals(1, house.phoneOf("Noon").received().stream().filter(words -> words.contains("more wanted")).count());
        house.phoneOf("Amir").takes();
        var before = house.phoneOf("Noon").dispatches().size();
        house.waits(ofMinutes(14));
        assertEquals(before, house.phoneOf("Noon").dispatches().size(), "enough have come");
    }

    @Test
    void a_companion_who_passes_after_all_were_asked_is_replaced_by_whoever_came_on_since() {
        takenByRosa();
        house.phoneOf("Rosa").texts("MORE " + code("Rosa") + " 2");
        house.phoneOf("Noon").takes();
        house.waits(ofMinutes(6));
        assertEquals(1, house.phoneOf("Noon").received().stream().filter(words -> words.contains("more wanted")).count());
        house.page().standsBeside("Peers", "Lina", ofHours(4));
        assertEquals(0, house.phoneOf("Lina").dispatches().size());

        house.phoneOf("Amir").texts("PASS " + code("Amir"));

        assertEquals(1, house.phoneOf("Lina").dispatches().size());
    }

    @Test
    void a_companion_who_takes_it_while_nobody_has_it_has_it() {
        takenByRosa();
        house.phoneOf("Rosa").texts("MORE " + code("Rosa"));
        house.phoneOf("Amir").takes();

        house.phoneOf("Rosa").texts("BACK " + code("Rosa"));
        house.phoneOf("Amir").takes();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Amir").id()));
        assertTrue(house.phoneOf("Amir").lastReceived().contains("is yours. HERE"), house.phoneOf("Amir").lastReceived());
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void who_comes_beside_is_not_stood_down_when_another_takes_it_and_only_when_it_is_over() {
        takenByRosa();
        house.phoneOf("Rosa").texts("MORE " + code("Rosa") + " 2");
        house.phoneOf("Amir").takes();
        house.phoneOf("Noon").takes();
        house.phoneOf("Rosa").texts("BACK " + code("Rosa"));
        house.phoneOf("Amir").takes();
        house.waits(ofMinutes(2));
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Amir").id()));
        assertEquals(0, standDowns("Noon"), house.phoneOf("Noon").received().toString());

        house.page().does("Rosa", (tx, alert, rosa) -> house.house().resolve(tx, alert, rosa.id(), List.of("escaped"), ""));
        house.waits(ofMinutes(2));
        assertEquals(1, standDowns("Noon"));
    }

    private long standDowns(String alias) {
        return house.phoneOf(alias).received().stream().filter(words -> words.contains("Stand down")).count();
    }

    @Test
    void a_lawyer_a_medic_and_an_interpreter_come_by_one_word_each_and_take_it_on_their_own() {
        takenByRosa();
        house.phoneOf("Rosa").texts("LAW " + code("Rosa"));
        house.phoneOf("Rosa").texts("med");
        house.phoneOf("Rosa").texts("Lang " + code("Rosa") + " vietnamese");

        assertEquals(List.of(1, 1, 1), List.of("Lina", "Mina", "Ines").stream().map(who -> house.phoneOf(who).dispatches().size()).toList());
        assertEquals("K " + house.theAlert().alert().number() + ": T is asked.", house.phoneOf("Rosa").lastReceived());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        house.phoneOf("Lina").takes();
        house.phoneOf("Mina").takes();
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());

        house.phoneOf("Rosa").texts("LAW " + code("Rosa"));
        assertTrue(house.phoneOf("Rosa").lastReceived().startsWith("Lina has had K "), house.phoneOf("Rosa").lastReceived());
        assertEquals(1, house.phoneOf("Lina").dispatches().size());
    }

    @Test
    void only_who_has_it_may_ask_for_more_and_without_a_code_only_if_it_is_clear_which() {
        takenByRosa();
        house.phone("+12025550151").texts("6 medicine");
        house.waits(ofMinutes(1));
        var second = house.phoneOf("Rosa").lastDispatch().code();
        house.phoneOf("Rosa").texts("MORE " + second + " 2");
        assertTrue(house.phoneOf("Rosa").lastReceived().startsWith("You do not have K "), house.phoneOf("Rosa").lastReceived());

        house.phoneOf("Rosa").takes();
        house.phoneOf("Rosa").texts("MORE 2");

        assertTrue(house.phoneOf("Rosa").lastReceived().startsWith("Which one?"), house.phoneOf("Rosa").lastReceived());
        assertEquals(0, house.kindsOfAll().stream().filter("more_asked"::equals).count());
    }

    @Test
    void what_only_begins_like_it_is_prose_and_so_is_a_bare_word_from_who_was_asked_nothing() {
        takenByRosa();
        house.phoneOf("Amir").texts("more tea than i can drink");
        house.phoneOf("Lina").texts("med");

        assertEquals(1, house.alerts().size());
    }

    private void takenByRosa() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
    }

    private String code(String alias) {
        return house.phoneOf(alias).lastDispatch().code();
    }
}
