package gateway.database;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The gateway's time: the database's, but never behind the latest moment any gateway has stood at. Between two ticks it
 * goes on by the machine's own steady counter, so a wall clock set back neither delays nor stops it. Cut to
 * microseconds, which is what the database keeps.
 */
public final class DatabaseClock implements InstantSource {

    private static final String TICK = """
            UPDATE clock
               SET high_water = GREATEST(high_water, $1, clock_timestamp())
            RETURNING high_water
            """;

    private final Database database;
    private final LongSupplier steadyNanos;
    private volatile Sample sample;

    private DatabaseClock(Database database, LongSupplier steadyNanos) {
        this.database = database;
        this.steadyNanos = steadyNanos;
        this.sample = new Sample(Instant.EPOCH, steadyNanos.getAsLong());
    }

    /** Reads the stored moment before it is asked for the first time. */
    public static DatabaseClock start(Database database) {
        return start(database, System::nanoTime);
    }

    static DatabaseClock start(Database database, LongSupplier steadyNanos) {
        var clock = new DatabaseClock(database, steadyNanos);
        clock.tick();
        return clock;
    }

    @Override
    public Instant instant() {
        return sample.after(steadyNanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Stores how far the clock has come and takes over what others stored; while the database is away it goes on alone. */
    public synchronized void tick() {
        var reached = instant();
        var highWater = database.inTransaction(
                tx -> tx.queryOne(TICK, row -> row.moment("high_water"), reached).orElseThrow());
        sample = sample.notBehind(highWater, steadyNanos.getAsLong());
    }

    private record Sample(Instant at, long nanos) {

        Instant after(long nanosNow) {
            return at.plusNanos(nanosNow - nanos);
        }

        Sample notBehind(Instant highWater, long nanosNow) {
            var reached = after(nanosNow);
            return new Sample(highWater.isAfter(reached) ? highWater : reached, nanosNow);
        }
    }
}
