package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.LockedAlert;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder rings the hotline herself: she hears what is open to her, and can still call for help. */
class ResponderRingsStory {

    private static final String NEUTRAL =
            "Hello, this is the shop. Please press star to hear what is waiting, or the number of your order.";
    private static final String GREETING = "Hello, this is the shop. Please press the number of your order, or zero to speak with us.";
    private static final String CHOICES = "Press one to take it, two to pass it on, three to hear it again.";
    private static final String ZERO = "Press zero for an order of your own.";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void she_hears_the_coded_words_after_star_and_takes_it_by_the_keys_of_a_dispatch_call() {
        house.reporter().texts("2 daun penh");

        var call = rosa().rings();
        assertEquals(List.of(NEUTRAL), call.heard(), "nothing is said before star");
        call.presses("*");
        assertEquals(4, call.heard().size());
        assertTrue(call.heard().get(1).startsWith("Number "), call.heard().get(1));
        assertTrue(call.heard().get(1).contains("Code 2. Area D P."), call.heard().get(1));
        assertEquals(List.of(CHOICES, ZERO), call.heard().subList(2, 4));
        call.presses("3").presses("1");
        house.turn();

        assertEquals(house.member("Rosa").id(), holder(house.theAlert()));
        assertEquals("It is yours. Please check in by 14:25. A text with the code follows. Goodbye.", call.heard().getLast());
        assertEquals(FakeCall.State.OVER, call.state());
        assertTrue(rosa().lastReceived().contains("HERE"), rosa().lastReceived());
    }

    @Test
    void two_passes_and_the_next_is_asked_at_once() {
        house.reporter().texts("6");

        rosa().rings().presses("*").presses("2");
        house.turn();

        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertTrue(house.kinds(house.theAlert()).contains("passed"));
    }

    @Test
    void a_digit_before_star_is_a_report_as_it_is_in_a_text() {
        house.reporter().texts("6");

        var call = rosa().rings().presses("1");
        house.turn();

        assertEquals("Thank you. Goodbye.", call.heard().getLast());
        assertEquals(2, house.alerts().size());
        assertEquals("taken", house.alertOf(rosa()).alert().code());
        assertTrue(house.phoneOf("Amir").dispatches().size() > 0, "nobody is asked through the phone that reported");
        var later = rosa().rings();
        assertEquals(List.of(GREETING), later.heard(), "and nothing is told to it any more");
    }

    @Test
    void zero_leads_from_what_is_open_to_a_report_of_her_own() {
        house.reporter().texts("6");

        var call = rosa().rings().presses("*").presses("0");
        assertEquals(GREETING, call.heard().getLast());
        call.presses("4");
        house.turn();

        assertEquals("hurt", house.alertOf(rosa()).alert().code());
    }

    @Test
    void who_rings_and_hangs_up_opens_nothing_and_keeps_what_she_was_asked_and_a_human_is_told() {
        house.reporter().texts("6");

        rosa().rings().hangsUp();
        house.turn();

        assertEquals(1, house.alerts().size());
        assertEquals(List.of("14:10 Rosa rang the hotline. Nothing opened."),
                house.phoneOf("Noon").received().stream().filter(words -> words.contains("rang the hotline")).toList());
        rosa().takes();
        assertEquals(house.member("Rosa").id(), holder(house.theAlert()));
    }

    @Test
    void who_presses_nothing_is_asked_twice_and_nothing_is_changed() {
        house.reporter().texts("6");

        var call = rosa().rings().waits().waits();

        assertEquals(List.of(NEUTRAL, NEUTRAL), call.heard());
        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(1, house.alerts().size());
    }

    @Test
    void the_gravest_is_told_first_and_then_the_next() {
        house.phone("+12025550151").texts("6");
        house.waits(ofMinutes(1));
        house.phone("+12025550152").texts("1");
        house.waits(ofMinutes(1));

        var call = rosa().rings().presses("*");
        assertTrue(call.heard().get(1).contains("Code 1."), call.heard().get(1));
        call.presses("2");
        assertTrue(call.heard().contains("There is one more."));
        assertTrue(call.heard().stream().filter(said -> said.startsWith("Number ")).toList().getLast().contains("Code 6."));
        call.presses("1");
        house.turn();

        assertEquals(house.member("Rosa").id(), holder(house.alertOf(house.phone("+12025550151"))));
        assertEquals(AlertState.OPEN, house.alertOf(house.phone("+12025550152")).state());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void who_has_one_hears_until_when_and_goes_on_with_hash() {
        house.reporter().texts("6");
        rosa().takes();

        var call = rosa().rings().presses("*");
        assertTrue(call.heard().contains("It is yours. Check in by 14:25."), call.heard().toString());
        call.presses("#");

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(house.member("Rosa").id(), holder(house.theAlert()), "nothing is changed");
    }

    @Test
    void somebody_else_took_it_while_she_listened() {
        house.reporter().texts("6");
        house.waits(ofMinutes(6));
        var call = rosa().rings().presses("*");
        house.phoneOf("Amir").takes();

        call.presses("1");

        assertEquals("Amir has had it since 14:16. Thank you, goodbye.", call.heard().getLast());
        assertEquals(house.member("Amir").id(), holder(house.theAlert()));
    }

    @Test
    void a_withheld_number_is_a_reporters_whoever_rings() {
        house.reporter().texts("6");

        var call = house.phone("anonymous").rings();

        assertEquals(List.of(GREETING), call.heard());
        assertEquals(2, house.alerts().size());
    }

    @Test
    void a_lost_phone_is_told_nothing() {
        house.reporter().texts("6");
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), gateway.member.BarReason.LOST, "coordinator"));

        var call = rosa().rings();

        assertFalse(call.heard().contains(NEUTRAL), call.heard().toString());
    }

    @Test
    void a_dispatch_of_somebody_else_is_not_told_by_its_path() {
        house.reporter().texts("6");
        house.waits(ofMinutes(6));
        var path = rosa().rings().presses("*").answers().getLast().replaceAll("(?s).*action=\"[^\"]*(/twilio/calls/own/[^\"]+)\".*", "$1");
        var amir = house.phoneOf("Amir");
        var sid = amir.rings().sid();

        var fields = FakeCall.fields(sid, amir.number(), TestHouse.HOTLINE);
        fields.put("Digits", "1");
        var answer = house.carrier().post(path, fields);

        assertTrue(path.startsWith("/twilio/calls/own/"), path);
        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("yours"), answer.body());
        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private static Object holder(LockedAlert alert) {
        return alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().orElse(null);
    }
}
