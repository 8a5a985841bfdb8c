package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.Deciding;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever says that she is safe may be forced to. Outside nothing tells what the word was; inside it is graver. */
class SafeWordStory {

    private static final String RIGHT = "+12025550161";
    private static final String ABSENT = "+12025550162";
    private static final String WRONG = "+12025550163";
    private static final String DURESS = "+12025550164";
    private static final List<String> ALL = List.of(RIGHT, ABSENT, WRONG, DURESS);

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @BeforeEach
    void four_people_are_enrolled_with_the_same_words_and_somebody_has_each_of_their_alerts() {
        for (var phone : ALL) {
            house.page().enrols(new Enrolments.Chosen("Srey " + phone.substring(10), new Wishes(ReplyMode.COVER, Language.KM, false, false,
                    false), Set.of(), null), "mango", "papaya", phone);
            house.phone(phone).texts("6 medicine");
            house.waits(ofMinutes(2));
            house.phoneOf("Rosa").takes();
        }
        house.waits(ofMinutes(4));
    }

    @Test
    void right_absent_wrong_and_duress_look_the_same_outside_in_every_respect() {
        var before = ALL.stream().map(phone -> house.phone(phone).received().size()).toList();

        var answers = new ArrayList<String>();
        for (var text : texts()) {
            var answer = house.carrier().text(text.phone(), TestHouse.HOTLINE, text.words());
            answers.add(answer.statusCode() + " " + answer.body() + " " + new java.util.TreeMap<>(answer.headers().map()));
        }
        house.turn();
        house.waits(ofMinutes(30));

        assertEquals(1, Set.copyOf(answers).size(), answers.toString());
        assertEquals(before, ALL.stream().map(phone -> house.phone(phone).received().size()).toList());
        assertEquals(1, before.stream().distinct().count());
        assertEquals(1, ALL.stream().map(this::contactPoint).distinct().count());
    }

    @Test
    void with_the_right_word_it_is_proposed_as_that_and_nobody_is_asked_afresh() {
        house.phone(RIGHT).texts("8 mango");

        assertEquals(List.of(Proposal.WORD_GIVEN), proposed(RIGHT));
        assertEquals(AlertState.ACKNOWLEDGED, alertOf(RIGHT).state());
        var alert = alertOf(RIGHT);
        assertEquals(Deciding.Result.DECIDED, house.database(tx -> house.house().decide(tx, alert,
                house.house().proposals(tx, alert).getFirst(), true, house.member("Noon"))));
        assertEquals(AlertState.ACKNOWLEDGED, alertOf(RIGHT).state());
        assertEquals("need", alertOf(RIGHT).alert().code());
    }

    @Test
    void without_the_word_or_with_a_wrong_one_or_the_one_for_duress_it_is_unconfirmed_and_asked_afresh() {
        for (var text : texts().subList(1, 4)) {
            house.phone(text.phone()).texts(text.words());

            assertEquals(List.of(text.phone().equals(DURESS) ? Proposal.DURESS_WORD : Proposal.NO_WORD), proposed(text.phone()));
            assertEquals(AlertState.ACKNOWLEDGED, alertOf(text.phone()).state(), "whoever has it keeps it");
            assertTrue(house.kinds(alertOf(text.phone())).contains("asked_afresh"), text.phone());
            assertTrue(house.kinds(alertOf(text.phone())).contains("more_asked"), text.phone());
            assertEquals("need", alertOf(text.phone()).alert().code());
        }
    }

    @Test
    void a_text_is_committed_before_anybody_looks_at_its_word_and_until_then_all_four_stand_alike() {
        for (var text : texts()) {
            house.phone(text.phone()).textsOnly(text.words());

            assertEquals(List.of(), proposed(text.phone()));
            assertEquals(AlertState.ACKNOWLEDGED, alertOf(text.phone()).state());
            assertTrue(house.wordsOf(alertOf(text.phone())).contains(text.words()));
        }
        assertEquals(4, waiting());

        house.turn();

        assertEquals(List.of(Proposal.WORD_GIVEN, Proposal.NO_WORD, Proposal.NO_WORD, Proposal.DURESS_WORD),
                ALL.stream().map(phone -> proposed(phone).getFirst()).toList());
        assertEquals(List.of(false, true, true, true),
                ALL.stream().map(phone -> house.kinds(alertOf(phone)).contains("asked_afresh")).toList());
        assertEquals(0, waiting());
    }

    @Test
    void a_word_that_nobody_could_compare_in_time_counts_as_wrong() {
        house.phone(RIGHT).textsOnly("8 mango");
        house.clock.turn(ofSeconds(20));

        house.turn();

        assertEquals(List.of(Proposal.NO_WORD), proposed(RIGHT));
        assertTrue(house.kinds(alertOf(RIGHT)).contains("asked_afresh"));
        assertEquals(0, waiting());
    }

    @Test
    void what_responders_are_texted_stays_coded() {
        texts().forEach(text -> house.phone(text.phone()).texts(text.words()));
        house.waits(ofMinutes(6));

        for (var alias : List.of("Rosa", "Amir", "Lina", "Noon")) {
            assertTrue(house.phoneOf(alias).received().stream().noneMatch(words -> words.toLowerCase(java.util.Locale.ROOT)
                    .matches(".*(safe|duress|mango|papaya|forced|unconfirmed).*")), alias);
        }
    }

    private record Text(String phone, String words) {}

    private static List<Text> texts() {
        return List.of(new Text(RIGHT, "8 mango"), new Text(ABSENT, "8"), new Text(WRONG, "8 banana"), new Text(DURESS, "8 papaya"));
    }

    private LockedAlert alertOf(String phone) {
        return house.alertOf(house.phone(phone));
    }

    private int waiting() {
        return house.database(tx -> tx.query("SELECT 1 AS one FROM safe_word_try", row -> row.number("one"))).size();
    }

    private List<String> proposed(String phone) {
        var alert = alertOf(phone);
        return house.database(tx -> house.house().proposals(tx, alert)).stream().map(Proposal::what).toList();
    }

    /** All that decides how the phone is spoken to. */
    private String contactPoint(String phone) {
        var alert = alertOf(phone);
        return house.database(tx -> tx.queryOne("""
                SELECT reply_mode || presumed_seized || blocked_by_carrier || borrowed || call_back AS all_of_it
                  FROM contact_point
                 WHERE id = $1
                """, row -> row.text("all_of_it"), alert.alert().contactPoint().value())).orElseThrow();
    }
}
