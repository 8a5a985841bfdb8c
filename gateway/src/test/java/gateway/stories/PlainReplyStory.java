package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person chose at enrolment to be told openly; she is, once, only what is so, and never while her phone may be seized. */
class PlainReplyStory {

    private static final String HERS = "+12025550160";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void she_is_told_once_that_somebody_is_asked_in_her_language_after_a_while() {
        enrolled(ReplyMode.PLAIN, Language.KM, false, false);
        house.phone(HERS).texts("6 medicine");
        house.waits(ofSeconds(29));
        house.phone(HERS).receivedNothing();

        house.waits(ofSeconds(92));
        house.phone(HERS).texts("6 please");
        house.waits(ofMinutes(5));

        assertEquals(1, house.phone(HERS).received().size());
        assertTrue(wordings(Language.KM, "plain.asked").contains(house.phone(HERS).lastReceived()));
    }

    @Test
    void she_is_told_that_somebody_has_it_when_somebody_has() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.phone(HERS).texts("6");
        house.phoneOf("Rosa").takes();

        house.waits(ofMinutes(3));

        assertTrue(wordings(Language.EN, "plain.taken").contains(house.phone(HERS).lastReceived()));
    }

    @Test
    void she_is_told_that_nobody_has_answered_when_nobody_is_left_to_answer() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.phone(HERS).textsOnly("6");
        for (var alias : List.of("Rosa", "Amir", "Lina", "Noon")) {
            house.carrier().answers(house.phoneOf(alias).number(), FakeAnswer.refuse(21211));
        }
        house.turn();

        house.waits(ofMinutes(3));

        assertTrue(wordings(Language.EN, "plain.nobody-yet").contains(house.phone(HERS).lastReceived()));
    }

    @Test
    void a_phone_that_shows_latin_letters_only_gets_no_others() {
        enrolled(ReplyMode.PLAIN, Language.KM, true, false);
        house.phone(HERS).texts("6");
        house.waits(ofMinutes(3));

        assertTrue(wordings(Language.KM, "latin.plain.asked").contains(house.phone(HERS).lastReceived()));
    }

    @Test
    void after_a_grave_code_she_is_told_nothing_whatever_she_chose() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, true);
        house.phone(HERS).texts("6");

        house.phone(HERS).texts("2");
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
        assertTrue(house.kinds(house.theAlert()).contains("reply_withheld"));
    }

    @Test
    void a_plain_reply_the_carrier_has_not_taken_yet_is_not_sent_once_the_phone_is_seized() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.carrier().answers(HERS, FakeAnswer.TOO_MANY);
        house.phone(HERS).texts("6");
        house.waits(ofMinutes(2).plusSeconds(1));
        var tries = house.phone(HERS).received().size();
        assertTrue(tries > 0, "the reply was tried");

        house.carrier().answers(HERS, FakeAnswer.ACCEPT);
        house.phone(HERS).texts("1");
        house.waits(ofMinutes(3));

        assertEquals(tries, house.phone(HERS).received().size());
    }

    @Test
    void at_night_only_who_chose_so_is_told() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.page().enrols(new Enrolments.Chosen("Chan", new Wishes(ReplyMode.PLAIN, Language.EN, false, true, false), Set.of(), null),
                Optional.empty(), "+12025550161");
        house.clock.turn(ofHours(8));

        house.phone(HERS).texts("6");
        house.phone("+12025550161").texts("6");
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
        assertEquals(1, house.phone("+12025550161").received().size());
    }

    @Test
    void who_asks_for_silence_is_told_nothing_even_when_the_phone_is_hers_again() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.phone(HERS).texts("6");
        house.phone(HERS).texts("9");
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she rang"));
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
        assertTrue(house.theAlert().alert().silenceAsked());
    }

    @Test
    void a_resolved_alert_is_not_answered_any_more() {
        enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.phone(HERS).texts("6");
        house.page().does("Noon", (tx, alert, noon) -> house.house().resolve(tx, alert, noon.id(), List.of("test"), ""));
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
    }

    @Test
    void who_withdraws_is_a_stranger_again() {
        var srey = enrolled(ReplyMode.PLAIN, Language.EN, false, false);
        house.phone(HERS).texts("6");
        house.page().withdraws(srey);
        house.waits(ofMinutes(3));

        house.phone(HERS).receivedNothing();
    }

    private EnrolmentId enrolled(ReplyMode mode, Language language, boolean latinOnly, boolean atNight) {
        return house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(mode, language, latinOnly, atNight, false), Set.of(), null),
                Optional.empty(), HERS);
    }

    private List<String> wordings(Language language, String key) {
        return house.house().phrases().list(language, key);
    }
}
