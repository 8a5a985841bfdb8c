package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gateway.stories.Eventually;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many wait for few connections. With the pool's own time limit, 125 of 240,000 promises that had been kept long ago were
 * failed once more when the limit was over, though nobody had waited that long.
 */
class PoolWaitTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int THREADS = 12;
    private static final int ROUNDS = 3_000;
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final PoolLimits LIMITS = new PoolLimits(2, 5_000, LIMIT, Duration.ofSeconds(10), Duration.ofSeconds(5),
            Duration.ofSeconds(30));

    private final ConcurrentLinkedQueue<Throwable> unhandled = new ConcurrentLinkedQueue<>();
    private final Pool pool = Pools.open(DATABASE.vertx(), DATABASE.runner(), "few", LIMITS);

    @BeforeEach
    void listens_to_what_nobody_handles() {
        DATABASE.vertx().exceptionHandler(unhandled::add);
    }

    @AfterEach
    void listens_no_more() {
        DATABASE.vertx().exceptionHandler(null);
        pool.close().await();
    }

    @Test
    void a_promise_that_was_kept_is_not_broken_when_the_limit_is_over() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var all = IntStream.range(0, THREADS).mapToObj(_ -> threads.submit(() -> {
                for (var round = 0; round < ROUNDS; round++) {
                    var taken = new CountDownLatch(1);
                    pool.getConnection().onComplete(connection -> {
                        connection.result().close();
                        taken.countDown();
                    });
                    taken.await();
                }
                return true;
            })).toList();
            for (var one : all) {
                one.get();
            }
        }
        DATABASE.vertx().timer(2 * LIMIT.toMillis(), TimeUnit.MILLISECONDS).await();

        assertEquals(List.of(), unhandled.stream().map(Throwable::toString).distinct().toList(), unhandled.size() + " times");
    }

    @Test
    void who_has_waited_as_long_as_the_limit_gives_up_and_no_connection_is_lost() throws Exception {
        var database = new Database(pool, LIMIT, Duration.ofSeconds(10), new Changes(), () -> { }, new Collisions(), new FaultyRows());
        var all = new CountDownLatch(1);
        var inside = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holders = IntStream.range(0, 2).mapToObj(_ -> threads.submit(() -> database.inTransaction(tx -> {
                inside.countDown();
                try {
                    return all.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }))).toList();
            inside.await();

            for (var i = 0; i < 3; i++) {
                assertThrows(DatabaseAway.class, () -> ask(database));
            }
            all.countDown();
            for (var holder : holders) {
                assertEquals(true, holder.get());
            }
        }

        Eventually.until("both connections are there again, though three gave up waiting for them", () -> pool.size() == 2);
        IntStream.range(0, 4).forEach(_ -> assertEquals(1, ask(database)));
        assertEquals(List.of(), List.copyOf(unhandled));
    }

    private static int ask(Database database) {
        return database.inTransaction(tx -> tx.queryOne("SELECT 1 AS one", row -> row.number("one"))).orElseThrow();
    }
}
