package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that are only sent: they hold, in their order, or the whole transaction does not. */
class TransactionTest {

    private static final String ADD = "INSERT INTO sign_in_throttle (key_index, failures, last_failed_at) VALUES ($1, $2, now())";
    private static final String ADD_NEW = "INSERT INTO sign_in_throttle (key_index, failures, last_failed_at) VALUES ($1, 1, now()) ON CONFLICT DO NOTHING";
    private static final String UNIQUE_VIOLATION = "23505";

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("number", "id", "name");
    private static final String THREE = "SELECT gen_random_uuid() AS id, n::text AS name, n FROM generate_series(1, 3) AS n ORDER BY n";

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
    void a_row_that_cannot_be_read_is_left_out_and_told_and_the_database_own_failures_are_not_taken_for_it() {
        var found = DATABASE.database().inTransaction(tx -> List.of(tx.querySound(NAMED, THREE, row -> 6 / (row.number("n") - 2)),
                tx.leftOut().stream().map(FaultyRow::name).toList()));

        assertEquals(List.of(List.of(-6, 6), List.of("2")), found);
        assertEquals(1, DATABASE.faultyRows().count());
        assertThrows(PgException.class, () -> DATABASE.database().run(tx -> tx.querySound(NAMED, THREE,
                row -> tx.queryOne("SELECT 1 / ($1::int - 2) AS one", one -> one.number("one"), row.number("n")))));
        assertEquals(1, DATABASE.faultyRows().count());
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

    /** PostgreSQL never sees it, so its commit would succeed. */
    @Test
    void what_cannot_even_be_sent_is_told_at_the_commit() {
        var failure = assertThrows(RuntimeException.class, () -> DATABASE.database().run(tx -> tx.write(ADD, "no bytes", 1)));

        assertTrue(failure.getMessage().contains("Parameter at position[0]"), failure.getMessage());
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

    @Test
    void what_must_be_new_and_is_not_fails_whoever_waits_next_with_its_reason_and_nothing_is_committed() {
        var old = new IllegalStateException("it was there");
        DATABASE.database().run(tx -> tx.writeNew(() -> old, ADD_NEW, new byte[] {1}));
        var heardLater = new ArrayList<String>();

        for (Consumer<Transaction> then : List.<Consumer<Transaction>>of(_ -> { }, tx -> tx.write(ADD, new byte[] {2}, 1), tx -> {
            tx.write("SELECT 1 / 0");
            count(tx);
            heardLater.add("the wait came to an answer");
        })) {
            assertSame(old, assertThrows(IllegalStateException.class, () -> DATABASE.database().run(tx -> {
                tx.write(ADD, new byte[] {3}, 1);
                tx.writeNew(() -> old, ADD_NEW, new byte[] {1});
                then.accept(tx);
            })));
        }

        assertEquals(List.of(), heardLater);
        assertEquals(1, DATABASE.database().inTransaction(TransactionTest::count));
    }

    @Test
    void what_was_kept_of_a_row_is_forgotten_with_work_that_is_undone() {
        DATABASE.database().run(tx -> {
            tx.keep("row", 1);
            assertEquals(Optional.of(1), tx.kept("row", Integer.class));
            tx.undone(() -> {
                tx.keep("row", 2);
                return 0;
            });
            assertEquals(Optional.empty(), tx.kept("row", Integer.class));
        });
    }

    @Test
    void a_transaction_has_one_moment_which_its_first_lock_reads_anew_and_no_lock_sets_back() {
        var clock = new AtomicLong();
        var noon = Instant.parse("2026-03-02T12:00:00Z");
        var database = DATABASE.database().at(() -> noon.plusSeconds(clock.incrementAndGet()));

        var moments = database.inTransaction(tx -> {
            var first = List.of(tx.now(), tx.now());
            tx.standAtLock(noon);
            var atLock = tx.now();
            tx.standAtLock(noon);
            var atSecondLock = tx.now();
            tx.standAtLock(noon.plusSeconds(60));
            return List.of(first.getFirst(), first.getLast(), atLock, atSecondLock, tx.now());
        });

        assertEquals(List.of(noon.plusSeconds(1), noon.plusSeconds(1), noon.plusSeconds(2), noon.plusSeconds(2), noon.plusSeconds(60)), moments);
    }

    @Test
    void what_is_done_again_has_a_moment_of_its_own() {
        var clock = new AtomicLong();
        var noon = Instant.parse("2026-03-02T12:00:00Z");
        var moments = new ArrayList<Instant>();

        DATABASE.database().at(() -> noon.plusSeconds(clock.incrementAndGet())).run(tx -> {
            moments.add(tx.now());
            if (moments.size() == 1) {
                tx.write("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
            }
        });

        assertEquals(List.of(noon.plusSeconds(1), noon.plusSeconds(2)), moments);
    }

    @Test
    void what_goes_together_is_waited_for_once() {
        assertEquals(1, waits(tx -> {
            tx.write(ADD, new byte[] {1}, 1);
            tx.write(ADD, new byte[] {2}, 1);
        }));
        assertEquals(2, waits(TransactionTest::count));
        assertEquals(2, waits(tx -> {
            var one = tx.ask(THREE, row -> row.number("n"));
            tx.write(ADD, new byte[] {3}, 1);
            var other = tx.ask(THREE, row -> row.number("n"));
            assertEquals(one.get(), other.get());
        }));
        assertEquals(3, DATABASE.database().inTransaction(TransactionTest::count));
    }

    @Test
    void a_question_that_fails_tells_the_first_failure_whichever_answer_is_asked_for() {
        var failure = assertThrows(PgException.class, () -> DATABASE.database().run(tx -> {
            tx.ask("SELECT 1 / 0 AS n", row -> row.number("n"));
            tx.ask(THREE, row -> row.number("n")).get();
        }));

        assertEquals("22012", failure.getSqlState());
        assertThrows(PgException.class, () -> DATABASE.database().run(tx -> tx.ask("SELECT 1 / 0 AS n", row -> row.number("n"))));
    }

    @Test
    void an_answer_that_had_come_before_says_nothing_of_what_was_sent_after_it() {
        var failure = assertThrows(PgException.class, () -> DATABASE.database().run(tx -> {
            var first = tx.ask(THREE, row -> row.number("n"));
            count(tx);
            tx.write("SELECT 1 / 0");
            first.get();
        }));

        assertEquals("22012", failure.getSqlState());
    }

    @Test
    void a_check_that_the_commit_makes_fails_the_transaction() {
        DATABASE.tamper("CREATE TABLE late (n integer UNIQUE DEFERRABLE INITIALLY DEFERRED)");
        DATABASE.tamper("GRANT INSERT, SELECT ON late TO PUBLIC");

        var failure = assertThrows(PgException.class, () -> DATABASE.database().run(tx -> tx.write("INSERT INTO late VALUES (1), (1)")));

        assertEquals(UNIQUE_VIOLATION, failure.getSqlState());
        assertEquals(List.of(), DATABASE.database().inTransaction(tx -> tx.query("SELECT n FROM late", row -> row.number("n"))));
    }

    private static int waits(Consumer<Transaction> work) {
        return DATABASE.database().inTransaction(tx -> {
            work.accept(tx);
            return tx;
        }).waits();
    }

    private static int count(Transaction tx) {
        return tx.query("SELECT key_index FROM sign_in_throttle", row -> row.bytes("key_index")).size();
    }
}
