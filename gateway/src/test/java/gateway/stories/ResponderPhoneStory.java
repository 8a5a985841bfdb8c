package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.member.BarReason;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder's phone may be lost, seized, off, or in somebody else's hands. */
class ResponderPhoneStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_bare_digit_from_a_responder_is_a_report_and_she_keeps_what_she_has_and_her_codes_count() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        rosa.takes();
        var code = rosa.lastDispatch().code();
        var number = house.theAlert().alert().number();

        rosa.texts("1");
        house.waits(ofMinutes(1));

        assertEquals(2, house.alerts().size());
        assertEquals(AlertState.ACKNOWLEDGED, house.alert(number).state());
        assertEquals(2, house.phoneOf("Amir").everythingAsked().size(), "one more beside her, and the next for her own");
        assertEquals(1, rosa.everythingAsked().size(), "nobody is asked through the phone that reported this very alert");
        rosa.texts("HERE " + code);
        assertTrue(house.kinds(house.alert(number)).contains("checked_in"), house.kinds(house.alert(number)).toString());
    }

    @Test
    void whoever_has_reported_is_asked_for_the_next_alert_as_ever_and_one_more_beside_her_at_once() {
        house.phoneOf("Rosa").texts("1");
        house.reporter().texts("1");
        house.waits(ofMinutes(1));

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(2, house.phoneOf("Amir").everythingAsked().size());
        house.phoneOf("Rosa").takes();
        assertTrue(house.alerts().stream().anyMatch(alert -> alert.ladders().stream()
                .anyMatch(ladder -> ladder.isHeldBy(house.member("Rosa").id()))));
    }

    @Test
    void a_command_word_whose_code_was_forgotten_is_answered_and_is_no_report() {
        house.reporter().texts("1");

        house.phoneOf("Rosa").texts("Take.");

        assertEquals(1, house.alerts().size());
        assertTrue(house.phoneOf("Rosa").lastReceived().endsWith(" TAKE " + house.phoneOf("Rosa").lastDispatch().code()),
                house.phoneOf("Rosa").lastReceived());
        house.phoneOf("Rosa").takes();
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void the_right_code_from_another_phone_takes_nothing() {
        house.reporter().texts("1");
        var rosas = house.phoneOf("Rosa").lastDispatch().code();

        house.phoneOf("Amir").texts("TAKE " + rosas);
        house.phone("+12025550177").texts("TAKE " + rosas);

        assertTrue(house.alerts().stream().noneMatch(alert -> alert.state() == AlertState.ACKNOWLEDGED));
    }

    @Test
    void a_lost_phone_holds_nothing_takes_nothing_and_is_sent_nothing_also_after_loading_again() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        rosa.takes();
        var texts = rosa.received().size();
        var code = rosa.lastDispatch().code();

        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));
        house.turn();

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        house.load(house.example());
        rosa.texts("TAKE " + code);
        house.waits(ofMinutes(6));
        assertEquals(texts, rosa.received().size());
        assertEquals(AlertState.OPEN, house.alert(house.alerts().getFirst().alert().number()).state());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("Rosa")));
    }

    @Test
    void stop_from_a_responder_bars_nobody_and_takes_nothing_and_opens_no_alert() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();

        house.phoneOf("Rosa").texts("Stop");

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("Rosa")));
        house.phone("+12025550152").texts("1");
        house.waits(ofMinutes(1));
        assertEquals(2, house.phoneOf("Rosa").everythingAsked().size(), "our next text goes out");
    }

    @Test
    void a_phone_whose_texts_the_carrier_refuses_is_passed_over_and_the_next_step_is_due_now() {
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(21610));

        house.reporter().texts("1");
        house.phone("+12025550152").texts("1");
        house.waits(ofMinutes(1));

        assertEquals(2, house.phoneOf("Amir").everythingAsked().size());
        assertEquals(1, house.carrier().postsTo(house.phoneOf("Rosa").number()).size(), "texted once, and asked last from then on");
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("Rosa")));
        assertNotNull(house.member("Rosa").refusedSince());
    }

    @Test
    void an_undelivered_dispatch_makes_the_next_step_due_now_and_her_late_take_still_wins() {
        house.reporter().texts("1");
        var post = house.carrier().postsTo(house.phoneOf("Rosa").number()).getFirst();

        assertEquals(204, house.carrier().receipt(post, "undelivered", 30003).statusCode());
        house.turn();
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertEquals(204, house.carrier().receipt(post, "sent", null).statusCode());
        house.turn();
        house.phoneOf("Rosa").takes();

        assertEquals(house.member("Rosa").id(),
                house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().orElseThrow());
    }

    @Test
    void an_unverified_phone_is_never_asked_and_the_timeline_says_why() {
        house.load(house.example().replaceFirst("verified: true", "verified: false"));

        house.reporter().texts("1");

        assertEquals(List.of(), house.phoneOf("Rosa").dispatches());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        var told = house.database(tx -> house.house().timeline(tx, house.theAlert())).toString();
        assertTrue(told.contains("unverified"), told);
    }

    @Test
    void empty_rosters_do_not_spin_and_every_coordinator_is_asked_at_the_last() {
        house.load(house.example().replaceAll("days: \\[.*?]", "days: [sat]"));

        house.reporter().texts("1");
        var entries = house.kinds(house.theAlert()).size();
        house.turn();

        assertEquals(entries, house.kinds(house.theAlert()).size(), "nothing more until five minutes have passed");
        assertEquals(1, house.phoneOf("Noon").dispatches().size());
        assertFalse(house.phoneOf("Noon").lastDispatch().code().isEmpty());
    }
}
