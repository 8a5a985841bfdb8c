package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gateway.TestHouse;
import gateway.alert.OpeningCard.Opened;
import gateway.alert.OpeningCard.Result;
import gateway.contact.Card;
import gateway.entry.AlertEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A card is left for whoever helps: only an unresolved alert opens it, and each opening is written down. */
class SealedCardStory {

    private static final String HERS = "+12025550160";
    private static final Card CARD = new Card("ARV at eight", "two, with the neighbour", "her sister Mom", true);

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void an_unresolved_alert_opens_it_and_the_timeline_keeps_who_and_why_each_time() {
        house.page().enrols(BorrowedPhoneStory.chosen("Srey", "lotus"), Optional.of(CARD), HERS);
        house.phone(HERS).texts("2");

        var shown = assertInstanceOf(Result.Shown.class, house.page().opensCard("Rosa", "the nurse asks"));
        house.page().opensCard("Noon", "to ring her sister");

        assertEquals(List.of(new Opened("Srey", CARD)), shown.cards());
        var told = house.database(tx -> house.house().timeline(tx, house.theAlert())).stream()
                .filter(entry -> entry.entry() instanceof AlertEntry.CardOpened).toList();
        assertEquals(List.of("the nurse asks", "to ring her sister"),
                told.stream().map(entry -> ((AlertEntry.CardOpened) entry.entry()).reason()).toList());
        assertEquals(List.of("member:" + house.member("Rosa").id(), "member:" + house.member("Noon").id()),
                told.stream().map(entry -> entry.actor()).toList());
    }

    @Test
    void a_resolved_alert_opens_nothing() {
        house.page().enrols(BorrowedPhoneStory.chosen("Srey", "lotus"), Optional.of(CARD), HERS);
        house.phone(HERS).texts("2");
        house.page().does("Noon", (tx, alert, noon) -> house.house().resolve(tx, alert, noon.id(), List.of("test"), ""));

        assertInstanceOf(Result.AlreadyResolved.class, house.page().opensCard("Noon", "curious"));
    }

    @Test
    void an_alert_of_a_stranger_and_one_of_who_left_no_card_open_nothing() {
        house.page().enrols(BorrowedPhoneStory.chosen("Srey", "lotus"), Optional.empty(), HERS);
        house.phone(HERS).texts("2");

        assertInstanceOf(Result.NoCard.class, house.page().opensCard("Noon", "her medicine"));
    }

    @Test
    void who_withdraws_takes_her_card_along() {
        var srey = house.page().enrols(BorrowedPhoneStory.chosen("Srey", "lotus"), Optional.of(CARD), HERS);
        house.phone(HERS).texts("2");
        house.page().withdraws(srey);

        assertInstanceOf(Result.NoCard.class, house.page().opensCard("Noon", "her medicine"));
    }
}
