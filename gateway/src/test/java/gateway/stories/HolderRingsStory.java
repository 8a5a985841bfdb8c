package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.entry.SpeakingEntry;
import gateway.entry.TimelineEntry;
import gateway.member.BarReason;
import gateway.phone.Language;
import gateway.roster.Discipline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who has an alert rings in, keys the code, and is joined with whoever may be spoken to; neither sees a number. */
class HolderRingsStory {

    private static final String NOT_NOW = "That is not possible now. Please look at the page. Goodbye.";
    private static final String WHOM = "Press one for who told us, two for legal aid, three for a coordinator.";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void the_holder_is_joined_with_a_reporter_who_wished_to_be_called_and_neither_sees_a_number() {
        enrols(true);
        house.reporter().texts("6");
        rosa().takes();

        var call = ringsForSomebody();
        assertEquals(WHOM, call.heard().getLast());
        assertEquals(List.of(), house.carrier().dialled(), "nobody is rung before she has chosen");
        call.presses("1");

        var reporter = house.reportersDialled().getFirst();
        assertEquals(house.reporter().number(), reporter.to());
        assertEquals(TestHouse.HOTLINE, reporter.shownAs());
        reporter.isAnswered();
        assertEquals(FakeCall.State.JOINED, call.state());
        reporter.hangsUp();
        assertEquals(FakeCall.State.OVER, call.state());
        assertTrue(call.answers().stream().noneMatch(script -> script.contains("Record")), "never recorded");
        assertEquals(List.of("ring_back_dialled", "bridged"), house.kinds(house.theAlert()).stream()
                .filter(kind -> kind.contains("ring_back") || kind.equals("bridged")).toList());
    }

    @Test
    void a_reporter_who_did_not_wish_it_is_not_rung() {
        house.reporter().texts("6");
        rosa().takes();

        assertEquals(NOT_NOW, ringsForSomebody().presses("1").heard().getLast());

        house.page().ringBackWasRefusedAtDialling();
        assertEquals(List.of(), house.reportersDialled());
        assertEquals("not-opted-in", last(SpeakingEntry.RingBackRefused.class).why());
    }

