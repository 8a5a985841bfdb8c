package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.sealing.KeyRing;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void it_is_migrated_and_sealed() {
        var isSealed = DATABASE.database().inTransaction(KeyRing::isSealed);

        assertTrue(isSealed);
    }

    @Test
    void another_one_shares_nothing_with_it() {
        DATABASE.database().run(tx -> tx.execute("UPDATE clock SET high_water = 'epoch'"));
        try (var other = new TestDatabase()) {
            var changed = other.database().inTransaction(
                    tx -> tx.execute("UPDATE clock SET high_water = high_water WHERE high_water = 'epoch'"));

            assertEquals(0, changed);
        }
    }

    @Test
    void the_role_that_runs_cannot_change_the_timeline_and_cannot_make_tables() {
        for (var forbidden : new String[] {"DELETE FROM timeline_entry", "UPDATE timeline_entry SET kind = 'x'",
                "TRUNCATE timeline_entry", "CREATE TABLE mine (id integer)", "DROP TABLE timeline_entry"}) {
            var refusal = assertThrows(PgException.class, () -> DATABASE.database().run(tx -> tx.execute(forbidden)),
                    forbidden);
            assertEquals("42501", refusal.getSqlState(), forbidden);
        }
    }
}
