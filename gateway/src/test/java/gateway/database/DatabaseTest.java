package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gateway.stories.Eventually;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String SLOW = "SELECT 1 AS one FROM pg_sleep(0.5)";
    private static final String QUICK = "SELECT 1 AS one";
    private static final String STILL_SLEEPING = """
            SELECT count(*) AS count
              FROM pg_stat_activity
             WHERE query LIKE '%FROM pg_sleep%'
               AND state = 'active'
               AND pid <> pg_backend_pid()
            """;

    private final Database impatient = new Database(
            Pools.open(DATABASE.vertx(), DATABASE.runner(), "impatient", PoolLimits.forLoops(4)), Duration.ofMillis(100),
            new Changes());

    @Test
    void a_wait_that_is_given_up_says_that_the_database_is_away() {
        assertThrows(DatabaseAway.class, () -> ask(SLOW));
    }

    @Test
    void a_door_works_on_after_it_has_given_up_waiting() throws Exception {
        var door = door();

        for (var i = 0; i < 3; i++) {
            assertEquals("away", on(door, () -> outcome(SLOW)));
        }
        Eventually.until("what was given up on has ended", () -> DATABASE.database()
                .inTransaction(tx -> tx.queryOne(STILL_SLEEPING, row -> row.count("count"))).orElseThrow() == 0);

        assertEquals("1", on(door, () -> outcome(QUICK)));
        assertEquals("1", on(door, () -> outcome(QUICK)));
    }

    @Test
    void a_deadlock_is_tried_again_and_counted() throws Exception {
        DATABASE.tamper("CREATE TABLE pair (id int PRIMARY KEY, times int NOT NULL)");
        DATABASE.tamper("INSERT INTO pair VALUES (1, 0), (2, 0)");
        DATABASE.tamper("GRANT SELECT, UPDATE ON pair TO PUBLIC");
        var before = DATABASE.collisions().count(Collisions.Kind.DEADLOCK);
        var bothHaveOne = new CyclicBarrier(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> crossing(1, 2, bothHaveOne));
            var other = threads.submit(() -> crossing(2, 1, bothHaveOne));
            assertEquals(1, one.get() + other.get(), "tries that were in vain");
        }

        assertEquals(1, DATABASE.collisions().count(Collisions.Kind.DEADLOCK) - before);
        assertEquals(4, DATABASE.database().inTransaction(
                tx -> tx.queryOne("SELECT sum(times) AS sum FROM pair", row -> row.count("sum"))).orElseThrow());
    }

    /** Says how many tries were in vain. */
    private static int crossing(int first, int second, CyclicBarrier bothHaveOne) {
        var tries = new AtomicInteger();
        DATABASE.database().run(tx -> {
            tx.execute("UPDATE pair SET times = times + 1 WHERE id = $1", first);
            if (tries.incrementAndGet() == 1) {
                meet(bothHaveOne);
            }
            tx.execute("UPDATE pair SET times = times + 1 WHERE id = $1", second);
        });
        return tries.get() - 1;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new AssertionError(alone);
        }
    }

    private String outcome(String question) {
        try {
            return ask(question);
        } catch (DatabaseAway away) {
            return "away";
        }
    }

    private String ask(String question) {
        return impatient.inTransaction(tx -> tx.queryOne(question, row -> Integer.toString(row.number("one")))).orElseThrow();
    }

    /** Where doors do their work: one virtual thread after another, none beside another unless it waits. */
    private static Context door() {
        var open = Promise.<Context>promise();
        DATABASE.vertx().deployVerticle(() -> new VerticleBase() {
            @Override
            public Future<?> start() {
                open.complete(context);
                return Future.succeededFuture();
            }
        }, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
        return open.future().await();
    }

    private static String on(Context door, Supplier<String> work) throws Exception {
        var done = new CompletableFuture<String>();
        door.runOnContext(_ -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.get(10, TimeUnit.SECONDS);
    }
}