    @Test
    void a_phone_seized_while_she_chooses_is_not_rung() {
        enrols(true);
        house.reporter().texts("6");
        rosa().takes();
        var call = ringsForSomebody();

        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), true, "taken"));
        call.presses("1");

        house.page().ringBackWasRefusedAtDialling();
        assertEquals(NOT_NOW, call.heard().getLast());
        assertEquals(List.of(), house.reportersDialled());
        assertEquals("presumed-seized", last(SpeakingEntry.RingBackRefused.class).why());
    }

    @Test
    void who_is_overdue_by_the_time_she_chooses_is_joined_with_nobody() {
        enrols(true);
        house.reporter().texts("6");
        rosa().takes();
        rosa().texts("IN 10 " + code());
        house.waits(ofMinutes(9));
        var call = ringsForSomebody();
        assertEquals(WHOM, call.heard().getLast());

        house.waits(ofMinutes(1));
        call.presses("1");

        assertEquals(List.of(), house.reportersDialled());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void whoever_no_longer_has_it_is_joined_with_nobody() {
        enrols(true);
        house.reporter().texts("6");
        rosa().takes();
        var call = ringsForSomebody();

        rosa().textsOnly("BACK " + code());
        call.presses("1");

        assertEquals(NOT_NOW, call.heard().getLast(), "she has handed it back");
        assertEquals(List.of(), house.carrier().dialled());
    }

    @Test
    void who_has_shown_nothing_in_the_call_is_joined_with_nobody_whatever_path_is_asked_for() {
        enrols(true);
        house.reporter().texts("6");
        rosa().takes();
        var proved = ringsForSomebody();
        var path = proved.answers().getLast().replaceAll("(?s).*action=\"[^\"]*(/twilio/calls/through/[^\"]+)\".*", "$1");
        assertTrue(path.startsWith("/twilio/calls/through/"), path);
        var call = rosa().rings();

        var fields = FakeCall.fields(call.sid(), rosa().number(), TestHouse.HOTLINE);
        fields.put("Digits", "1");
        var answer = house.carrier().post(path, fields);

        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("Dial"), answer.body());
        assertEquals(List.of(), house.carrier().dialled());
    }

    @Test
    void who_is_only_asked_is_put_through_to_nobody() {
        house.reporter().texts("6");

        var call = rosa().rings().presses("*").presses(code()).presses("4");

        assertFalse(call.heard().contains(WHOM), "four is no key of hers");
    }

    @Test
    void she_is_joined_with_a_coordinator_after_the_coordinators_own_key() {
        house.reporter().texts("6");
        rosa().takes();

        var call = ringsForSomebody().presses("3");
        var noon = call.dialled();
        assertEquals(house.phoneOf("Noon").number(), noon.to());
        assertEquals(TestHouse.HOTLINE, noon.shownAs());
        noon.isAnswered();
        assertEquals("Hello, this is the shop. Somebody is waiting to speak.", noon.heard().getFirst());
        noon.presses("1");

        assertEquals(FakeCall.State.JOINED, call.state());
        var joined = last(SpeakingEntry.MembersJoined.class);
        assertEquals(house.member("Rosa").id(), joined.holder());
        assertEquals(house.member("Noon").id(), joined.with());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()),
                "it stays hers");
        noon.hangsUp();
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void a_coordinator_who_does_not_answer_or_passes_leaves_her_with_a_sentence() {
        house.reporter().texts("6");
        rosa().takes();

        var call = ringsForSomebody().presses("3");
        call.dialled().isNotAnswered();

        assertEquals(NOT_NOW, call.heard().getLast());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void legal_aid_is_whoever_has_that_alert_too() {
        house.reporter().texts("2 daun penh");
        rosa().takes();
        assertEquals(NOT_NOW, ringsForSomebody().presses("2").heard().getLast(), "nobody has it yet");
        house.phoneOf("Lina").takes();

        var call = ringsForSomebody().presses("2");
        call.dialled().isAnswered().presses("1");

        assertEquals(FakeCall.State.JOINED, call.state());
        assertEquals(house.member("Lina").id(), last(SpeakingEntry.MembersJoined.class).with());
        assertTrue(house.theAlert().ladder(Discipline.LEGAL_AID).orElseThrow().isHeldBy(house.member("Lina").id()));
    }

    @Test
    void a_phone_lost_during_the_call_is_joined_with_nobody() {
        house.reporter().texts("6");
        rosa().takes();
        var call = ringsForSomebody();

        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));
        call.presses("3");

        assertEquals(List.of(), house.carrier().dialled());
        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void a_phone_lost_while_the_coordinators_rings_is_joined_with_nobody() {
        house.reporter().texts("6");
        rosa().takes();
        var call = ringsForSomebody().presses("3");
        var noon = call.dialled().isAnswered();

        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));
        noon.presses("1");

        assertNotEquals(FakeCall.State.JOINED, call.state());
        assertFalse(house.kinds(house.theAlert()).contains("members_joined"));
    }

    @Test
    void whoever_is_overdue_in_a_station_since_she_keyed_her_code_is_put_through_to_nobody() {
        enrols(true);
        house.reporter().texts("6");
        rosa().takes();
        rosa().texts("IN 5 " + code());
        var chooses = ringsForSomebody();
        var keys = rosa().rings().presses("*");
        house.waits(ofMinutes(6));

        chooses.presses("1");
        assertEquals("That is not possible now. Please look at the page. Goodbye.", chooses.heard().getLast());
        keys.presses(code());

        assertEquals(List.of(), house.reportersDialled());
        assertTrue(keys.heard().get(2).startsWith("Number "), () -> "as on any other phone: " + keys.heard());
        keys.presses("1");
        assertEquals(List.of(), house.reportersDialled());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isEmpty());
    }

    private FakeCall ringsForSomebody() {
        return rosa().rings().presses("*").presses(code() + "#").presses("4");
    }

    private String code() {
        return rosa().lastDispatch().code();
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private void enrols(boolean callBack) {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.SILENT, Language.EN, false, false, callBack), Set.of(),
                "lotus"), Optional.empty(), house.reporter().number());
    }

    private <T extends TimelineEntry> T last(Class<T> kind) {
        return house.database(tx -> house.house().timeline(tx, house.theAlert())).stream()
                .map(told -> told.entry()).filter(kind::isInstance).map(kind::cast).reduce((_, newest) -> newest).orElseThrow();
    }
}
