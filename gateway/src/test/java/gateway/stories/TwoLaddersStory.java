package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.roster.Discipline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rosa is a peer and a lawyer: two ladders of one alert ask her. */
class TwoLaddersStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ member: Lina,", "{ member: Rosa,"));

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void she_reads_of_it_once_and_each_of_its_two_codes_takes_one_ladder() {
        house.reporter().texts("2 daun penh");

        assertEquals(1, rosa().received().size(), rosa().received().toString());
        var asked = Phone.asked(rosa().lastReceived());
        assertEquals(2, asked.size());
        assertTrue(rosa().lastReceived().contains(", LAW " + asked.getLast().code()), rosa().lastReceived());
        rosa().texts("TAKE " + asked.getLast().code());

        assertTrue(house.theAlert().ladder(Discipline.LEGAL_AID).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isEmpty(), "a lawyer is no peer");
        rosa().texts("TAKE " + asked.getFirst().code());
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void a_digest_lists_each_alert_once_and_counts_alerts() {
        for (var i = 0; i < 4; i++) {
            house.phone("+1202555012" + i).texts("2 daun penh");
        }
        house.waits(ofMinutes(1));

        var digest = rosa().digests().getFirst();
        assertTrue(digest.startsWith("K many DP: 3 alerts."), digest);
        assertEquals(4, digest.lines().count(), digest);
        assertEquals(6, Phone.asked(digest).size(), "a code for each ladder");
    }

    /** Digests, answers, stand-downs and notices: whoever reads over her shoulder must not learn what it is about. */
    @Test
    void no_text_names_what_anybody_does() {
        house.reporter().texts("2 daun penh");
        house.phone("+12025550121").texts("2 daun penh");
        house.waits(ofMinutes(2));
        var first = Phone.asked(rosa().received().getFirst());
        rosa().texts("TAKE " + first.getLast().code());
        rosa().texts("TAKE " + first.getFirst().code());
        for (var words : List.of("LAW ", "MED ", "LANG ", "IN 30 ", "OUT ", "DONE ")) {
            rosa().texts(words + first.getFirst().code());
        }
        house.waits(ofMinutes(30));

        for (var alias : List.of("Rosa", "Amir", "Lina", "Noon")) {
            for (var text : house.phoneOf(alias).received()) {
                Stream.of(Discipline.values()).filter(one -> one != Discipline.COORDINATOR).forEach(discipline -> assertFalse(text.contains(discipline.word()), text));
            }
        }
    }

    @Test
    void who_is_asked_still_on_one_is_not_told_to_stand_down_when_another_takes_the_other() {
        house.reporter().texts("2 daun penh");
        house.waits(ofMinutes(5));

        house.phoneOf("Amir").takes();
        house.waits(ofMinutes(2));

        assertFalse(rosa().received().stream().anyMatch(words -> words.contains("Stand down")), rosa().received().toString());
    }
}
