package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.LockedAlert;
import gateway.roster.Discipline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member's number rings the hotline: it proves nothing, and yet she hears what is open to her, and can call for help. */
class ResponderRingsStory {

    private static final String NEUTRAL =
            "Hello, this is the shop. Please press star to hear what is waiting, or the number of your order.";
    private static final String YOUR_NUMBER = "Please press your number and then hash, or hash alone if you have none.";
    private static final String THANK_YOU = "Thank you. Goodbye.";
    private static final String GREETING = "Hello, this is the shop. Please press the number of your order, or zero to speak with us.";
    private static final String CHOICES = "Press one to take it, two to pass it on, three to hear it again.";
    private static final String ZERO = "Press zero for an order of your own.";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @BeforeEach
    void rosa_keeps_a_pin() {
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
            return tx;
        });
    }

    @Test
    void after_her_pin_she_hears_the_coded_words_and_takes_it_by_the_keys_of_a_dispatch_call() {
        house.reporter().texts("2 daun penh");

        var call = rosa().rings();
        assertEquals(List.of(NEUTRAL), call.heard(), "nothing is said before star");
        call.presses("*");
        assertEquals(List.of(NEUTRAL, YOUR_NUMBER), call.heard(), "nor before her number");
        call.presses("4821#");
        assertEquals(5, call.heard().size());
        assertTrue(call.heard().get(2).startsWith("Number "), call.heard().get(2));
        assertTrue(call.heard().get(2).contains("Code 2. Area D P."), call.heard().get(2));
        assertEquals(List.of(CHOICES, ZERO), call.heard().subList(3, 5));
        call.presses("3").presses("1");
        house.turn();

        assertEquals(house.member("Rosa").id(), holder(house.theAlert()));
        assertEquals(List.of("It is yours. Please check in by 14:25. A text with the code follows.", "Goodbye."),
                call.heard().subList(call.heard().size() - 2, call.heard().size()));
        assertEquals(FakeCall.State.OVER, call.state());
        assertTrue(rosa().lastReceived().contains("HERE"), rosa().lastReceived());
    }

    @Test
    void two_passes_and_the_next_is_asked_at_once() {
        house.reporter().texts("6");

        proves().presses("2");
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
        assertEquals(List.of(NEUTRAL), later.heard(), "she stays asked, and hears what any other hears");
    }

    @Test
    void zero_leads_from_what_is_open_to_a_report_of_her_own() {
        house.reporter().texts("6");

        var call = proves().presses("0");
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
        assertEquals(List.of(), toldOfRings(), "the call may go on");
        house.waits(ofMinutes(1));
        assertEquals(List.of("14:11 Rosa rang the hotline. Nothing opened."), toldOfRings());
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

        var call = proves();
        assertTrue(call.heard().get(2).contains("Code 1."), call.heard().get(2));
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

        var call = proves().presses("#");
        assertTrue(call.heard().contains("It is yours. Check in by 14:25."), call.heard().toString());
        call.presses("#");

        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(house.member("Rosa").id(), holder(house.theAlert()), "nothing is changed");
    }

    @Test
    void somebody_else_took_it_while_she_listened() {
        house.reporter().texts("6");
        house.waits(ofMinutes(6));
        var call = proves();
        house.phoneOf("Amir").takes();

        call.presses("1");

        assertEquals(List.of("Amir has had it since 14:16. Thank you.", "Goodbye."),
                call.heard().subList(call.heard().size() - 2, call.heard().size()));
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
        var path = proves().answers().getLast().replaceAll("(?s).*action=\"[^\"]*(/twilio/calls/own/[^\"]+)\".*", "$1");
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

    @Test
    void a_forged_caller_id_star_and_one_give_nothing_and_take_nothing() {
        house.reporter().texts("2 daun penh");
        var asked = house.phoneOf("Amir").received();

        var call = rosa().rings().presses("*").presses("1#");
        assertEquals(List.of(NEUTRAL, YOUR_NUMBER, YOUR_NUMBER), call.heard());
        call.presses("1#");
        house.turn();

        assertEquals(List.of(NEUTRAL, YOUR_NUMBER, YOUR_NUMBER, THANK_YOU), call.heard());
        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(asked, house.phoneOf("Amir").received(), "nobody is stood down");
        assertEquals(1, rosa().calls(), "her own phone rings");
    }

    @Test
    void the_call_hears_the_same_whether_anything_is_open_and_whether_a_pin_is_kept() {
        var heard = new LinkedHashSet<List<String>>();
        heard.add(hearsAllOf(house.phoneOf("Amir")));
        heard.add(hearsAllOf(rosa()));
        house.reporter().texts("1");
        heard.add(hearsAllOf(house.phoneOf("Amir")));
        heard.add(hearsAllOf(rosa()));
        rosa().takes();
        heard.add(hearsAllOf(rosa()));

        assertEquals(Set.of(List.of(NEUTRAL, YOUR_NUMBER, YOUR_NUMBER, THANK_YOU)), heard);
    }

    private static List<String> hearsAllOf(Phone phone) {
        return phone.rings().presses("*").presses("1111#").presses("2222#").heard();
    }

    @Test
    void without_a_number_she_is_rung_back_at_her_own_and_there_a_key_suffices() {
        house.reporter().texts("2 daun penh");

        rosa().rings().presses("*").presses("#");
        house.turn();
        var back = rosa().answers().presses("5");
        assertTrue(back.heard().get(1).contains("Code 2. Area D P."), back.heard().toString());
        back.presses("1");
        house.turn();

        assertEquals(house.member("Rosa").id(), holder(house.theAlert()));
        assertTrue(rosa().lastReceived().contains("HERE"), rosa().lastReceived());
        assertTrue(house.kinds(house.theAlert()).contains("rung"));
        rosa().rings().presses("*").presses("#");
        house.turn();
        assertEquals(1, rosa().calls(), "once in five minutes, whoever forges her number");
        house.waits(ofMinutes(5));
        rosa().rings().presses("*").presses("#");
        house.turn();
        var again = rosa().answers().presses("4821#");
        assertTrue(again.heard().contains("It is yours. Check in by 14:25."), again.heard().toString());
    }

    @Test
    void who_is_inside_or_overdue_by_a_proven_timer_or_has_nothing_open_is_not_rung_back() {
        rosa().rings().presses("*").presses("#");
        house.turn();
        assertEquals(0, rosa().calls());

        house.reporter().texts("6");
        rosa().takes();
        rosa().texts("IN 5 " + rosa().lastDispatch().code());
        for (var minutes : List.of(1, 6)) {
            house.waits(ofMinutes(minutes));
            var call = rosa().rings().presses("*").presses("#");
            house.turn();

            assertEquals(List.of(NEUTRAL, YOUR_NUMBER, THANK_YOU), call.heard(), "and hears what any other would");
            assertEquals(0, rosa().calls());
        }
    }

    @Test
    void a_live_code_opens_the_one_dispatch_it_is_of() {
        house.phone("+12025550151").texts("6");
        house.waits(ofMinutes(1));
        var six = rosa().lastDispatch().code();
        house.phone("+12025550152").texts("1");
        house.waits(ofMinutes(1));

        var call = rosa().rings().presses("*").presses(six + "#");
        assertTrue(call.heard().get(2).contains("Code 6."), call.heard().get(2));
        call.presses("1");
        house.turn();

        assertEquals(house.member("Rosa").id(), holder(house.alertOf(house.phone("+12025550151"))));
        assertFalse(call.heard().contains("There is one more."), "the other is not told");
        assertEquals("Goodbye.", call.heard().getLast());
    }

    @Test
    void five_wrong_numbers_bar_calls_to_us_and_neither_her_pin_in_a_call_of_ours_nor_her_code_in_a_text() {
        house.reporter().texts("1");
        for (var i = 0; i < 3; i++) {
            rosa().rings().presses("*").presses("111" + i + "#").presses("222" + i + "#");
        }
        var call = rosa().rings().presses("*").presses("4821#").presses("4821#");
        assertEquals(THANK_YOU, call.heard().getLast(), "even the right one");
        house.waits(ofMinutes(10));
        assertEquals(1, house.phoneOf("Noon").received().stream().filter(words -> words.contains("5 wrong keys")).count());

        rosa().rings().presses("*").presses("#");
        house.turn();
        var back = rosa().answers().presses("4821#");
        assertTrue(back.heard().get(1).startsWith("Number "), back.heard().toString());
        rosa().takes();
        assertEquals(house.member("Rosa").id(), holder(house.theAlert()));
        house.waits(ofMinutes(55));
        var later = rosa().rings().presses("*").presses("4821#");
        assertTrue(later.heard().get(2).startsWith("Number "), later.heard().toString());
    }

    @Test
    void the_pin_for_duress_hears_what_her_pin_would_and_nothing_comes_of_it_and_the_coordinators_are_rung() {
        house.reporter().texts("1");
        var honest = proves().heard();

        var call = rosa().rings().presses("*").presses("9035#");
        house.turn();

        assertEquals(honest, call.heard());
        call.presses("1");
        assertTrue(call.heard().stream().anyMatch(words -> words.startsWith("It is yours")), call.heard().toString());
        house.turn();
        assertTrue(rosa().received().stream().anyMatch(words -> words.contains("yours")), () -> rosa().received().toString());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(text -> text.contains("Rosa is forced")), () -> house.phoneOf("Noon").received().toString());
        assertEquals(AlertState.OPEN, house.theAlert().state());
    }

    @Test
    void of_a_call_in_which_something_was_opened_or_shown_nothing_is_told() {
        house.reporter().texts("6");

        rosa().rings().presses("4");
        house.waits(ofMinutes(2));
        house.waits(ofMinutes(10));
        house.phoneOf("Amir").rings().presses("*").presses(house.phoneOf("Amir").lastDispatch().code() + "#").hangsUp();
        house.waits(ofMinutes(2));

        assertEquals(List.of(), toldOfRings());
    }

    private List<String> toldOfRings() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.contains("rang the hotline")).toList();
    }

    private FakeCall proves() {
        return rosa().rings().presses("*").presses("4821#");
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private static Object holder(LockedAlert alert) {
        return alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().orElse(null);
    }
}
