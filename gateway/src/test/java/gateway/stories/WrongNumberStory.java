package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import gateway.sealing.Binding;
import gateway.sealing.BrokenSeal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody reached us by mistake: never answered, and erased first. */
class WrongNumberStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void a_wrong_number_is_never_answered_and_whoever_was_asked_is_stood_down() {
        house.reporter().texts("two pizzas please");

        dismiss();
        house.waits(ofMinutes(5));

        house.reporter().receivedNothing();
        assertEquals(AlertState.RESOLVED, house.theAlert().state());
        assertEquals(List.of("wrong_number"), house.database(tx -> house.house().arrestees(tx, house.theAlert())).stream()
                .map(arrestee -> arrestee.outcome()).toList());
        assertTrue(house.phoneOf("Rosa").lastReceived().contains("closed"), house.phoneOf("Rosa").lastReceived());
    }

    @Test
    void after_an_hour_its_key_and_the_phones_are_gone_and_nothing_of_it_opens_and_the_chain_still_holds() {
        house.reporter().texts("two pizzas please");
        var alert = house.theAlert();
        dismiss();
        house.waits(ofMinutes(59));
        assertEquals(List.of("two pizzas please"), house.wordsOf(house.theAlert()));

        house.waits(ofMinutes(2));

        assertEquals(List.of(), house.alerts());
        assertEquals(Optional.empty(), house.database(tx -> tx.queryOne("SELECT number_index FROM contact_point WHERE "
                + "number_index IS NOT NULL OR number_sealed IS NOT NULL", row -> row)));
        assertNothingOpens();
        assertEquals("erased", house.kinds(alert).getLast());
        assertEquals(Optional.empty(), house.firstBroken(alert));
        house.reporter().texts("1");
        assertEquals(1, house.alerts().size());
    }

    @Test
    void opened_again_within_the_hour_it_is_let_be_even_when_it_is_resolved_in_another_way_later() {
        house.reporter().texts("two pizzas please");
        dismiss();
        house.waits(ofMinutes(30));
        house.page().does("Noon", (tx, alert, noon) -> house.house().reopen(tx, alert, noon.id(), "a slip of the hand"));
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("escaped"), ""));

        house.waits(ofMinutes(90));

        assertEquals(List.of("two pizzas please"), house.wordsOf(house.theAlert()));
    }

    @Test
    void a_phone_that_told_of_something_else_too_keeps_its_number() {
        house.reporter().texts("two pizzas please");
        dismiss();
        house.reporter().texts("1 daun penh");

        house.waits(ofMinutes(61));

        assertEquals(1, house.alerts().size());
        assertEquals(List.of("1 daun penh"), house.wordsOf(house.theAlert()));
        assertTrue(house.database(tx -> tx.queryOne("SELECT number_sealed FROM contact_point",
                row -> row.bytesIfAny("number_sealed"))).orElseThrow().isPresent());
    }

    /** Not her words, which are hers: only the number of a phone that is not. */
    @Test
    void a_borrowed_phones_number_is_forgotten_an_hour_after_its_alert_is_resolved_and_not_before() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.SILENT, Language.KM, false, false, false), Set.of(),
                "lotus"), Optional.empty(), "+12025550160");
        house.reporter().texts("6 #lotus");
        house.waits(ofMinutes(90));
        assertEquals(2, numbers());
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("escaped"), ""));
        house.waits(ofMinutes(59));
        assertEquals(2, numbers());

        house.waits(ofMinutes(2));

        assertEquals(1, numbers());
        assertEquals(List.of("6 #lotus"), house.wordsOf(house.theAlert()));
    }

    private long numbers() {
        return house.database(tx -> tx.queryOne("SELECT count(*) AS count FROM contact_point WHERE number_sealed IS NOT NULL "
                + "AND number_index IS NOT NULL AND EXISTS (SELECT FROM wrapped_key WHERE wrapped_key.id = contact_point.id)",
                row -> row.count("count"))).orElseThrow();
    }

    private void dismiss() {
        house.page().does("Noon", (tx, alert, noon) -> assertTrue(house.house().dismiss(tx, alert, noon.id())));
    }

    /** With none of the keys that are left. */
    private void assertNothingOpens() {
        var keys = house.database(tx -> tx.query("SELECT id FROM wrapped_key WHERE kind <> 'index'", row -> row.id("id")));
        var words = house.database(tx -> tx.query("SELECT id, words_sealed FROM report",
                row -> new Sealed(Binding.of("report", "words", row.id("id")), row.bytes("words_sealed"))));
        var guesses = house.database(tx -> tx.query("SELECT report_id, guess_sealed FROM unread",
                row -> new Sealed(Binding.of("unread", "guess", row.id("report_id")), row.bytes("guess_sealed"))));
        assertFalse(words.isEmpty());
        assertFalse(guesses.isEmpty());
        for (var key : keys) {
            var seal = house.testDatabase().keyRing();
            var opened = house.database(tx -> seal.find(tx, key)).orElseThrow();
            for (var sealed : java.util.stream.Stream.concat(words.stream(), guesses.stream()).toList()) {
                assertThrows(BrokenSeal.class, () -> opened.open(sealed.binding, sealed.bytes));
            }
        }
    }

    private record Sealed(Binding binding, byte[] bytes) {}
}
