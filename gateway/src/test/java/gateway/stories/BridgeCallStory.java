package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.roster.Discipline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody on the line presses 0, and a responder is asked by phone. */
class BridgeCallStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("- { ask: [Peers], wait: 5m }",
            "- { ask: [Peers, Backup], wait: 5m }"));

    @Test
    void a_peer_on_call_hears_a_shop_and_coded_words_and_only_her_key_joins_the_two() {
        var call = house.reporter().rings().presses("0");

        var rosas = call.dialled();
        assertEquals(house.phoneOf("Rosa").number(), rosas.to());
        assertEquals(TestHouse.HOTLINE, rosas.shownAs(), "neither sees the other's number");
        rosas.isAnswered();
        assertEquals("Hello, this is the shop. Somebody is waiting to speak.", rosas.heard().getFirst());
        var number = house.theAlert().alert().number().toString().replace("-", "");
        // A call that is only 0 is no graver than a missed call.
        assertEquals("Number " + String.join(" ", number.split("")) + ". Code M.", rosas.heard().get(1));
        assertEquals(FakeCall.State.DIALS, call.state(), "not joined yet");
        rosas.presses("1");

        assertEquals(FakeCall.State.JOINED, call.state());
        assertEquals(FakeCall.State.JOINED, rosas.state());
        assertTrue(house.kinds(house.theAlert()).contains("call_joined"));
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        rosas.hangsUp();
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void who_presses_nothing_or_does_not_answer_is_followed_by_the_next_and_then_somebody_will_be_asked() {
        var call = house.reporter().rings().presses("0");

        call.dialled().isAnswered().waits();
        var second = call.dialled();
        assertEquals(house.phoneOf("Amir").number(), second.to());
        second.isNotAnswered();

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals("Thank you. Somebody will be asked. Goodbye.", call.heard().getLast());
        assertEquals(2, house.carrier().dialled().size());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertFalse(house.kinds(house.theAlert()).contains("call_joined"));
    }

    @Test
    void what_she_takes_by_that_key_sends_its_code_at_once_and_she_can_keep_it_and_hand_it_back() {
        house.reporter().rings().presses("0").dialled().isAnswered().presses("1");
        house.turn();

        // Other texts may leave in the same moment, in any order.
        var codes = rosa().received().stream().filter(text -> text.matches(".*HERE \\d{6}.*")).toList();
        assertEquals(1, codes.size(), rosa().received().toString());
        var code = codes.getFirst().replaceAll(".*HERE (\\d{6}).*", "$1");
        rosa().texts("HERE " + code);
        assertTrue(rosa().lastReceived().contains("Next: HERE"), rosa().lastReceived());
        rosa().texts("BACK " + code);
        assertFalse(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void a_wrong_key_asks_her_again_and_hangs_up_on_nobody() {
        var call = house.reporter().rings().presses("0");
        var rosas = call.dialled().isAnswered();

        rosas.presses("7").presses("*").presses("9");

        assertEquals(FakeCall.State.DIALS, call.state(), "the reporter waits on");
        assertTrue(call.heard().stream().noneMatch(said -> said.contains("oodbye")), call.heard().toString());
        assertEquals(4, rosas.heard().stream().filter(said -> said.contains("Somebody is waiting")).count());
        rosas.presses("1");
        assertEquals(FakeCall.State.JOINED, call.state());
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void who_passes_has_passed_as_by_text_and_the_next_is_rung() {
        var call = house.reporter().rings().presses("0");

        call.dialled().isAnswered().presses("2");

        assertEquals(house.phoneOf("Amir").number(), call.dialled().to());
        assertTrue(house.kinds(house.theAlert()).contains("passed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "9"})
    void nobody_is_joined_with_a_phone_that_a_grave_code_came_from(String code) {
        house.reporter().texts(code);

        var call = house.reporter().rings().presses("0");

        assertEquals(0, house.carrier().dialled().size());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void lifting_the_seizure_does_not_undo_a_grave_code_of_this_alert() {
        house.reporter().texts("2");
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she has it"));

        house.reporter().rings().presses("0");

        assertEquals(0, house.carrier().dialled().size());
    }

    @Test
    void a_phone_that_is_seized_while_a_peer_is_rung_is_not_joined() {
        var call = house.reporter().rings().presses("0");
        var rosas = call.dialled().isAnswered();

        house.reporter().texts("1");
        rosas.presses("1");

        assertEquals(FakeCall.State.OVER, rosas.state());
        assertEquals(FakeCall.State.OVER, call.state());
        assertFalse(house.kinds(house.theAlert()).contains("call_joined"));
    }

    @Test
    void whoever_has_the_alert_is_rung_first_and_keeps_it() {
        house.reporter().texts("6");
        house.phoneOf("Amir").takes();

        var call = house.reporter().rings().presses("0");
        assertEquals(house.phoneOf("Amir").number(), call.dialled().to());
        call.dialled().isAnswered().presses("1");

        assertEquals(FakeCall.State.JOINED, call.state());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Amir").id()));
    }

    @Test
    void a_responder_whose_phone_has_reported_another_alert_is_rung_as_ever() {
        house.phoneOf("Rosa").texts("1");

        var call = house.reporter().rings().presses("0");

        assertEquals(house.phoneOf("Rosa").number(), call.dialled().to());
    }

    @Test
    void a_withheld_number_may_be_joined_since_nobody_rings_it() {
        var call = house.carrier().call("anonymous", TestHouse.HOTLINE);
        house.turn();

        call.presses("0").dialled().isAnswered().presses("1");

        assertEquals(FakeCall.State.JOINED, call.state());
    }

    @Test
    void the_same_key_delivered_again_rings_the_same_peer_and_nobody_twice_over() {
        house.carrier().call("CA7", "+12025550150", TestHouse.HOTLINE);
        var key = FakeCall.fields("CA7", "+12025550150", TestHouse.HOTLINE);
        key.put("Digits", "0");

        var first = house.carrier().post("/twilio/calls/menu/1", key).body();
        var again = house.carrier().post("/twilio/calls/menu/1", key).body();

        assertTrue(first.contains("<Dial"), first);
        assertEquals(first, again);
    }

    @Test
    void a_reporter_who_hangs_up_while_a_peer_is_rung_has_an_alert_that_climbs_on() {
        var call = house.reporter().rings().presses("0");
        var rosas = call.dialled().isAnswered();

        call.hangsUp();
        assertEquals(FakeCall.State.OVER, rosas.state());
        house.waits(ofMinutes(6));

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(2, house.phoneOf("Amir").dispatches().size(), "the next step");
    }
}
