package gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.Changes;
import gateway.database.Database;
import gateway.database.PoolLimits;
import gateway.database.Pools;
import gateway.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadinessTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void the_house_is_ready_when_something_was_really_committed() {
        var before = version();

        assertTrue(new Readiness(DATABASE.database()).verdict().isWell());

        assertFalse(before.equals(version()), "nothing was written");
    }

    @Test
    void it_is_not_ready_when_the_commit_takes_longer_than_a_carrier_waits() {
        var patient = new PoolLimits(2, 10, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60),
                Duration.ofSeconds(60));
        var pool = Pools.open(DATABASE.vertx(), DATABASE.runner(), "patient", patient);
        var readiness = new Readiness(new Database(pool, Duration.ofSeconds(60), new Changes()));

        var verdict = DATABASE.database().inTransaction(tx -> {
            tx.execute("UPDATE clock SET high_water = high_water");
            return readiness.verdict();
        });

        assertEquals(new Verdict(false, "nothing could be committed within 3 s"), verdict);
        pool.close().await();
    }

    @Test
    void it_is_not_ready_when_the_database_is_away() {
        var nowhere = Pools.open(DATABASE.vertx(), DATABASE.runner().onDatabase("nowhere"), "none",
                PoolLimits.forDoors(1));

        var verdict = new Readiness(new Database(nowhere, Duration.ofSeconds(2), new Changes())).verdict();

        assertFalse(verdict.isWell());
        assertTrue(verdict.reason().startsWith("cannot commit: "), verdict.reason());
        nowhere.close().await();
    }

    /** Which transaction wrote the clock's row last. */
    private static String version() {
        return DATABASE.database().inTransaction(
                tx -> tx.queryOne("SELECT xmin::text AS version FROM clock", row -> row.text("version")).orElseThrow());
    }
}
