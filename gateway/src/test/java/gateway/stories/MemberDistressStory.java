package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertNumber;
import gateway.alert.AlertState;
import gateway.alert.LockedAlert;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A responder is in distress herself. An alert says so, others are asked beside her, and a number alone takes nothing from her. */
class MemberDistressStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @ValueSource(strings = {"1", "polis chab knhom", "they took me"})
    void it_opens_an_alert_and_one_more_is_asked_beside_her_and_she_keeps_what_she_has(String words) {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        rosa.takes();
        var code = rosa.lastDispatch().code();
        var hers = house.theAlert().alert().number();
        var until = ladder(hers);

        rosa.texts(words);

        assertEquals(2, house.alerts().size());
        assertEquals(until, ladder(hers), "nothing of it is changed");
        assertTrue(house.kinds(house.alert(hers)).contains("more_asked"));
        assertTrue(house.kinds(ofRosa()).contains("from_member"));
        assertEquals(2, house.phoneOf("Amir").everythingAsked().size(), "beside her, and for herself");
        assertTrue(house.phoneOf("Amir").received().stream().noneMatch(text -> text.contains("Rosa's phone")));
        house.waits(ofMinutes(1));
        rosa.texts("HERE " + code);
        assertEquals(AlertState.ACKNOWLEDGED, house.alert(hers).state());
        assertTrue(house.alert(hers).ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void again_and_again_it_joins_and_asks_no_more_beside_her() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var hers = house.theAlert().alert().number();

        for (var i = 0; i < 5; i++) {
            house.phoneOf("Rosa").texts("1");
        }

        assertEquals(2, house.alerts().size());
        assertEquals(1, house.kinds(house.alert(hers)).stream().filter("more_asked"::equals).count());
    }

    @Test
    void her_wish_for_silence_is_distress_and_is_not_answered() {
        house.reporter().texts("1");
        var texts = house.phoneOf("Rosa").received().size();

        house.phoneOf("Rosa").texts("9");

        assertEquals(2, house.alerts().size());
        assertEquals(texts, house.phoneOf("Rosa").received().size());
    }

    @Test
    void in_doubt_it_is_both_an_alert_and_words_on_what_she_has() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var hers = house.theAlert().alert().number();

        house.phoneOf("Rosa").texts("they arrested lina");

        assertEquals(2, house.alerts().size());
        assertTrue(house.kinds(house.alert(hers)).contains("member_texted"));
    }

    /** What she has is hers still, and her command is done or asked back as ever. */
    @ParameterizedTest
    @ValueSource(strings = {"HERE CODE they arrested me", "CODE they took me", "CODE help me", "is it CODE? police took me", "LAW they arrested me",
            "CODE 1", "IN 30 CODE they beat me", "HERE 111111 they arrested me"})
    void beside_a_code_it_is_both_an_alert_and_what_the_code_says(String words) {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        rosa.takes();
        var code = rosa.lastDispatch().code();
        var hers = house.theAlert().alert().number();
        var before = rosa.received().size();

        rosa.texts(words.replace("CODE", code));

        assertEquals(2, house.alerts().size());
        assertTrue(house.kinds(ofRosa()).contains("from_member"));
        assertTrue(house.alert(hers).ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertEquals(before + 1, rosa.received().size(), "answered as without it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HERE CODE they arrested her", "HERE CODE at the police station", "MORE CODE 2", "DONE CODE all ok", "CODE 6",
            "HERE CODE i will help them", "NOTE CODE 2 girls taken", "HERE CODE i am at the police"})
    void beside_a_code_what_tells_of_others_is_of_the_alert_she_has(String words) {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();

        house.phoneOf("Rosa").texts(words.replace("CODE", house.phoneOf("Rosa").lastDispatch().code()));

        assertEquals(1, house.alerts().size());
    }

    @Test
    void from_a_phone_that_was_asked_for_nothing_whatever_reads_as_one_to_five_opens_an_alert() {
        house.phoneOf("Amir").texts("police at my house");

        assertEquals(1, house.alerts().size());
        assertTrue(house.kinds(house.theAlert()).contains("from_member"));
        assertFalse(house.phoneOf("Rosa").everythingAsked().isEmpty());
    }

    @Test
    void a_text_that_proposes_nothing_of_her_own_leaves_her_asked_for_the_next_alert() {
        house.phoneOf("Rosa").texts("1");

        house.reporter().texts("1");

        assertEquals(List.of(2), List.of(house.alerts().size()));
        assertFalse(house.phoneOf("Rosa").dispatches().isEmpty(), "who has reported stays asked");
    }

    private LockedAlert ofRosa() {
        return house.alertOf(house.phoneOf("Rosa"));
    }

    private Object ladder(AlertNumber number) {
        return house.alert(number).ladder(Discipline.PEER_ADVOCATE).orElseThrow();
    }
}
