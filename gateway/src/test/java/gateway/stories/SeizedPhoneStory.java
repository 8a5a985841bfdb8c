package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.ReplyRule.Verdict;
import gateway.member.BarReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone that somebody else may have in hand is sent nothing, whatever waited for it, until a human lifts that. */
class SeizedPhoneStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void a_responder_who_reported_is_asked_for_others_as_ever() {
        house.phoneOf("Rosa").texts("1");
        house.phoneOf("Rosa").receivedNothing();

        house.reporter().texts("1");

        assertEquals(1, house.phoneOf("Rosa").everythingAsked().size());
    }

    @Test
    void a_reply_the_carrier_has_not_taken_yet_is_not_sent_once_the_phone_is_seized() {
        house.carrier().answers(house.reporter().number(), FakeAnswer.TOO_MANY);
        house.reporter().texts("6");
        house.waits(ofMinutes(2).plusSeconds(1));
        var tries = house.reporter().received().size();
        assertTrue(tries > 0, "the reply was tried");

        house.carrier().answers(house.reporter().number(), FakeAnswer.ACCEPT);
        house.reporter().texts("1");
        house.waits(ofMinutes(3));

        assertEquals(tries, house.reporter().received().size());
    }

    @Test
    void a_reply_the_carrier_has_not_taken_yet_is_not_sent_once_a_human_says_that_the_phone_is_seized() {
        house.carrier().answers(house.reporter().number(), FakeAnswer.TOO_MANY);
        house.reporter().texts("6");
        house.waits(ofMinutes(2).plusSeconds(1));
        var tries = house.reporter().received().size();

        house.carrier().answers(house.reporter().number(), FakeAnswer.ACCEPT);
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().setSeized(tx, alert, noon.id(), true, "her friend says so"));
        house.waits(ofMinutes(3));

        assertEquals(tries, house.reporter().received().size());
    }

    @Test
    void what_waits_for_a_responders_phone_is_sent_even_if_she_reports_from_it() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.TOO_MANY);
        house.reporter().texts("6");
        var tries = house.phoneOf("Rosa").received().size();

        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.ACCEPT);
        house.phoneOf("Rosa").texts("1");
        house.waits(ofMinutes(3));

        assertTrue(house.phoneOf("Rosa").received().size() > tries);
    }

    @Test
    void a_lost_phone_is_sent_no_cover_reply() {
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));

        house.phoneOf("Rosa").rings();
        house.waits(ofMinutes(3));

        house.phoneOf("Rosa").receivedNothing();
        var rosas = house.phoneOf(house.theAlert());
        assertEquals(Optional.of(Verdict.BARRED), house.database(tx -> house.rules().againstRinging(tx, rosas, false)));
    }
}
