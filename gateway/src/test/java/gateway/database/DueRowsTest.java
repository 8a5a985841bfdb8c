package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DueRowsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NEXT = Instant.parse("2026-03-02T07:10:00Z");

    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> putOff = new ArrayList<>();
    private final DueRows<Integer> rows = new DueRows<>(DATABASE.database(), "Row", row -> row, this::work,
            (_, row) -> putOff.add(row));

    @Test
    void a_row_that_fails_is_counted_and_put_off_and_the_others_are_attended_to() {
        var failedBefore = DATABASE.database().failedRows().count();

        var next = rows.turn(_ -> List.of(1, -2, 3), _ -> Optional.of(NEXT));

        assertEquals(List.of(1, 3), done);
        assertEquals(List.of(-2), putOff);
        assertEquals(failedBefore + 1, DATABASE.database().failedRows().count());
        assertEquals(Optional.of(NEXT), next);
    }

    @Test
    void a_row_that_is_claimed_and_fails_is_put_off_and_the_next_is_claimed() {
        var due = new ArrayList<>(List.of(1, -2, 3));

        var next = rows.claimingTurn(_ -> due.isEmpty() ? Optional.empty() : Optional.of(due.removeFirst()), _ -> Optional.of(NEXT));

        assertEquals(List.of(1, 3), done);
        assertEquals(List.of(-2), putOff);
        assertEquals(Optional.of(NEXT), next);
    }

    @Test
    void where_what_is_due_cannot_be_found_the_turn_fails() {
        assertThrows(IllegalStateException.class, () -> rows.claimingTurn(_ -> {
            throw new IllegalStateException("a bug");
        }, _ -> Optional.empty()));
        assertEquals(List.of(), putOff);
    }

    private void work(Transaction tx, int row) {
        tx.execute("SELECT 1");
        if (row < 0) {
            throw new IllegalStateException("a bug");
        }
        done.add(row);
    }
}
