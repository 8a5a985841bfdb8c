package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The machine's clock is set back in the middle of an alert. */
class ClockSetBackStory {

    private static final String TIMES = """
            SELECT at
              FROM timeline_entry
             ORDER BY alert_id, sequence
            """;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void no_entry_of_an_alert_comes_before_the_one_it_follows() {
        house.reporter().texts("2 daun penh");
        house.turn();
        var before = times();

        house.clock.turn(Duration.ofHours(-1));
        house.reporter().texts("3 daun penh");

        var after = times();
        assertTrue(after.size() > before.size(), "the later text added entries");
        assertEquals(after.stream().sorted().toList(), after);
    }

    private List<Instant> times() {
        return house.database(tx -> tx.query(TIMES, row -> row.moment("at")));
    }
}
