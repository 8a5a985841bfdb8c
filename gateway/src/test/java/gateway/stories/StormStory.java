package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.database.Collisions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Everything at once: every loop and many doors in threads on one database, for a bounded number of steps. Nobody is the
 * victim of a deadlock, and afterwards every alert is what its entries tell (which {@link TestHouse} checks).
 */
class StormStory {

    private static final List<String> RESPONDERS = List.of("Rosa", "Amir", "Noon");
    private static final int PHASES = Integer.getInteger("storm.phases", 12);
    private static final int TURNS = 6;
    private static final int TEXTS = 8;
    private static final int DOORS = 6;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private final long seed = Long.getLong("storm.seed", new Random().nextLong());

    @Test
    void loops_and_doors_at_once_end_nobodys_work_by_a_deadlock_and_strand_no_alert() throws Exception {
        System.out.println("storm: seed " + seed);
        for (var phase = 0; phase < PHASES; phase++) {
            house.clock.turn(Duration.ofSeconds(25));
            rage(new Random(seed + phase));
        }
        house.clock.turn(Duration.ofMinutes(1));
        house.turn();

        assertEquals(0, house.testDatabase().collisions().count(Collisions.Kind.DEADLOCK), "deadlocks, seed " + seed);
        assertEquals(List.of(), stranded(), "seed " + seed);
        assertTrue(house.kindsOfAll().stream().filter("acknowledged"::equals).count() > 0, "somebody took something");
    }

    /** Each loop and each door on a thread of its own, all begun at once. */
    private void rage(Random random) throws Exception {
        var acts = new ArrayList<Callable<?>>();
        house.loops().forEach((name, loop) -> acts.add(() -> {
            for (var turn = 0; turn < TURNS; turn++) {
                loop.run();
            }
            return name;
        }));
        for (var door = 0; door < DOORS; door++) {
            var mine = new Random(random.nextLong());
            acts.add(() -> {
                for (var text = 0; text < TEXTS; text++) {
                    somebodyTexts(mine);
                }
                return mine;
            });
        }
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a thread of the storm failed, seed " + seed, failed.getCause());
        }
    }

    private void somebodyTexts(Random random) {
        var responder = house.phoneOf(RESPONDERS.get(random.nextInt(RESPONDERS.size())));
        var asked = responder.everythingAsked();
        if (asked.isEmpty() || random.nextInt(3) == 0) {
            var reporter = "+120255501" + (50 + random.nextInt(20));
            house.hears(reporter, List.of("1", "2 daun penh", "1 3", "help", "6").get(random.nextInt(5)));
        } else {
            var word = List.of("TAKE", "TAKE", "TAKE", "PASS", "BACK", "HERE", "MORE").get(random.nextInt(7));
            house.hears(responder.number(), word + " " + asked.get(asked.size() - 1 - random.nextInt(Math.min(5, asked.size()))).code());
        }
    }

    /** Unresolved alerts of which a ladder has nothing due, or whose turn failed. */
    private List<String> stranded() {
        return house.database(tx -> tx.query("""
                SELECT alert.number
                  FROM alert
                  LEFT JOIN ladder ON ladder.alert_id = alert.id
                 WHERE alert.resolved_at IS NULL
                   AND (ladder.id IS NULL OR ladder.due_at IS NULL OR ladder.due_at <= $1 OR ladder.failures > 0)
                """, row -> row.text("number"), house.clock.instant()));
    }
}
