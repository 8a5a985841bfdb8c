package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.Card;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.ReplyRule.Verdict;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody texts her tag from a phone that is not hers: the report is hers, and the phone's owner is told nothing. */
class BorrowedPhoneStory {

    private static final String HERS = "+12025550160";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    private EnrolmentId srey = new EnrolmentId(new java.util.UUID(0, 0));

    @BeforeEach
    void sreyIsEnrolled() {
        srey = house.page().enrols(chosen("Srey", "lotus"), Optional.of(new Card("ARV at eight", "", "", true)), HERS);
    }

    @Test
    void a_tag_ties_the_alert_to_her_and_the_phone_is_neither_answered_nor_rung() {
        house.reporter().texts("6 #lotus");
        house.waits(ofMinutes(3));

        var alert = house.theAlert();
        assertEquals(srey, alert.alert().enrolment());
        assertTrue(house.phoneOf(alert).borrowed());
        assertTrue(house.kinds(alert).contains("person_recognised"));
        house.reporter().receivedNothing();
        assertEquals(Optional.of(Verdict.BORROWED), againstRinging());
    }

    @Test
    void a_borrowed_phone_stays_borrowed_when_its_owner_texts() {
        house.reporter().texts("6 #lotus");
        house.reporter().texts("who is this? I got no money");
        house.waits(ofMinutes(3));

        house.reporter().receivedNothing();
        assertEquals(srey, house.theAlert().alert().enrolment());
    }

    @Test
    void a_reply_that_waits_is_not_sent_once_the_tag_tells_that_the_phone_is_borrowed() {
        house.reporter().texts("6");
        house.reporter().texts("6 #lotus");
        house.waits(ofMinutes(3));

        house.reporter().receivedNothing();
        assertTrue(house.kinds(house.theAlert()).contains("reply_withheld"));
    }

    @Test
    void her_own_tag_from_her_own_phone_borrows_nothing() {
        house.phone(HERS).texts("6 #lotus");
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
        assertFalse(house.phoneOf(house.theAlert()).borrowed());
        assertEquals(srey, house.theAlert().alert().enrolment());
    }

    @Test
    void an_unknown_tag_is_only_words() {
        house.reporter().texts("6 #orchid");
        house.waits(ofMinutes(3));

        assertEquals(null, house.theAlert().alert().enrolment());
        house.reporter().receivedNothing();
        assertEquals("6 #orchid", house.wordsOf(house.theAlert()).getFirst());
    }

    @Test
    void another_tag_asks_one_more_beside_the_holder_and_both_people_can_be_helped() {
        house.page().enrols(chosen("Chan", "papaya"), Optional.of(new Card("insulin", "", "", false)), "+12025550161");
        house.reporter().texts("6 #lotus");
        house.phoneOf("Rosa").takes();

        house.reporter().texts("6 #papaya");
        house.waits(ofMinutes(1));

        assertEquals(srey, house.theAlert().alert().enrolment());
        assertEquals(gateway.alert.AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertTrue(house.kinds(house.theAlert()).contains("more_asked"));
        var cards = (gateway.alert.OpeningCard.Result.Shown) house.page().opensCard("Noon", "both need medicine");
        assertEquals(java.util.List.of("Srey", "Chan"), cards.cards().stream().map(card -> card.alias()).toList());
    }

    @Test
    void an_enrolled_phone_that_was_lent_is_hers_again_when_she_comes_and_says_so() {
        house.page().enrols(chosen("Chan", "papaya"), Optional.empty(), "+12025550161");
        house.phone(HERS).texts("6 #papaya");
        assertTrue(house.phoneOf(house.theAlert()).borrowed());

        house.page().changes(srey, chosen("Srey", "lotus"));

        assertFalse(house.phoneOf(house.theAlert()).borrowed());
    }

    private Optional<Verdict> againstRinging() {
        return house.database(tx -> house.rules().againstRinging(tx, house.phoneOf(house.theAlert()), false));
    }

    static Enrolments.Chosen chosen(String alias, String tag) {
        return new Enrolments.Chosen(alias, new Wishes(ReplyMode.COVER, Language.KM, false, false, true), Set.of("contact_back"),
                tag);
    }
}
