package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.member.Warnings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words to which carriers answer by themselves: they silence nothing, and nobody is texted whom a carrier lets us text no more. */
class OptOutStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop.", "End", "CANCEL", "quit", "Unsubscribe", "STOPALL", "REVOKE", "optout"})
    void from_a_reporter_such_a_word_asks_for_silence_and_her_phone_is_never_texted_again(String word) {
        house.reporter().texts(word);
        house.waits(ofMinutes(4));

        assertEquals("9", house.phoneOf("Rosa").lastDispatch().mark());
        assertTrue(house.kinds(house.theAlert()).containsAll(List.of("carrier_word", "phone_blocked")));
        house.reporter().receivedNothing();
        house.reporter().texts("6 medicine");
        house.waits(ofMinutes(4));
        house.reporter().receivedNothing();
    }

    @Test
    void a_cover_reply_that_waits_is_not_sent_after_such_a_word() {
        house.reporter().texts("6 medicine");

        house.reporter().texts("STOP");
        house.waits(ofMinutes(4));

        house.reporter().receivedNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELP", "info", "START", "yes"})
    void other_words_of_carriers_from_a_reporter_are_alerts_with_a_note(String word) {
        house.reporter().texts(word);

        assertEquals("?", house.phoneOf("Rosa").lastDispatch().mark());
        assertTrue(house.kinds(house.theAlert()).contains("carrier_word"));
        assertTrue(!house.kinds(house.theAlert()).contains("phone_blocked"));
    }

    @Test
    void a_cover_reply_that_the_carrier_refuses_with_21610_is_the_last_text_that_phone_is_sent() {
        house.carrier().answers(house.reporter().number(), FakeAnswer.refuse(21610));
        house.reporter().texts("6 medicine");
        house.waits(ofMinutes(4));

        assertTrue(house.kinds(house.theAlert()).contains("phone_blocked"));
        assertEquals(1, house.carrier().postsTo(house.reporter().number()).size());
    }

    @Test
    void stop_from_a_responder_stands_as_a_warning_and_changes_nothing() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();

        house.phoneOf("Rosa").texts("Stop");

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals(1, house.phoneOf("Noon").received().stream().filter(words -> words.contains("Rosa")).count());
        assertEquals(List.of(Warnings.Kind.OPTED_OUT), warnings());
    }

    @Test
    void stop_with_the_number_of_every_member_silences_nobody() {
        List.of("Rosa", "Amir", "Lina", "Noon").forEach(alias -> house.phoneOf(alias).texts("STOP"));

        house.reporter().texts("1");
        house.waits(ofMinutes(8));

        assertEquals(List.of(), List.of("Rosa", "Amir").stream()
                .filter(alias -> house.phoneOf(alias).everythingAsked().isEmpty()).toList());
        assertEquals(1, house.alerts().size());
    }

    @Test
    void a_text_to_a_coordinator_that_does_not_arrive_stands_on_the_board_until_it_is_seen() {
        house.carrier().answers(house.phoneOf("Noon").number(), FakeAnswer.refuse(30003));

        house.phoneOf("Rosa").texts("STOP");

        assertEquals(Set.of(Warnings.Kind.OPTED_OUT, Warnings.Kind.UNREACHED), Set.copyOf(warnings()));
    }

    @Test
    void an_answer_that_the_carrier_refuses_makes_her_phone_one_that_is_asked_last_and_she_keeps_what_she_took() {
        house.reporter().texts("1");
        var code = house.phoneOf("Rosa").lastDispatch().code();
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(21610));

        house.phoneOf("Rosa").texts("TAKE " + code);

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals(List.of(Warnings.Kind.REFUSED), warnings());
        assertNotNull(house.member("Rosa").refusedSince());
    }

    @ParameterizedTest
    @CsvSource({"STOP,true", "HELP,false", "START,false", "stop,false"})
    void what_the_carrier_itself_says_of_an_opt_out_makes_her_phone_one_that_is_texted_no_more(String type, boolean refused) {
        house.textsAnsweredByTheCarrier(house.phoneOf("Rosa").number(), "thank you", type);

        assertEquals(refused, house.member("Rosa").refusedSince() != null);
        assertEquals(refused, warnings().contains(Warnings.Kind.REFUSED));
    }

    @Test
    void a_reporter_whom_the_carrier_opted_out_is_sent_nothing_any_more_and_her_alert_stands() {
        house.textsAnsweredByTheCarrier(house.reporter().number(), "6 medicine", "STOP");
        house.waits(ofMinutes(4));

        house.reporter().receivedNothing();
        assertEquals("6", house.phoneOf("Rosa").lastDispatch().mark());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertTrue(house.kinds(house.theAlert()).containsAll(List.of("carrier_word", "phone_blocked")));
        house.textsAnsweredByTheCarrier(house.reporter().number(), "ok again", "START");
        house.reporter().texts("6 medicine");
        house.waits(ofMinutes(4));
        house.reporter().receivedNothing();
        assertEquals(2, house.kinds(house.theAlert()).stream().filter("carrier_word"::equals).count());
    }

    @ParameterizedTest
    @CsvSource({"START,true", "HELP,true", "'',false", "OTHER,false"})
    void what_else_the_carrier_says_it_did_is_noted_on_the_alert_and_bars_nobody(String type, boolean noted) {
        house.textsAnsweredByTheCarrier(house.reporter().number(), "1", type);

        assertEquals(noted, house.kinds(house.theAlert()).contains("carrier_word"));
        assertTrue(!house.kinds(house.theAlert()).contains("phone_blocked"));
        assertEquals("1", house.phoneOf("Rosa").lastDispatch().mark());
    }

    @Test
    void that_the_carrier_opted_a_member_in_lifts_nothing_and_the_coordinators_are_told() {
        house.database(tx -> house.house().refuses(tx, house.member("Rosa")));

        house.textsAnsweredByTheCarrier(house.phoneOf("Rosa").number(), "join please", "START");

        assertNotNull(house.member("Rosa").refusedSince());
        assertTrue(warnings().contains(Warnings.Kind.OPTED_IN));
    }

    @Test
    void a_text_that_arrives_again_ends_it() {
        house.reporter().texts("1");
        var code = house.phoneOf("Rosa").lastDispatch().code();
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(21610));
        house.phoneOf("Rosa").texts("TAKE " + code);
        house.carrier().answers(house.phoneOf("Rosa").number(), new FakeAnswer.Json(201));

        house.waits(ofMinutes(1));
        house.phoneOf("Rosa").texts("HERE " + code);
        assertNotNull(house.member("Rosa").refusedSince(), "accepted is not yet delivered");
        house.carrier().receipt(house.carrier().postsTo(house.phoneOf("Rosa").number()).getLast(), "delivered", null);
        house.turn();

        assertNull(house.member("Rosa").refusedSince());
    }

    @Test
    void at_the_last_resort_a_phone_that_takes_no_texts_is_rung() {
        house.database(tx -> house.house().refuses(tx, house.member("Noon")));

        house.reporter().texts("1");
        house.waits(ofMinutes(26));

        assertTrue(house.carrier().placementsTo(house.phoneOf("Noon").number()).size() > 0);
        assertEquals(List.of(), house.phoneOf("Noon").dispatches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "Unstop", "yes"})
    void a_member_who_opts_in_again_lifts_nothing_and_the_coordinators_are_told_once(String word) {
        house.database(tx -> house.house().refuses(tx, house.member("Rosa")));
        house.waits(ofMinutes(1));
        var told = house.phoneOf("Noon").received().size();

        house.phoneOf("Rosa").texts(word);
        house.phoneOf("Rosa").texts(word);

        house.waits(ofMinutes(1));
        assertEquals(List.of(), house.alerts());
        assertEquals(told + 1, house.phoneOf("Noon").received().size());
        house.reporter().texts("1");
        house.phoneOf("Rosa").receivedNothing();
    }

    @Test
    void yes_from_a_responder_who_was_asked_neither_takes_nor_reports() {
        house.reporter().texts("1");

        house.phoneOf("Rosa").texts("Yes");
        house.phoneOf("Rosa").takes();

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void help_from_a_member_is_a_report() {
        house.phoneOf("Rosa").texts("HELP");

        assertEquals(1, house.alerts().size());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
    }

    private List<Warnings.Kind> warnings() {
        return house.database(tx -> house.house().warnings(tx)).stream().map(Warnings.Warning::kind).toList();
    }
}
