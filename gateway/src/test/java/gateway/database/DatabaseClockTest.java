package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseClockTest {

    /** A moment the database's wall clock is far behind: as if it had been set back. */
    private static final Instant AHEAD = Instant.parse("2101-03-02T12:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @BeforeEach
    void the_stored_moment_is_long_ago() {
        highWater(Instant.EPOCH);
    }

    @Test
    void it_starts_at_the_databases_time() {
        var before = databaseTime();

        var clock = clock();

        assertFalse(clock.instant().isBefore(before));
        assertFalse(clock.instant().isAfter(databaseTime()));
    }

    @Test
    void after_a_restart_it_is_not_behind_the_moment_it_stood_at() {
        highWater(AHEAD);

        var clock = clock();

        assertEquals(AHEAD, clock.instant());
    }

    @Test
    void a_wall_clock_set_back_does_not_stop_it() {
        highWater(AHEAD);
        var clock = clock();

        pass(Duration.ofMinutes(5));
        clock.tick();
        pass(Duration.ofMinutes(5));

        assertEquals(AHEAD.plus(Duration.ofMinutes(10)), clock.instant());
        assertEquals(AHEAD.plus(Duration.ofMinutes(5)), stored());
    }

    @Test
    void it_takes_over_what_another_gateway_stored() {
        var clock = clock();
        highWater(AHEAD);

        clock.tick();

        assertEquals(AHEAD, clock.instant());
    }

    @Test
    void it_never_goes_back_even_when_the_stored_moment_does() {
        highWater(AHEAD);
        var clock = clock();
        highWater(Instant.EPOCH);

        clock.tick();

        assertEquals(AHEAD, clock.instant());
        assertEquals(AHEAD, stored());
    }

    @Test
    void it_is_cut_to_microseconds() {
        highWater(AHEAD);
        var clock = clock();

        nanos.addAndGet(1_999);

        assertEquals(AHEAD.plus(1, ChronoUnit.MICROS), clock.instant());
    }

    @Test
    void the_real_one_goes_on_by_itself() {
        var clock = DatabaseClock.start(DATABASE.database());

        var first = clock.instant();
        clock.tick();

        assertTrue(clock.instant().isAfter(first));
    }

    private DatabaseClock clock() {
        return DatabaseClock.start(DATABASE.database(), nanos::get);
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    private static void highWater(Instant moment) {
        DATABASE.database().run(tx -> tx.execute("UPDATE clock SET high_water = $1", moment));
    }

    private static Instant stored() {
        return DATABASE.database().inTransaction(
                tx -> tx.queryOne("SELECT high_water FROM clock", row -> row.moment("high_water")).orElseThrow());
    }

    private static Instant databaseTime() {
        return DATABASE.database().inTransaction(
                tx -> tx.queryOne("SELECT clock_timestamp() AS now", row -> row.moment("now")).orElseThrow());
    }
}
