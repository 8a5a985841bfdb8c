package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Alert;
import gateway.alert.Ladder;
import gateway.entry.ReportEntry.ReportJoined;
import gateway.roster.Discipline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever holds the reporter's phone takes an alert from nobody, burns no rounds, and does not steer what dispatches say. */
class AfreshStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void no_text_from_her_phone_takes_it_from_its_holder_who_checks_in_as_before() {
        takenInDaunPenh();
        var held = peers();

        for (var words : List.of("all ok we go home now tuol kouk", "8 sen sok", "3 prey speu", "2 tuol kouk", "8", "STOP", "9", "1 sen sok",
                "4 beaten", "dont call sen sok")) {
            house.reporter().texts(words);
            assertEquals(held, peers(), words);
        }
        house.waits(ofMinutes(14));
        house.phoneOf("Rosa").texts("HERE " + house.phoneOf("Rosa").lastDispatch().code());

        assertEquals(1, house.phoneOf("Rosa").dispatches().size(), "she is told of texts, and not asked anew");
        assertEquals(held.holder(), peers().holder());
        assertTrue(peers().nextAt().orElseThrow().isAfter(held.nextAt().orElseThrow()));
    }

    @Test
    void the_holder_is_told_of_a_graver_code_at_once_and_one_more_is_asked_beside_her() {
        house.reporter().texts("6");
        house.phoneOf("Rosa").takes();

        house.reporter().texts("1");

        assertEquals(Optional.of(house.member("Rosa").id()), peers().holder());
        assertEquals(List.of("K " + alert().number() + ": new text C1 14:10. See the page."), notices());
        assertEquals("1", house.phoneOf("Amir").lastDispatch().mark());
        assertEquals(1, asked("Amir") + asked("Noon"));
    }

    @Test
    void another_place_asks_one_more_beside_the_holder_once_in_ten_minutes() {
        takenInDaunPenh();

        house.reporter().texts("1 tuol kouk");
        house.reporter().texts("1 sen sok");
        assertEquals(1, notices().size());
        assertEquals(1, afresh());
        house.waits(ofMinutes(10));
        house.reporter().texts("1 tuol kouk");

        assertEquals(2, afresh());
    }

    @Test
    void what_is_mild_safe_or_a_wish_for_silence_asks_nobody_by_its_place() {
        house.reporter().texts("1 daun penh");

        for (var words : List.of("6 medicine sen sok", "7 sen sok", "0 sen sok", "8 sen sok", "dont call sen sok", "9 tuol kouk", "STOP", "8",
                "all ok we go home now tuol kouk")) {
            house.reporter().texts(words);
        }

        assertEquals(1, asked("Rosa"));
    }

    @Test
    void texts_that_alternate_between_places_burn_no_rounds() {
        house.reporter().texts("1 daun penh");
        house.waits(ofMinutes(30));
        var before = peers().climb().round();

        for (var i = 0; i < 12; i++) {
            house.reporter().texts(i % 2 == 0 ? "1 tuol kouk" : "1 sen sok");
            house.waits(ofSeconds(1));
        }

        assertTrue(peers().climb().round() <= before + 2, () -> before + " to " + peers().climb().round());
    }

    @Test
    void dispatches_keep_the_place_and_the_code_of_custody_whatever_comes_later() {
        house.reporter().texts("3 prey speu");
        for (var words : List.of("3 daun penh", "8", "STOP", "9", "4 beaten", "3 sen sok", "dont call tuol kouk")) {
            house.reporter().texts(words);
            assertEquals("centre", alert().code(), words);
            assertEquals("PC", alert().area(), words);
        }
        house.waits(ofMinutes(6));

        assertTrue(alert().silenceAsked());
        assertEquals("3", house.phoneOf("Amir").lastDispatch().mark());
        assertEquals("PC", house.phoneOf("Amir").lastDispatch().area());
    }

    private void takenInDaunPenh() {
        house.reporter().texts("1 daun penh");
        house.phoneOf("Rosa").takes();
    }

    private int asked(String alias) {
        return house.phoneOf(alias).dispatches().size();
    }

    /** How often a report that joined was noted as one that asks afresh. */
    private long afresh() {
        return house.database(tx -> house.house().timeline(tx, house.theAlert())).stream()
                .filter(told -> told.entry() instanceof ReportJoined joined && joined.askedAfresh()).count();
    }

    private Alert alert() {
        return house.theAlert().alert();
    }

    private Ladder peers() {
        return house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow();
    }

    private List<String> notices() {
        return house.phoneOf("Rosa").received().stream().filter(words -> words.contains("new text")).toList();
    }
}
