package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.ReplyRule.Verdict;
import gateway.member.BarReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone that somebody else may have in hand is sent nothing, whatever waited for it, until a human lifts that. */
class SeizedPhoneStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void a_responders_seized_phone_is_not_asked_even_when_her_own_alert_is_resolved_until_a_human_lifts_it() {
        house.phoneOf("Rosa").texts("1");
        house.onThePage("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));
        var hers = house.theAlert();

        house.reporter().texts("1");
        house.phoneOf("Rosa").receivedNothing();
        house.waits(ofMinutes(1));
        assertEquals(2, house.phoneOf("Amir").everythingAsked().size());

        var noon = house.member("Noon");
        house.database(tx -> {
            house.house().setSeized(tx, hers, noon.id(), false, "she is back");
            return tx;
        });
        house.phone("+12025550152").texts("1");
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
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
        house.onThePage("Noon", (tx, alert, noon) ->
                house.house().setSeized(tx, alert, noon.id(), true, "her friend says so"));
        house.waits(ofMinutes(3));

        assertEquals(tries, house.reporter().received().size());
    }

    @Test
    void what_waits_for_a_responders_phone_is_not_sent_once_she_reports_from_it() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.TOO_MANY);
        house.reporter().texts("6");
        var tries = house.phoneOf("Rosa").received().size();

        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.ACCEPT);
        house.phoneOf("Rosa").texts("1");
        house.waits(ofMinutes(3));

        assertEquals(tries, house.phoneOf("Rosa").received().size());
    }

    @Test
    void a_lost_phone_is_sent_no_cover_reply() {
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));

        house.phoneOf("Rosa").texts("who is this");
        house.waits(ofMinutes(3));

        house.phoneOf("Rosa").receivedNothing();
        var rosas = house.phoneOf(house.theAlert());
        assertEquals(Optional.of(Verdict.BARRED), house.database(tx -> house.rules().againstRinging(tx, rosas, false)));
    }

    @Test
    void a_phone_lost_while_its_reply_waits_is_told_nothing_and_the_timeline_says_why() {
        house.phoneOf("Rosa").texts("who is this");
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));
        house.waits(ofMinutes(3));

        house.phoneOf("Rosa").receivedNothing();
        assertTrue(house.kinds(house.theAlert()).contains("reply_withheld"));
    }
}
