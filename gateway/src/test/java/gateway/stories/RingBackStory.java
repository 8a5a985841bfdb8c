package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.entry.SpeakingEntry;
import gateway.entry.TimelineEntry;
import gateway.member.BarReason;
import gateway.voice.RingBackResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member wants to speak with a reporter: the member is rung first, and the reporter only where that is allowed. */
class RingBackStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void the_two_are_joined_after_a_key_and_neither_sees_a_number() {
        house.reporter().texts("0 please ring");

        assertInstanceOf(RingBackResult.Ringing.class, house.page().ringsBack("Noon"));
        var call = house.phoneOf("Noon").answers();
        assertEquals(List.of("Hello, this is the shop. Please press any key to go on."), call.heard());
        assertEquals(0, house.carrier().dialled().size(), "nobody is rung before a key");
        call.presses("5");

        var reporter = house.carrier().dialled().getFirst();
        assertEquals(house.reporter().number(), reporter.to());
        assertEquals(TestHouse.HOTLINE, reporter.shownAs());
        assertEquals(TestHouse.HOTLINE, house.carrier().placementsTo(house.phoneOf("Noon").number()).getFirst().from());
        reporter.isAnswered();
        assertEquals(FakeCall.State.JOINED, call.state());
        reporter.hangsUp();
        assertEquals(FakeCall.State.OVER, call.state());
        assertTrue(call.answers().stream().noneMatch(script -> script.contains("ecord")), "never recorded");
        assertEquals(List.of("ring_back_asked", "ring_back_dialled", "bridged"),
                house.kinds(house.theAlert()).stream().filter(kind -> kind.contains("ring_back") || kind.equals("bridged")).toList());
        assertEquals("spoken", last(SpeakingEntry.Bridged.class).how());
    }

    @Test
    void a_reporter_who_does_not_answer_is_told_so_to_the_others() {
        house.reporter().texts("0");
        house.page().ringsBack("Noon");

        house.phoneOf("Noon").answers().presses("1");
        house.carrier().dialled().getFirst().isNotAnswered();

        assertEquals("no-answer", last(SpeakingEntry.Bridged.class).how());
    }

    @Test
    void nobody_is_rung_when_the_member_presses_no_key() {
        house.reporter().texts("0");
        house.page().ringsBack("Noon");

        var call = house.phoneOf("Noon").answers().waits().waits();

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(0, house.carrier().dialled().size());
    }

    @ParameterizedTest
    @CsvSource({"1, presumed-seized", "2 daun penh, presumed-seized", "9, presumed-seized"})
    void a_phone_presumed_seized_is_not_rung(String words, String why) {
        house.reporter().texts(words);

        assertEquals(new RingBackResult.Refused(why), house.page().ringsBack("Noon"));

        assertEquals(0, house.phoneOf("Noon").calls());
        assertEquals(why, last(SpeakingEntry.RingBackRefused.class).why());
    }

    @Test
    void who_asked_for_silence_is_not_rung_even_when_her_phone_is_safe_again() {
        house.reporter().texts("9");
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she has it"));

        assertEquals(new RingBackResult.Refused("silence-asked"), house.page().ringsBack("Noon"));
    }

    @Test
    void who_only_rang_is_not_rung() {
        house.reporter().rings().waits().waits();
        house.turn();

        assertEquals(new RingBackResult.Refused("only-rang"), house.page().ringsBack("Noon"));
    }

    @Test
    void who_rang_and_then_wrote_may_be_rung() {
        house.reporter().rings().waits().waits();
        house.reporter().texts("0");

        assertInstanceOf(RingBackResult.Ringing.class, house.page().ringsBack("Noon"));
    }

    @Test
    void a_withheld_number_is_not_rung() {
        house.phone("anonymous").texts("6");

        assertEquals(new RingBackResult.Refused("not-a-number"), house.page().ringsBack("Noon"));
    }

    @Test
    void nobody_is_rung_for_an_alert_that_is_resolved() {
        house.reporter().texts("6");
        house.page().does("Noon", (tx, alert, noon) -> house.house().resolve(tx, alert, noon.id(), List.of("false_alarm"), ""));

        assertEquals(new RingBackResult.Refused("resolved"), house.page().ringsBack("Noon"));
    }

    @Test
    void a_phone_seized_while_the_members_rings_is_not_rung() {
        house.reporter().texts("0");
        house.page().ringsBack("Noon");
        var call = house.phoneOf("Noon").answers();
        house.reporter().textsOnly("1");

        call.presses("1");
        house.page().ringBackWasRefusedAtDialling();

        assertEquals(0, house.carrier().dialled().size());
        assertEquals("That is not possible now. Please look at the page. Goodbye.", call.heard().getLast());
        assertEquals("presumed-seized", last(SpeakingEntry.RingBackRefused.class).why());
    }

    @Test
    void a_ring_back_the_carrier_has_not_taken_yet_is_not_made_once_the_phone_is_seized() {
        house.reporter().texts("0");
        house.carrier().answers(house.phoneOf("Noon").number(), FakeAnswer.TOO_MANY);
        house.page().ringsBack("Noon");
        var tries = house.phoneOf("Noon").calls();

        house.carrier().answers(house.phoneOf("Noon").number(), FakeAnswer.ACCEPT);
        house.reporter().texts("1");
        house.waits(ofMinutes(2));

        assertEquals(tries, house.phoneOf("Noon").calls());
    }

    @Test
    void two_clicks_ring_once() {
        house.reporter().texts("0");
        house.page().ringsBack("Noon");

        assertInstanceOf(RingBackResult.UnderWay.class, house.page().ringsBack("Noon"));
        assertEquals(1, house.phoneOf("Noon").calls());
        house.phoneOf("Noon").answers().hangsUp();

        assertInstanceOf(RingBackResult.Ringing.class, house.page().ringsBack("Noon"));
        assertEquals(2, house.phoneOf("Noon").calls());
    }

    @Test
    void a_member_whose_phone_is_lost_is_not_rung() {
        house.reporter().texts("0");
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));

        assertInstanceOf(RingBackResult.NoPhone.class, house.page().ringsBack("Rosa"));
    }

    @Test
    void a_members_phone_lost_while_it_rings_is_not_joined() {
        house.reporter().texts("0");
        house.page().ringsBack("Rosa");
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));

        house.phoneOf("Rosa").answers().presses("1");

        assertEquals(0, house.carrier().dialled().size());
    }

    private <T extends TimelineEntry> T last(Class<T> kind) {
        return house.database(tx -> house.house().timeline(tx, house.theAlert())).stream()
                .map(told -> told.entry()).filter(kind::isInstance).map(kind::cast).reduce((_, newest) -> newest).orElseThrow();
    }
}
