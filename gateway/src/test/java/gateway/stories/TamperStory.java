package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline can be added to and nothing else; what a superuser does to it all the same is found. */
class TamperStory {

    @RegisterExtension
    final TestHouse house = new TestHouse().withoutFolding();

    @BeforeEach
    void an_alert_with_a_few_entries() {
        house.reporter().texts("1 daun penh");
        house.phoneOf("Rosa").takes();
        house.page().notes("Noon", "her sister rang");
        assertEquals(Optional.empty(), firstBroken());
        assertEquals(4, house.kinds(house.theAlert()).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "kind ; 'noted'",
        "schema ; schema + 1",
        "at ; at + interval '1 microsecond'",
        "actor ; 'member:00000000-0000-0000-0000-000000000000'",
        "payload ; payload || 'x'::bytea",
        "previous_hash ; sha256(previous_hash)",
        "hash ; sha256(hash)",
        "sequence ; sequence + 10",
    })
    void any_column_changed_is_found_at_its_entry(String column, String value) {
        house.testDatabase().tamper("UPDATE timeline_entry SET " + column + " = " + value + " WHERE sequence = 2");

        assertEquals(Optional.of(2), firstBroken());
    }

    @Test
    void an_entry_moved_to_another_alert_is_found() {
        house.clock.turn(Duration.ofMinutes(1));
        house.phone("+12025550151").texts("1");
        house.testDatabase().tamper("""
                UPDATE timeline_entry SET alert_id = (SELECT id FROM alert ORDER BY opened_at DESC, id DESC LIMIT 1), sequence = 99
                 WHERE sequence = 3
                   AND alert_id = (SELECT id FROM alert ORDER BY opened_at, id LIMIT 1)
                """);

        assertTrue(house.alerts().stream().allMatch(alert -> house.firstBroken(alert).isPresent()));
    }

    @Test
    void an_entry_removed_is_found() {
        house.testDatabase().tamper("DELETE FROM timeline_entry WHERE sequence = 2");

        assertEquals(Optional.of(2), firstBroken());
    }

    @Test
    void two_swapped_are_found() {
        house.testDatabase().tamper("""
                UPDATE timeline_entry SET sequence = CASE sequence WHEN 2 THEN 1003 ELSE 1002 END WHERE sequence IN (2, 3);
                UPDATE timeline_entry SET sequence = sequence - 1000 WHERE sequence > 1000
                """);

        assertEquals(Optional.of(2), firstBroken());
    }

    @Test
    void a_tail_cut_off_is_found() {
        house.testDatabase().tamper("DELETE FROM timeline_entry WHERE sequence = 4");

        assertEquals(Optional.of(4), firstBroken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE timeline_entry SET actor = 'x'", "DELETE FROM timeline_entry", "TRUNCATE timeline_entry",
        "ALTER TABLE timeline_entry DISABLE TRIGGER ALL", "DROP TABLE timeline_entry"})
    void the_role_that_runs_may_only_add(String sql) {
        var refused = assertThrows(PgException.class, () -> house.database(tx -> tx.execute(sql)));

        assertEquals("42501", refused.getSqlState());
    }

    private Optional<Integer> firstBroken() {
        return house.firstBroken(house.theAlert());
    }
}
