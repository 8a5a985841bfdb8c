package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gateway.TestHouse;
import gateway.alert.LadderState;
import gateway.dispatch.Forced;
import gateway.roster.Discipline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three houses to which the same happens, but that Rosa is overdue in the second and forced in the third. Whoever holds her phone
 * learns nothing of it from our answers, and nothing comes of what is sent.
 */
class SameAnswerStory {

    @RegisterExtension
    final TestHouse ordinary = new TestHouse().withoutFolding();
    @RegisterExtension
    final TestHouse overdue = new TestHouse().withoutFolding();
    @RegisterExtension
    final TestHouse forced = new TestHouse().withoutFolding();

    /** HELD is the code of what she has, ASKED of what she is asked for; texts stand one after the other. */
    @ParameterizedTest
    @ValueSource(strings = {"HERE HELD|HERE HELD|here|HERE HELD", "here|HERE|here?", "take|HERE|TAKE ALL|LAW 5 girls", "TAKE 111111|TAKE 222222|PASS 333333",
        "TAKE 111111|TAKE 111112|TAKE 111113|TAKE 111114|TAKE 111115|HERE HELD", "HELD|ASKED", "TAKE ASKED", "ok take ASKED on my way", "PASS ASKED",
        "PASS ASKED till 6", "BACK HELD", "PASS HELD", "DONE HELD all ok free", "DONE HELD|HERE HELD", "MORE HELD 2", "MORE 2", "LAW HELD", "MED", "LANG HELD",
        "NOTE HELD they ask for papers", "can't take ASKED|TAKE ASKED?|TAKE ASKED PASS ASKED", "TAKE ASKED HELD", "TAKE ALL ASKED", "MORE ASKED", "DONE ASKED"})
    void a_forced_phone_hears_what_any_other_hears_and_nothing_comes_of_it(String texts) {
        Stream.of(ordinary, forced).forEach(SameAnswerStory::rosaHasOneAndIsAskedForAnother);
        forced.database(tx -> Forced.by(tx, forced.house().safetyTimers(), forced.member("Rosa"), held(forced), forced.clock.instant()));
        var before = standing(forced);

        var usual = answers(ordinary, texts);

        assertEquals(usual, answers(forced, texts));
        assertNotEquals(List.of(), usual);
        assertEquals(before, standing(forced));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HERE HELD|HERE HELD", "TAKE ASKED", "ok take ASKED on my way", "PASS ASKED", "PASS ASKED till 6", "BACK HELD",
        "PASS HELD", "DONE HELD all ok free", "MORE HELD 2", "LAW HELD", "LANG HELD", "TAKE ASKED HELD", "MORE ASKED", "DONE ASKED"})
    void an_overdue_phone_hears_the_same_where_it_shows_a_living_code_and_nothing_comes_of_it(String texts) {
        Stream.of(ordinary, overdue).forEach(SameAnswerStory::rosaHasOneAndIsAskedForAnother);
        rosaIsOverdue();
        var before = standing(overdue);

        assertEquals(answers(ordinary, texts), answers(overdue, texts));
        assertEquals(before, standing(overdue));
    }

    @ParameterizedTest
    @ValueSource(strings = {"here|HERE|here?", "take|HERE|TAKE ALL|LAW 5 girls", "TAKE 111111|TAKE 222222|PASS 333333", "MORE 2", "MED", "OUT",
        "ON", "ok thx on my way", "can't take ASKED"})
    void an_overdue_phone_stays_quiet_where_it_shows_none(String texts) {
        rosaHasOneAndIsAskedForAnother(overdue);
        rosaIsOverdue();
        var before = standing(overdue);

        assertEquals(List.of(), answers(overdue, texts));
        assertEquals(before, standing(overdue));
    }

    private void rosaIsOverdue() {
        overdue.database(tx -> Forced.late(tx, overdue.house().safetyTimers(), overdue.member("Rosa"), held(overdue), overdue.clock.instant()));
    }

    private static void rosaHasOneAndIsAskedForAnother(TestHouse house) {
        house.reporter().texts("2");
        house.phoneOf("Rosa").takes();
        house.phone("+12025550151").texts("1 daun penh");
        house.waits(ofMinutes(1));
    }

    private static List<String> answers(TestHouse house, String texts) {
        var rosa = house.phoneOf("Rosa");
        var before = rosa.received().size();
        var asked = rosa.everythingAsked().stream().map(Phone.Asked::code).toList();
        for (var text : texts.split("\\|")) {
            rosa.textsOnly(text.replace("HELD", asked.getFirst()).replace("ASKED", asked.getLast()));
            house.turn();
            house.clock.turn(ofSeconds(5));
        }
        // What leaves in the same moment may arrive in any order.
        return rosa.received().subList(before, rosa.received().size()).stream().sorted().toList();
    }

    private static gateway.alert.LockedAlert held(TestHouse house) {
        return house.alerts().stream().filter(alert -> alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().state()
                instanceof LadderState.Acknowledged).findFirst().orElseThrow();
    }

    private static List<LadderState> standing(TestHouse house) {
        return house.alerts().stream().map(alert -> alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().state()).toList();
    }
}
