package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.entry.Way;
import gateway.member.Member;
import gateway.roster.Discipline;
import gateway.safety.Forced;
import gateway.safety.SafetyTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two houses to which the same happens, but that Rosa is forced or overdue in the second. Whoever holds her phone learns nothing of
 * it from all that the phone is sent, and nothing comes of what it sends. What she is newly asked for is left out: such a phone is
 * asked for nothing.
 */
class SameAnswerStory {

    private static final int RANDOM = Integer.getInteger("same.answers", 1);
    private static final List<String> WORDS = List.of("HERE HELD", "TAKE HELD", "BACK HELD", "PASS HELD", "DONE HELD all ok", "MED HELD",
            "NOTE HELD they ask for papers", "HERE ASKED", "TAKE ASKED", "BACK ASKED", "PASS ASKED", "DONE ASKED", "TAKE ALL ASKED", "here",
            "take", "back", "ok thx on my way", "can't take ASKED", "TAKE 111111", "HELD", "wait 1", "wait 2", "IN 30", "IN 10", "IN", "IN 30 HELD",
            "IN 8 HELD", "IN 50 ASKED", "IN 300 HELD", "IN 20 111111", "OUT", "OUT HELD", "OUT ASKED", "OUT 111111", "ON", "ON 111111", "OFF",
            "COVER 111111", "NOTE ASKED she is calm", "wait 6", "wait 12", "MORE HELD 2", "MORE ASKED", "MORE", "LAW HELD", "LANG HELD", "LANG ASKED",
            "LANG", "LAW ASKED", "MED ASKED", "COVER HELD", "BACK 111111", "ON HELD", "OFF ASKED", "STOP", "START", "HERE HELD ASKED");

    @RegisterExtension
    final TestHouse ordinary = new TestHouse().withoutFolding();
    @RegisterExtension
    final TestHouse doubted = new TestHouse().withoutFolding();

    private interface Doubt {
        Member begin(Transaction tx, Member rosa, LockedAlert about);
    }

    /** HELD is the code of what she has, ASKED of what she is asked for; texts stand one after the other. */
    @Test
    void a_forced_phone_hears_what_any_other_hears_and_nothing_comes_of_it() {
        Stream.of("here|HERE|here?", "take|HERE|TAKE ALL|LAW 5 girls", "HELD|ASKED", "PASS ASKED till 6", "MORE HELD 2|LAW HELD|LANG HELD",
                "TAKE 111111|TAKE 111112|TAKE 111113|TAKE 111114|TAKE 111115|HERE HELD", "can't take ASKED|TAKE ASKED?|TAKE ASKED PASS ASKED",
                "TAKE ASKED HELD|MORE ASKED 1|DONE ASKED", "NOTE HELD they ask for papers|DONE HELD all ok free|HERE HELD")
                .forEach(texts -> hearsTheSame(this::forces, texts));
    }

    /** What she did before is what the phone goes on from. */
    @Test
    void a_forced_phone_hears_the_same_after_what_it_seemed_to_do() {
        Stream.of("TAKE ASKED|HERE ASKED|DONE ASKED|BACK ASKED|TAKE ASKED|BACK ASKED", "PASS ASKED|TAKE ASKED|HERE ASKED|take",
                "BACK HELD|HERE HELD|TAKE HELD|BACK HELD|here", "TAKE ASKED|here|PASS ASKED|ok thx on my way", "TAKE ASKED|wait 16|TAKE ASKED|HERE ASKED",
                "HERE HELD|wait 16|here|BACK HELD", "TAKE ASKED|wait 7|AMIR|HERE ASKED|here|BACK ASKED", "BACK HELD|ok thx on my way|IN 30|IN 30 HELD",
                "IN 30 HELD|here|IN 50 HELD|OUT|ok thx|OUT HELD|OUT HELD|here|wait 1", "IN 10|IN 30|wait 6|OUT|wait 1|OUT HELD|OUT|IN 6|IN")
                .forEach(texts -> hearsTheSame(this::forces, texts));
        atRandom(texts -> hearsTheSame(this::forces, texts));
    }

