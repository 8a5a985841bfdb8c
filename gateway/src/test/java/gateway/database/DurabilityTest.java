package gateway.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DurableServer.class)
class DurabilityTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void the_embedded_server_is_durable() {
        assertDoesNotThrow(() -> Durability.check(DATABASE.database()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void a_server_with_one_of_them_off_is_refused_in_one_line_that_names_it(String setting) {
        DATABASE.tamper("ALTER SYSTEM SET " + setting + " = off");
        DATABASE.tamper("SELECT pg_reload_conf()");
        try {
            var refusal = assertThrows(CannotStart.class, DurabilityTest::checkUntilRefused);

            assertEquals("the database has " + setting
                    + " off, so an alert it has committed could be lost: turn it on", refusal.why());
        } finally {
            DATABASE.tamper("ALTER SYSTEM SET " + setting + " = on");
            DATABASE.tamper("SELECT pg_reload_conf()");
            waitUntilDurable();
        }
    }

    @Test
    void all_that_are_off_are_named_at_once() {
        var refusal = assertThrows(CannotStart.class, () -> Durability.refuse(List.of("fsync", "full_page_writes")));

        assertEquals("the database has fsync and full_page_writes off, so an alert it has committed could be lost: "
                + "turn them on", refusal.why());
    }

    private static void waitUntilDurable() {
        for (var look = 0; look < 500; look++) {
            try {
                Durability.check(DATABASE.database());
                return;
            } catch (CannotStart notYet) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
        throw new AssertionError("the server is not durable again");
    }

    /** The server reads its settings again a moment after it is told to. */
    private static void checkUntilRefused() {
        for (var look = 0; look < 500; look++) {
            Durability.check(DATABASE.database());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
