package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A text comes in, is committed, climbs, is acknowledged by text, checked in, and resolved on the page. */
class FirstAlertStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_code_with_a_place_asks_a_peer_advocate_and_legal_aid_and_the_reporters_phone_stays_dark() {
        house.reporter().texts("2 daun penh");

        var asked = house.phoneOf("Rosa").lastDispatch();
        assertEquals("2", asked.mark());
        assertEquals("DP", asked.area());
        assertEquals("14:10", asked.time());
        assertEquals("2", house.phoneOf("Lina").lastDispatch().mark());
        house.phoneOf("Amir").receivedNothing();
        house.reporter().receivedNothing();
    }

    @Test
    void the_whole_way_from_the_text_to_the_resolution() {
        house.reporter().texts("២ ដូនពេញ");
        house.phoneOf("Rosa").takes();
        assertEquals(AlertState.OPEN, house.theAlert().state(), "legal aid is still climbing");

        house.phoneOf("Lina").takes();
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());

        house.phoneOf("Rosa").texts("done " + house.phoneOf("Rosa").lastDispatch().code() + " she is home");
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state(), "only a coordinator confirms");

        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), "home"));
        assertEquals(AlertState.RESOLVED, house.theAlert().state());
        assertTrue(house.phoneOf("Rosa").lastReceived().contains(house.theAlert().alert().number().toString()));
        house.reporter().receivedNothing();
    }

    @Test
    void the_same_carrier_id_again_is_answered_200_and_changes_nothing() {
        var sid = FakeCarrier.newSid();
        house.carrier().text(sid, "+12025550150", TestHouse.HOTLINE, "1");
        house.turn();
        var entries = house.kinds(house.theAlert()).size();

        assertEquals(200, house.carrier().text(sid, "+12025550150", TestHouse.HOTLINE, "1").statusCode());
        house.turn();

        assertEquals(entries, house.kinds(house.theAlert()).size());
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
    }

    @Test
    void nobody_answers_so_each_step_is_asked_and_the_last_resort_again_every_five_minutes() {
        house.reporter().texts("1");
        house.waits(ofMinutes(5));
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        house.phoneOf("Noon").receivedNothing();

        house.waits(ofMinutes(5));
        assertEquals(1, house.phoneOf("Noon").calls(), "the step by voice");
        house.phoneOf("Noon").receivedNothing();

        house.waits(ofMinutes(5));
        assertEquals(1, house.phoneOf("Noon").dispatches().size(), "last resort");
        house.waits(ofMinutes(20));
        assertEquals(5, house.phoneOf("Noon").dispatches().size(), "and again, with the same code");
        assertEquals(1, house.phoneOf("Noon").dispatches().stream().map(words -> words.replaceAll(".*TAKE (\\d{6}).*", "$1"))
                .distinct().count());
    }

    @Test
    void a_late_take_wins_while_nobody_holds() {
        house.reporter().texts("1");
        house.waits(ofMinutes(7));

        house.phoneOf("Rosa").takes();

        assertEquals(house.member("Rosa").id(), house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().orElseThrow());
        assertTrue(house.phoneOf("Amir").lastReceived().contains("taken"), house.phoneOf("Amir").lastReceived());
    }

    @Test
    void a_second_take_is_told_who_has_it_and_since_when() {
        house.reporter().texts("1");
        house.waits(ofMinutes(5));
        var amirs = house.phoneOf("Amir").lastDispatch().code();
        house.phoneOf("Rosa").takes();

        house.phoneOf("Amir").texts("TAKE " + amirs);

        assertTrue(house.phoneOf("Amir").lastReceived().contains("Rosa"), house.phoneOf("Amir").lastReceived());
        assertTrue(house.phoneOf("Amir").lastReceived().contains("14:15"), house.phoneOf("Amir").lastReceived());
        assertEquals(house.member("Rosa").id(), house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().orElseThrow());
    }

    @Test
    void an_acknowledgement_without_a_check_in_lapses_and_the_climb_goes_on_from_where_it_was() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();

        house.waits(ofMinutes(14));
        house.phoneOf("Amir").receivedNothing();
        house.waits(ofMinutes(1).plusSeconds(1));

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertTrue(house.phoneOf("Rosa").lastReceived().contains("TAKE " + house.phoneOf("Rosa").lastDispatch().code()), house.phoneOf("Rosa").lastReceived());
    }

    @Test
    void check_ins_by_text_carry_a_holder_two_hours_and_no_longer() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        rosa.takes();
        var here = "HERE " + rosa.lastDispatch().code();

        house.waits(ofMinutes(14));
        rosa.texts(here);
        house.waits(ofMinutes(59));
        rosa.texts(here);
        assertTrue(rosa.lastReceived().contains("16:10"), rosa.lastReceived());
        house.waits(ofMinutes(46));
        rosa.texts(here);
        house.waits(ofMinutes(1).plus(ofSeconds(1)));

        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    @Test
    void who_passes_or_hands_back_lets_the_next_be_asked_at_once_and_her_code_is_dead() {
        house.reporter().texts("1");
        var rosas = house.phoneOf("Rosa").lastDispatch().code();

        house.phoneOf("Rosa").texts("pass " + rosas + ".");
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        house.phoneOf("Rosa").texts("take " + rosas);
        assertEquals(AlertState.OPEN, house.theAlert().state());

        house.phoneOf("Amir").takes();
        house.phoneOf("Amir").texts("BACK " + house.phoneOf("Amir").lastDispatch().code());
        assertEquals(1, house.phoneOf("Noon").calls());
        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    @Test
    void a_coordinator_takes_an_alert_back_from_its_holder_who_is_told_and_the_next_is_asked() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();

        house.page().does("Noon", (tx, alert, noon) ->
                house.house().handBack(tx, alert, Discipline.PEER_ADVOCATE, house.member("Rosa").id(), noon.id()));

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertTrue(house.phoneOf("Rosa").lastReceived().contains("handed back"), house.phoneOf("Rosa").lastReceived());
    }
}