    /** Many random texts. MORE comes once: how many could be asked is told anew each time to a phone in doubt. */
    private static void atRandom(Consumer<String> hearsTheSame) {
        var seed = Long.getLong("same.seed", new Random().nextLong());
        var faults = new ArrayList<String>();
        for (var i = 0; i < RANDOM; i++) {
            var random = new Random(seed + i);
            var texts = new ArrayList<String>();
            for (var left = 3 + random.nextInt(6); left > 0; left--) {
                var text = WORDS.get(random.nextInt(WORDS.size()));
                if (!text.startsWith("MORE") || texts.stream().noneMatch(one -> one.startsWith("MORE"))) {
                    texts.add(text);
                }
            }
            try {
                hearsTheSame.accept(String.join("|", texts));
            } catch (AssertionError fault) {
                faults.add((seed + i) + ": " + fault.getMessage());
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    /** What it seemed to begin with a code keeps the phone quiet, and nothing of it says that it is over. */
    @Test
    void a_forced_phone_hears_the_same_when_the_time_it_began_is_over() {
        hearsTheSame(this::forces, "IN 8 HELD|wait 12|here|OUT|HERE HELD|OUT HELD|here|IN 20|wait 1");
    }

    /** As any other phone would, were its time not over: it is quiet until it seems to be out. */
    @Test
    void an_overdue_phone_that_says_out_hears_what_one_that_is_out_in_time_hears() {
        Stream.of(ordinary, doubted).forEach(SameAnswerStory::rosaHasOneAndIsAskedForAnother);
        played(ordinary, "IN 30 HELD");
        played(doubted, "IN 30 HELD");
        doubted.database(tx -> Forced.over(tx, doubted.house().safetyTimers(), doubted.member("Rosa"), doubted.clock.instant()));
        var before = standing(doubted);
        var texts = "here|OUT|OUT HELD|OUT HELD|here|ok thx on my way|IN 20|wait 1|IN 40 HELD|take";

        assertEquals(played(ordinary, texts), played(doubted, texts));

        assertEquals(before, standing(doubted));
        assertEquals(List.of(true), timersOfRosa(doubted).stream().map(timer -> timer.proven() && timer.isOverdue()).toList());
    }

    /** Her check-in ended with her time, and nothing told the phone of either. */
    @Test
    void a_phone_whose_time_inside_has_run_out_hears_what_one_whose_time_still_runs_hears() {
        Stream.of("HERE HELD|here|DONE HELD|NOTE HELD calm|IN 20 HELD|HERE HELD|OUT|OUT HELD|OUT HELD|here|HERE HELD|BACK HELD|TAKE HELD",
                "OUT HELD|here|LAW HELD|IN 10|OUT HELD|PASS HELD|HERE HELD", "BACK HELD|HERE HELD|OUT HELD|here")
                .forEach(this::hearsTheSameLate);
        // Others are asked for what she had, so that fewer are left whom MORE could ask.
        atRandom(texts -> hearsTheSameLate("here|" + texts.replaceAll("MORE[^|]*", "here")));
    }

    private void hearsTheSameLate(String texts) {
        Stream.of(ordinary, doubted).forEach(SameAnswerStory::rosaHasOneAndIsAskedForAnother);
        played(ordinary, "IN 240 HELD|wait 12");
        played(doubted, "IN 5 HELD|wait 12");
        var before = standing(doubted);
        try {
            assertEquals(played(ordinary, texts), played(doubted, texts), texts);

            if (!texts.contains("wait")) {
                assertEquals(before, standing(doubted));
            }
        } finally {
            Stream.of(ordinary, doubted).forEach(SameAnswerStory::ends);
        }
    }

    @Test
    void a_forced_phone_is_told_of_its_end_as_any_other() {
        hearsTheSame(this::forces, "TAKE ASKED|wait 1|END");
        hearsTheSame(this::forces, "PASS ASKED|BACK HELD|wait 1|END");
    }

    @Test
    void an_overdue_phone_hears_the_same_where_it_shows_a_living_code_and_nothing_comes_of_it() {
        Stream.of("HERE HELD|HERE HELD", "ok take ASKED on my way|HERE ASKED|BACK ASKED", "TAKE ASKED HELD", "PASS ASKED till 6", "BACK HELD",
                "DONE HELD all ok free|MORE HELD 2|LAW HELD|LANG HELD", "MORE ASKED|DONE ASKED")
                .forEach(texts -> hearsTheSame(this::delays, texts));
    }

    @Test
    void an_overdue_phone_stays_quiet_where_it_shows_none() {
        rosaHasOneAndIsAskedForAnother(doubted);
        inDoubt(this::delays);
        var before = standing(doubted);

        assertEquals(List.of(), played(doubted, "here|HERE|here?|take|TAKE ALL|LAW 5 girls|TAKE 111111|PASS 333333|MORE 2|MED|OUT|ON"
                + "|ok thx on my way|can't take ASKED").stream().filter(told -> !told.equals(List.of())).toList());
        assertEquals(before, standing(doubted));
    }

    /** After the call in which she gives one of her PINs, until long after what she has would have lapsed. */
    @Test
    void her_pin_for_duress_is_followed_by_what_follows_her_pin() {
        var heard = Stream.of(ordinary, doubted).map(house -> {
            house.database(tx -> {
                house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
                return tx;
            });
            house.reporter().texts("1");
            house.phoneOf("Rosa").takes();
            var code = house.phoneOf("Rosa").lastDispatch().code();
            for (var minutes : List.of(14, 58, 44)) {
                house.clock.turn(ofMinutes(minutes));
                house.phoneOf("Rosa").texts("HERE " + code);
            }
            house.waits(ofMinutes(2));
            var call = house.phoneOf("Rosa").answers().presses((house == ordinary ? "4821" : "9035") + "#");
            var before = house.phoneOf("Rosa").received().size();
            house.turn();
            house.clock.turn(ofMinutes(54));
            house.waits(ofMinutes(8));
            return call.heard() + " " + house.phoneOf("Rosa").received().stream().skip(before).filter(words -> Phone.asked(words).isEmpty())
                    .map(words -> words.replaceAll("\\d{6}", "CODE").replaceAll("\\d{4,12}-\\d", "K")).toList();
        }).toList();

        assertEquals(heard.getFirst(), heard.getLast());
        assertEquals(List.of(true, true), heard.stream().map(all -> all.contains("HERE CODE")).toList(), heard.getFirst());
    }

    private Member forces(Transaction tx, Member rosa, LockedAlert about) {
        return Forced.by(tx, doubted.house().safetyTimers(), rosa, about, doubted.clock.instant());
    }

    private Member delays(Transaction tx, Member rosa, LockedAlert about) {
        return Forced.late(tx, doubted.house().safetyTimers(), rosa, about, doubted.clock.instant());
    }

    private void hearsTheSame(Doubt doubt, String texts) {
        Stream.of(ordinary, doubted).forEach(SameAnswerStory::rosaHasOneAndIsAskedForAnother);
        inDoubt(doubt);
        var before = standing(doubted);
        try {
            var usual = played(ordinary, texts);

            assertEquals(usual, played(doubted, texts), texts);
            assertNotEquals(List.of(), usual);
            if (!texts.contains("wait") && !texts.contains("END")) {
                assertEquals(before, standing(doubted), texts);
            }
        } finally {
            Stream.of(ordinary, doubted).forEach(SameAnswerStory::ends);
        }
    }

    private void inDoubt(Doubt doubt) {
        doubted.database(tx -> doubt.begin(tx, doubted.member("Rosa"), unresolved(doubted).getFirst()));
    }

    private static void rosaHasOneAndIsAskedForAnother(TestHouse house) {
        house.reporter().texts("2");
        house.phoneOf("Rosa").textsOnly("TAKE " + house.phoneOf("Rosa").lastDispatch().code());
        house.clock.turn(ofSeconds(1));
        house.phone("+12025550151").textsOnly("1 daun penh");
        house.clock.turn(ofMinutes(1));
        house.turn();
        house.clock.turn(ofSeconds(10));
        // What a busy carrier refused goes out before the comparison begins.
        house.sends();
    }

    /** What the phone is sent after each text, without what it is newly asked for. */
    private static List<List<String>> played(TestHouse house, String texts) {
        var rosa = house.phoneOf("Rosa");
        var all = rosa.everythingAsked();
        var asked = all.getLast();
        var held = all.stream().filter(one -> !one.alert().equals(asked.alert())).reduce((_, later) -> later).orElseThrow();
        var told = new ArrayList<List<String>>();
        for (var text : texts.split("\\|")) {
            var before = rosa.received().size();
            if (text.startsWith("wait ")) {
                waits(house, Integer.parseInt(text.substring(5)));
            } else if (text.equals("AMIR")) {
                amirTakes(house);
            } else if (text.equals("END")) {
                resolve(house);
                house.turn();
            } else {
                rosa.textsOnly(text.replace("HELD", held.code()).replace("ASKED", asked.code()));
                house.sends();
            }
            house.clock.turn(ofSeconds(5));
            // What leaves in the same moment may arrive in any order.
            told.add(rosa.received().stream().skip(before).filter(words -> Phone.asked(words).isEmpty())
                    .map(words -> words.replace(held.code(), "HELD").replace(asked.code(), "ASKED").replaceAll("\\d{6}", "CODE")
                            .replace(held.alert(), "FIRST").replace(asked.alert(), "LAST").replace("LAST, FIRST", "FIRST, LAST")).sorted().toList());
        }
        return told;
    }

    private static void waits(TestHouse house, int minutes) {
        for (var left = minutes; left > 0; left -= 4) {
            house.clock.turn(ofMinutes(Math.min(4, left)));
            house.turn();
        }
    }

    /** Where Rosa only seems to have it, Amir is asked. */
    private static void amirTakes(TestHouse house) {
        var amir = house.member("Amir");
        house.database(tx -> house.house().dispatches().liveOf(tx, amir.id()).stream().findFirst().map(dispatch -> house.house().acknowledge(tx,
                house.alerts().stream().filter(alert -> alert.alert().id().equals(dispatch.alert())).findFirst().orElseThrow(),
                Discipline.PEER_ADVOCATE, amir.id(), Way.PAGE)).isPresent());
        house.turn();
    }

    private static List<LockedAlert> unresolved(TestHouse house) {
        return house.alerts().stream().filter(alert -> alert.alert().resolvedAt() == null).toList();
    }

    private static void resolve(TestHouse house) {
        var noon = house.member("Noon");
        unresolved(house).forEach(alert -> house.database(tx -> {
            house.house().resolve(tx, alert, noon.id(), List.of("escaped"), "");
            return tx;
        }));
    }

    /** All is over, and Rosa is cleared, before the next texts. */
    private static void ends(TestHouse house) {
        var about = house.alerts();
        resolve(house);
        about.forEach(alert -> house.database(tx -> house.house().clear(tx, alert, house.member("Rosa"), house.member("Noon").id(), "I saw her")));
        house.testDatabase().tamper("DELETE FROM wrong_code");
        house.clock.turn(ofMinutes(12));
    }

    private static List<SafetyTimer> timersOfRosa(TestHouse house) {
        return house.database(tx -> house.house().safetyTimers().standingOf(tx, List.of(house.member("Rosa").id())));
    }

    private static List<Ladder> standing(TestHouse house) {
        return unresolved(house).stream().map(alert -> alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow()).toList();
    }
}
