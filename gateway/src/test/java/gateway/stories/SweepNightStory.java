package gateway.stories;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One raid, forty phones, four volunteers who take what they can read and type. */
class SweepNightStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private final Set<String> typed = new HashSet<>();

    @Test
    void forty_alerts_of_one_sweep_are_all_taken_and_nobody_gets_more_than_three_texts_in_any_minute() {
        for (var i = 0; i < 40; i++) {
            house.phone("+120255501%02d".formatted(20 + i)).textsOnly(i % 4 == 0 ? "1 daun penh" : "2 daun penh");
            if (i % 4 == 3) {
                house.clock.turn(ofSeconds(6));
                house.turn();
            }
        }

        var minutes = 1;
        for (; !everyLadderIsHeld() && minutes < 20; minutes++) {
            for (var moment = 0; moment < 2; moment++) {
                house.clock.turn(ofSeconds(30));
                house.turn();
                type("Rosa", 2);
                type("Lina", 5);
                type("Amir", 3);
                type("Noon", 2);
                house.turn();
                eachIsHeldOrClimbs();
            }
        }
        house.clock.turn(ofSeconds(61));
        house.turn();

        assertTrue(everyLadderIsHeld(), "all are taken in the end");
        SweepStory.assertMostAMinute(house, 3);
        for (var alias : List.of("Rosa", "Amir", "Lina", "Noon")) {
            var texts = unasked(alias);
            assertTrue(texts <= 3L * minutes && texts < 40, alias + " got " + texts + " texts in " + minutes + " minutes");
        }
        assertEquals(0, house.kindsOfAll().stream().filter("unreached"::equals).count());
    }

    /** She takes so many of those she was asked for and has not answered, the newest text first. */
    private void type(String alias, int most) {
        var phone = house.phoneOf(alias);
        phone.everythingAsked().reversed().stream().map(Phone.Asked::code).filter(code -> !typed.contains(alias + code)).distinct()
                .limit(most).toList().forEach(code -> {
                    typed.add(alias + code);
                    phone.textsOnly("TAKE " + code);
                });
    }

    private void eachIsHeldOrClimbs() {
        for (var alert : house.alerts()) {
            for (var ladder : alert.ladders()) {
                assertTrue(ladder.holder().isPresent() || ladder.nextAt().isPresent(), alert + " stands still");
                assertTrue(ladder.nextAt().orElseThrow().isAfter(house.clock.instant().minusSeconds(1)), alert + " is late");
            }
        }
    }

    private boolean everyLadderIsHeld() {
        return house.alerts().stream().map(LockedAlert::ladders).flatMap(List::stream).map(Ladder::holder)
                .allMatch(Optional::isPresent);
    }

    /** Texts she did not ask for by one of her own. */
    private long unasked(String alias) {
        return house.database(tx -> tx.queryOne("""
                SELECT count(*) AS texts
                  FROM message
                 WHERE member_id = $1
                   AND kind = 'text'
                   AND purpose NOT LIKE 'answer%'
                   AND left_at IS NOT NULL
                """, row -> row.count("texts"), house.member(alias).id().value())).orElseThrow();
    }
}
