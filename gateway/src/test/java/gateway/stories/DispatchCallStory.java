package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.entry.AskingEntry;
import gateway.entry.HoldingEntry;
import gateway.entry.TimelineEntry;
import gateway.entry.Way;
import gateway.member.BarReason;
import gateway.roster.Discipline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A step that asks by voice rings a responder's phone. */
class DispatchCallStory {

    private static final String NEUTRAL = "Hello, this is the shop. Please press any key to go on.";
    private static final String CHOICES = "Press one to take it, two to pass it on, three to hear it again.";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Peers], wait: 5m }",
            "{ ask: [Peers], by: voice, wait: 5m }"));

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void a_responder_is_rung_and_nothing_is_said_before_she_presses_a_key() {
        house.reporter().texts("2 daun penh");

        rosa().receivedNothing();
        var call = rosa().answers();

        assertEquals(1, rosa().calls());
        assertEquals(List.of(NEUTRAL), call.heard());
        assertEquals(TestHouse.HOTLINE, house.carrier().placementsTo(rosa().number()).getFirst().from());
        assertEquals(AlertState.OPEN, house.theAlert().state(), "answered is not acknowledged");
    }

    @Test
    void after_a_key_she_hears_the_same_as_in_a_text_and_takes_it_with_one() {
        house.reporter().texts("2 daun penh");
        var number = house.theAlert().alert().number().toString().replace("-", "").replaceAll("(?<=.)(?=.)", " ");

        var call = rosa().answers().presses("7");
        assertEquals(List.of(NEUTRAL, "Number " + number + ". Code 2. Area D P. Told at 14:10.", CHOICES), call.heard());
        call.presses("1");
        house.turn();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertEquals("It is yours. Please check in by 14:25. A text with the code follows.", call.heard().get(call.heard().size() - 2));
        assertEquals(FakeCall.State.OVER, call.state());
        assertTrue(entries(HoldingEntry.Acknowledged.class).stream().allMatch(entry -> entry.way() == Way.CALL));
        assertTrue(rosa().lastReceived().contains("HERE "), rosa().lastReceived());
    }

    @Test
    void the_code_she_gets_by_text_keeps_it() {
        house.reporter().texts("2");
        rosa().answersAndTakes();

        rosa().texts(rosa().lastReceived().replaceAll("^.*(HERE \\d{6}).*$", "$1"));

        assertTrue(house.kinds(house.theAlert()).contains("checked_in"));
    }

    @Test
    void she_passes_it_on_with_two_and_the_next_is_asked_at_once() {
        house.reporter().texts("2");

        var call = rosa().answers().presses("1").presses("2");
        house.turn();

        assertEquals(List.of("Noted. The next are asked.", "Goodbye."), call.heard().subList(call.heard().size() - 2, call.heard().size()));
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        house.waits(ofMinutes(4));
        assertEquals(1, rosa().calls());
    }

    @Test
    void three_says_it_again_as_often_as_she_likes() {
        house.reporter().texts("2");

        var call = rosa().answers().presses("0").presses("3").presses("3").presses("3").presses("1");

        assertEquals(4, call.heard().stream().filter(said -> said.startsWith("Number ")).count());
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isPresent()
                ? AlertState.ACKNOWLEDGED : AlertState.OPEN);
    }

    @Test
    void a_wrong_key_is_asked_once_more_and_then_the_call_is_over_and_nothing_changed() {
        house.reporter().texts("2");

        var call = rosa().answers().presses("5").presses("9");
        assertEquals(FakeCall.State.WAITS_FOR_KEYS, call.state());
        call.presses("8");

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(List.of("opened", "step_asked", "step_asked", "rung"), house.kinds(house.theAlert()));
    }

    @Test
    void an_answering_machine_presses_no_key_so_the_next_is_asked_at_once_and_she_is_rung_once_more_within_two_minutes() {
        house.reporter().texts("6");
        var machine = rosa().answers().waits().waits();
        assertEquals(FakeCall.State.OVER, machine.state());
        assertEquals(List.of(NEUTRAL, NEUTRAL), machine.heard(), "nothing is left on a machine");
        house.turn();
        assertEquals("no key", entries(AskingEntry.Unreached.class).getFirst().error());
        assertEquals(1, house.phoneOf("Amir").dispatches().size(), "asked at once");

        house.waits(ofSeconds(90));
        assertEquals(2, rosa().calls());
        rosa().answers().waits().waits();
        house.turn();

        assertEquals(List.of("opened", "step_asked", "rung", "unreached", "rung_again", "step_asked"), house.kinds(house.theAlert()));
        house.waits(ofMinutes(4));
        assertEquals(2, rosa().calls(), "and no third time");
    }

    @Test
    void beside_the_second_call_a_text_gives_her_the_code_with_which_she_takes_it_late() {
        house.reporter().texts("6");
        rosa().receivedNothing();
        rosa().doesNotAnswer("no-answer");
        assertEquals(1, rosa().dispatches().size(), "beside the second call");
        house.waits(ofSeconds(60));
        rosa().doesNotAnswer("no-answer");
        house.waits(ofMinutes(4));

        assertEquals(1, rosa().dispatches().size(), "and once");
        rosa().takes();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertTrue(house.phoneOf("Amir").lastReceived().contains("taken"));
    }

    @Test
    void who_missed_both_calls_and_has_the_text_is_stood_down_by_text() {
        house.reporter().texts("6");
        rosa().doesNotAnswer("busy");
        house.waits(ofSeconds(60));
        rosa().doesNotAnswer("busy");

        house.phoneOf("Amir").takes();

        assertEquals(2, rosa().received().size(), rosa().received().toString());
        assertTrue(rosa().lastReceived().contains("taken"), rosa().lastReceived());
    }

    @Test
    void who_does_not_answer_keeps_nobody_waiting_and_is_rung_once_more_all_the_same() {
        house.reporter().texts("6");

        rosa().doesNotAnswer("no-answer");
        assertEquals(1, house.phoneOf("Amir").dispatches().size(), "the next is asked at once");
        house.waits(ofSeconds(60));
        assertEquals(2, rosa().calls());
        rosa().answersAndTakes();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertTrue(house.phoneOf("Amir").lastReceived().contains("taken"));
    }

    @Test
    void a_busy_phone_that_is_busy_again_is_not_rung_a_third_time() {
        house.reporter().texts("6");

        rosa().doesNotAnswer("busy");
        house.waits(ofSeconds(60));
        rosa().doesNotAnswer("busy");
        house.waits(ofMinutes(3));

        assertEquals(2, rosa().calls());
        assertEquals(1, house.kinds(house.theAlert()).stream().filter("unreached"::equals).count());
        assertEquals("busy", entries(AskingEntry.Unreached.class).getFirst().error());
    }

    @Test
    void a_phone_that_cannot_be_rung_at_all_is_unreached_at_once_and_not_tried_again() {
        house.carrier().answers(rosa().number(), FakeAnswer.refuse(13227));
        house.reporter().texts("6");
        house.waits(ofMinutes(3));

        assertEquals(1, rosa().calls());
        assertEquals("13227", entries(AskingEntry.Unreached.class).getFirst().error());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertEquals(1, rosa().dispatches().size(), "a text may reach what a call cannot");
        assertFalse(house.kinds(house.theAlert()).contains("rung_again"));
    }

    @Test
    void who_hangs_up_before_choosing_is_rung_once_more() {
        house.reporter().texts("6");

        rosa().answers().presses("1").hangsUp();
        house.turn();
        house.waits(ofSeconds(60));
        rosa().answers().presses("1").hangsUp();
        house.turn();

        assertEquals(2, rosa().calls());
        assertEquals("no choice", entries(AskingEntry.Unreached.class).getFirst().error());
    }

    @Test
    void an_answered_call_whose_end_nobody_tells_is_over_after_some_minutes() {
        house.reporter().texts("6");
        house.carrier().receipt(house.carrier().placementsTo(rosa().number()).getFirst(), "in-progress");
        house.turn();

        house.waits(ofMinutes(3));
        assertEquals(1, rosa().calls());
        house.waits(ofMinutes(2));

        assertEquals(2, rosa().calls());
    }

    @Test
    void when_somebody_else_took_it_meanwhile_she_hears_who_after_a_key_and_is_not_rung_again() {
        house.reporter().texts("6");
        rosa().doesNotAnswer("no-answer");
        house.waits(ofSeconds(60));
        var call = rosa().answers();
        house.phoneOf("Amir").takes();

        call.presses("4");

        assertEquals(List.of(NEUTRAL, "Amir has had it since 14:11. Thank you.", "Goodbye."), call.heard());
        assertEquals(FakeCall.State.OVER, call.state());
        house.waits(ofMinutes(3));
        assertEquals(2, rosa().calls());
    }

    @Test
    void a_key_pressed_too_late_takes_nothing_from_whoever_was_first() {
        house.reporter().texts("6");
        rosa().doesNotAnswer("no-answer");
        house.waits(ofSeconds(60));
        var call = rosa().answers().presses("4");
        house.phoneOf("Amir").takes();

        call.presses("1");

        assertTrue(call.heard().stream().anyMatch(words -> words.startsWith("Amir has had it")), call.heard().toString());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Amir").id()));
    }

    @Test
    void when_it_is_resolved_meanwhile_she_hears_that_it_is_no_longer_needed() {
        house.reporter().texts("6");
        var call = rosa().answers();
        house.page().does("Noon", (tx, alert, noon) -> house.house().resolve(tx, alert, noon.id(), List.of("false_alarm"), ""));

        call.presses("1");

        assertEquals("It is no longer needed. Thank you.", call.heard().get(call.heard().size() - 2));
    }

    @Test
    void a_second_call_waiting_to_be_made_is_not_made_once_somebody_has_it() {
        house.reporter().texts("6");
        rosa().doesNotAnswer("no-answer");
        house.phoneOf("Amir").takes();

        house.waits(ofMinutes(3));

        assertEquals(1, rosa().calls());
    }

    @Test
    void a_phone_that_was_lost_while_it_rang_is_told_nothing() {
        house.reporter().texts("6");
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));

        var call = rosa().answers();

        assertEquals(List.of(), call.heard());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void a_phone_that_reports_an_alert_in_the_midst_of_the_call_loses_nothing_and_takes_not_its_own() {
        house.reporter().texts("6");
        var asked = house.theAlert().alert().id();
        var call = rosa().answers().presses("1");
        rosa().textsOnly("1");

        call.presses("1");

        assertEquals(FakeCall.State.OVER, call.state());
        house.alerts().forEach(alert -> assertEquals(alert.alert().id().equals(asked),
                alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id())));
    }

    @Test
    void a_call_of_which_nobody_knows_is_not_placed_again_once_it_was_answered() {
        house.carrier().answers(rosa().number(), FakeAnswer.ACCEPT_THEN_DROP);
        house.reporter().texts("6");

        var call = rosa().answers().presses("5");
        house.waits(ofSeconds(60));
        assertEquals(1, rosa().calls());
        call.presses("1");

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isPresent());
    }

    @Test
    void a_carrier_that_asks_twice_is_told_the_same_twice() {
        house.reporter().texts("6");
        var placed = house.carrier().placementsTo(rosa().number()).getFirst();
        var path = "/twilio/calls/out/" + placed.attempt() + "/choose";
        var fields = FakeCarrier.ofCall(placed, "in-progress");
        fields.put("Digits", "1");

        var first = house.carrier().post(path, fields);
        var second = house.carrier().post(path, fields);

        assertEquals(200, first.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(1, entries(HoldingEntry.Acknowledged.class).size());
    }

    @Test
    void an_attempt_that_is_none_of_ours_and_a_call_without_a_signature_hear_nothing() {
        house.reporter().texts("6");
        var placed = house.carrier().placementsTo(rosa().number()).getFirst();

        for (var path : List.of("/twilio/calls/out", "/twilio/calls/out/x", "/twilio/calls/out/" + java.util.UUID.randomUUID(),
                "/twilio/calls/out/" + placed.attempt() + "/nonsense")) {
            assertTrue(house.carrier().post(path, FakeCarrier.ofCall(placed, "in-progress")).body().contains("<Response><Hangup"),
                    path);
        }
        assertEquals(403, house.carrier().post("/twilio/calls/out/" + placed.attempt() + "/choose",
                FakeCarrier.encode(FakeCarrier.ofCall(placed, "in-progress")),
                Map.of("Content-Type", "application/x-www-form-urlencoded")).statusCode());
        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    private <T extends TimelineEntry> List<T> entries(Class<T> kind) {
        return house.database(tx -> house.house().timeline(tx, house.alerts().getFirst())).stream()
                .map(told -> told.entry()).filter(kind::isInstance).map(kind::cast).toList();
    }
}
