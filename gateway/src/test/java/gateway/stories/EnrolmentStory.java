package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.ReplyRule.Verdict;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person chose to be known, and how; at a hotline that answers strangers with a neutral text. */
class EnrolmentStory {

    private static final String HERS = "+12025550160";
    private static final String HER_OTHER = "+12025550161";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void who_chose_silence_is_never_answered_though_strangers_are() {
        enrolled(ReplyMode.SILENT, false, HERS);
        house.phone(HERS).texts("6");
        house.reporter().texts("6");
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
        assertEquals(1, house.reporter().received().size());
    }

    @Test
    void an_alert_from_either_of_her_phones_is_hers() {
        var srey = enrolled(ReplyMode.COVER, false, HERS, HER_OTHER);
        house.phone(HERS).texts("6");
        house.phone(HER_OTHER).texts("0");

        assertEquals(List.of(srey, srey), house.alerts().stream().map(alert -> alert.alert().enrolment()).toList());
    }

    @Test
    void who_turns_silent_while_a_reply_waits_is_not_answered() {
        var srey = enrolled(ReplyMode.PLAIN, false, HERS);
        house.phone(HERS).texts("6");
        house.page().changes(srey, chosen(ReplyMode.SILENT, false));
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
        assertTrue(house.kinds(house.theAlert()).contains("reply_withheld"));
    }

    @Test
    void only_who_chose_so_is_called_back_and_not_while_her_phone_may_be_seized() {
        enrolled(ReplyMode.SILENT, true, HERS);
        house.phone(HERS).texts("0");
        assertEquals(Optional.empty(), againstCallingBack());

        house.phone(HERS).texts("2");

        assertEquals(Optional.of(Verdict.PRESUMED_SEIZED), againstCallingBack());
    }

    @Test
    void a_stranger_is_not_called_back_but_a_human_may_ring() {
        house.reporter().texts("0");

        assertEquals(Optional.of(Verdict.NOT_OPTED_IN), againstCallingBack());
        assertEquals(Optional.empty(), house.database(tx -> house.rules().againstRinging(tx, house.phoneOf(house.theAlert()),
                house.theAlert().alert().silenceAsked())));
    }

    @Test
    void a_text_from_one_of_our_own_numbers_or_a_police_line_opens_an_alert_and_is_never_answered() {
        for (var sender : List.of(TestHouse.HOTLINE, "+85523997919", "117", "anonymous", "+266696687", "Umbrella")) {
            house.phone(sender).texts("6");
        }
        // What is mild opens nothing where a short code or a name sends it: a machine may have written it.
        assertEquals(4, house.alerts().size());
        house.phone("117").texts("1");
        house.phone("Umbrella").texts("1");
        house.waits(ofMinutes(3));

        assertEquals(6, house.alerts().size());
        for (var sender : List.of(TestHouse.HOTLINE, "+85523997919", "117", "anonymous", "+266696687", "Umbrella")) {
            house.phone(sender).receivedNothing();
        }
    }

    @Test
    void two_withheld_numbers_are_not_one_person() {
        house.phone("+266696687").texts("6");
        house.phone("+266696687").texts("6");

        assertEquals(2, house.alerts().size());
    }

    private Optional<Verdict> againstCallingBack() {
        var alert = house.theAlert();
        return house.database(tx -> house.rules().againstCallingBack(tx, house.phoneOf(alert), alert.alert().silenceAsked()));
    }

    private EnrolmentId enrolled(ReplyMode mode, boolean callBack, String... phones) {
        return house.page().enrols(chosen(mode, callBack), Optional.empty(), phones);
    }

    private static Enrolments.Chosen chosen(ReplyMode mode, boolean callBack) {
        return new Enrolments.Chosen("Srey", new Wishes(mode, Language.KM, false, false, callBack), Set.of("callback_voice"), null);
    }
}
