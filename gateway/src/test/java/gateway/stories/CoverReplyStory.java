package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organisation chose that its hotline answers strangers with one neutral text. */
class CoverReplyStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void one_neutral_reply_an_alert_after_thirty_to_a_hundred_and_twenty_seconds() {
        house.reporter().texts("6");
        house.waits(ofSeconds(29));
        house.reporter().receivedNothing();

        house.waits(ofSeconds(92));
        house.reporter().texts("6 please");
        house.waits(ofMinutes(5));

        assertEquals(1, house.reporter().received().size());
        assertTrue(house.house().phrases().list(Language.KM, "cover").contains(house.reporter().lastReceived()));
    }

    @Test
    void a_phone_that_a_grave_code_came_from_is_presumed_seized_and_told_nothing() {
        for (var digit : "123459".toCharArray()) {
            house.phone("+1202555016" + digit).texts(String.valueOf(digit));
        }
        house.waits(ofMinutes(3));

        for (var digit : "123459".toCharArray()) {
            house.phone("+1202555016" + digit).receivedNothing();
        }
    }

    @Test
    void a_phone_seized_while_the_reply_waits_is_told_nothing_and_the_timeline_says_why() {
        house.reporter().texts("6");

        house.reporter().texts("1");
        house.waits(ofMinutes(3));

        house.reporter().receivedNothing();
        assertTrue(house.kinds(house.theAlert()).contains("reply_withheld"));
    }

    /** Words nobody knows, grave words, a wish for silence, and any tag: whether somebody has it, no answer may tell. */
    @ParameterizedTest
    @ValueSource(strings = {"they raped us in the truck", "dont text me they have my phone", "កំុតេ", "6 zxqwv", "#lotus 6", "stop", "6 no call"})
    void nothing_after_words_that_are_not_mild_as_a_whole(String words) {
        house.reporter().texts(words);
        house.waits(ofMinutes(4));

        house.reporter().receivedNothing();
    }

    @Test
    void a_tag_that_somebody_has_and_one_that_nobody_has_get_the_same_answer() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.COVER, Language.KM, false, false, true), Set.of(), "lotus"),
                Optional.empty(), "+12025550181");
        var known = house.phone("+12025550182");
        var unknown = house.phone("+12025550183");

        known.texts("#lotus 6");
        unknown.texts("#mango 6");
        house.waits(ofMinutes(4));

        known.receivedNothing();
        unknown.receivedNothing();
    }

    /** Whoever holds the phone tries a tag, and later a digit by itself: once while its alert is open, once after that is over. */
    @Test
    void nor_does_a_later_text_tell_whether_a_tag_is_somebodys() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.COVER, Language.KM, false, false, true), Set.of(), "lotus"),
                Optional.empty(), "+12025550181");
        var known = house.phone("+12025550182");
        var unknown = house.phone("+12025550183");
        var without = house.phone("+12025550184");
        known.texts("#lotus 6");
        unknown.texts("#mango 6");
        without.texts("6 zxqwv");

        for (var again = 0; again < 2; again++) {
            for (var alert : house.alerts().stream().filter(one -> one.alert().resolvedAt() == null).toList()) {
                house.database(tx -> {
                    house.house().resolve(tx, house.alert(alert.alert().number()), house.member("Noon").id(), List.of("false_alarm"), "");
                    return tx;
                });
            }
            known.texts("6");
            unknown.texts("6");
            without.texts("6");
            house.waits(ofMinutes(4));
        }

        assertEquals(2, without.received().size(), "without a tag each alert has its reply");
        known.receivedNothing();
        unknown.receivedNothing();
    }

    @Test
    void words_that_are_not_understood_take_back_a_reply_that_waits() {
        house.reporter().texts("6");

        house.reporter().texts("zxqwv they are here");
        house.waits(ofMinutes(4));

        house.reporter().receivedNothing();
        assertTrue(house.kinds(house.theAlert()).contains("reply_withheld"));
    }

    @Test
    void nothing_at_night() {
        house.clock.turn(ofHours(7));

        house.reporter().texts("6");
        house.waits(ofMinutes(3));

        house.reporter().receivedNothing();
    }

    @Test
    void a_reply_nobody_knows_the_fate_of_is_never_sent_again() {
        house.reporter().texts("6");
        house.carrier().answers(house.reporter().number(), FakeAnswer.ACCEPT_THEN_DROP);

        house.waits(ofMinutes(10));

        assertEquals(1, house.carrier().postsTo(house.reporter().number()).size());
    }
}
