package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that are only sent: they hold, in their order, or the whole transaction does not. */
class TransactionTest {

    private static final String ADD = "INSERT INTO sign_in_throttle (key_index, failures, last_failed_at) VALUES ($1, $2, now())";
    private static final String UNIQUE_VIOLATION = "23505";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void empty() {
        DATABASE.tamper("DELETE FROM sign_in_throttle");
    }

    @Test
    void what_was_only_sent_is_there_for_the_next_question_and_is_committed() {
        var seen = DATABASE.database().inTransaction(tx -> {
            tx.write(ADD, new byte[] {1}, 1);
            tx.write(ADD, new byte[] {2}, 1);
            return count(tx);
        });

        assertEquals(2, seen);
        assertEquals(2, DATABASE.database().inTransaction(TransactionTest::count));
    }

    @Test
    void a_failure_nobody_waited_for_lets_nothing_be_committed() {
        var failure = assertThrows(PgException.class, () -> DATABASE.database().run(tx -> {
            tx.write(ADD, new byte[] {1}, 1);
            tx.write(ADD, new byte[] {1}, 2);
        }));

        assertEquals(UNIQUE_VIOLATION, failure.getSqlState());
        assertEquals(0, DATABASE.database().inTransaction(TransactionTest::count));
    }

    @Test
    void whoever_waits_next_is_told_the_first_failure_and_not_what_followed_from_it() {
        var failure = assertThrows(PgException.class, () -> DATABASE.database().run(tx -> {
            tx.write(ADD, new byte[] {1}, 1);
            tx.write(ADD, new byte[] {1}, 2);
            tx.write(ADD, new byte[] {3}, 3);
            count(tx);
        }));

        assertEquals(UNIQUE_VIOLATION, failure.getSqlState());
        assertEquals(0, DATABASE.database().inTransaction(TransactionTest::count));
    }

    private static int count(Transaction tx) {
        return tx.query("SELECT key_index FROM sign_in_throttle", row -> row.bytes("key_index")).size();
    }
}
