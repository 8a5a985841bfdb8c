package gateway.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotifierTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Changes here = new Changes();
    private final Changes there = new Changes();
    private final AtomicInteger heardHere = new AtomicInteger();
    private final AtomicInteger heardThere = new AtomicInteger();
    private final Notifier ours = notifier(here, new UUID(0, 1));
    private final Notifier theirs = notifier(there, new UUID(0, 2));

    NotifierTest() {
        here.onChange(heardHere::incrementAndGet);
        there.onChange(heardThere::incrementAndGet);
    }

    @AfterEach
    void close() {
        ours.close();
        theirs.close();
    }

    @Test
    void another_gateway_hears_of_many_commits_once_and_does_not_answer() {
        here.announce();
        here.announce();
        here.announce();

        ours.tick();
        ours.tick();
        eventually(() -> heardThere.get() == 1);
        theirs.tick();
        aThirdGatewaySays();

        eventually(() -> heardHere.get() == 4 && heardThere.get() == 2);
    }

    @Test
    void it_listens_again_after_its_connection_was_lost() {
        DATABASE.tamper("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE application_name = 'umbrella listener' AND datname = current_database()");
        eventually(() -> heardThere.get() >= 1);
        var afterReconnect = heardThere.get();

        here.announce();
        ours.tick();

        eventually(() -> heardThere.get() > afterReconnect);
    }

    /** Hints arrive in the order they were sent: when this one has been heard, so has all before it. */
    private static void aThirdGatewaySays() {
        DATABASE.database().run(tx -> tx.query("SELECT pg_notify('umbrella_changes', $1)", row -> row,
                new UUID(0, 3).toString()));
    }

    private static Notifier notifier(Changes changes, UUID self) {
        return Notifier.start(DATABASE.vertx(), DATABASE.runner(), DATABASE.database(), changes, self);
    }

    private static void eventually(BooleanSupplier condition) {
        for (var look = 0; look < 1000 && !condition.getAsBoolean(); look++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertTrue(condition.getAsBoolean());
    }
}
