package gateway.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way into PostgreSQL: one piece of work, whole or not at all, with a limit on every wait. */
public final class Database {

    /** A deadlock or a serialisation failure is nobody's fault: the work is done again, this many times at most. */
    private static final int TRIES = 3;

    private final Pool pool;
    private final Duration connecting;
    private final Duration patience;
    private final Changes changes;
    private final Runnable beforeCommit;
    private final Collisions collisions;
    private final FaultyRows faultyRows;
    private final FailedRows failedRows = new FailedRows();
    private final InstantSource clock;
    private final LongAdder waits = new LongAdder();

    /**
     * For what needs no moment: a look at the database, or the gateway's clock itself ({@link #at}).
     *
     * @param patience how long one wait for the database may last before it counts as away
     */
    public Database(Pool pool, Duration patience, Changes changes) {
        this(pool, patience, patience, changes, () -> { }, new Collisions(), new FaultyRows());
    }

    /**
     * As the other, for a door.
     *
     * @param connecting   how long a connection is waited for; the pool itself has no such limit ({@link Pools})
     * @param beforeCommit runs before every commit: a test's way to stop the gateway at the worst moment
     * @param collisions   counts what is done again
     * @param faultyRows   counts what is left out
     */
    public Database(Pool pool, Duration connecting, Duration patience, Changes changes, Runnable beforeCommit,
            Collisions collisions, FaultyRows faultyRows) {
        this(pool, connecting, patience, changes, beforeCommit, collisions, faultyRows, () -> {
            throw new IllegalStateException("this database has no clock");
        });
    }

    private Database(Pool pool, Duration connecting, Duration patience, Changes changes, Runnable beforeCommit,
            Collisions collisions, FaultyRows faultyRows, InstantSource clock) {
        this.clock = clock;
        this.faultyRows = faultyRows;
        this.collisions = collisions;
        this.beforeCommit = beforeCommit;
        this.pool = pool;
        this.connecting = connecting;
        this.patience = patience;
        this.changes = changes;
    }

    /** The moment, by the clock that its transactions read. */
    public Instant now() {
        return clock.instant();
    }

    /** The same database, whose transactions take their moments from this clock. */
    public Database at(InstantSource clock) {
        return new Database(pool, connecting, patience, changes, beforeCommit, collisions, faultyRows, clock);
    }

    /** Does the work in one transaction and commits it; whatever it throws rolls back and is thrown on. */
    public <T> T inTransaction(Function<Transaction, T> work) {
        for (var attempt = 1;; attempt++) {
            try {
                return once(work);
            } catch (PgException failure) {
                if (isOutage(failure)) {
                    throw new DatabaseAway("the database gave up: " + failure.getSqlState(), failure);
                }
                var kind = collision(failure);
                if (attempt == TRIES || kind.isEmpty()) {
                    throw failure;
                }
                collisions.again(kind.get());
            }
        }
    }

    /** As {@link #inTransaction}, for work that has no answer. */
    public void run(Consumer<Transaction> work) {
        inTransaction(tx -> {
            work.accept(tx);
            return tx;
        });
    }

    /** The rows whose work failed in a turn of a loop. */
    public FailedRows failedRows() {
        return failedRows;
    }

    /** How often work in here has waited for an answer of the database, since the start. */
    public long waits() {
        return waits.sum();
    }

    FaultyRows faultyRows() {
        return faultyRows;
    }

    private <T> T once(Function<Transaction, T> work) {
        var connection = connect();
        // BEGIN travels with the first statement, and COMMIT with the last: nobody waits for them alone.
        var begun = connection.begin();
        var transaction = new Transaction(connection, begun, patience, clock, collisions, faultyRows);
        try {
            T result;
            try {
                result = work.apply(transaction);
                beforeCommit.run();
                transaction.commit(begun);
            } catch (Throwable failure) {
                if (!(failure instanceof DatabaseAway) && !(failure instanceof TransactionRollbackException)) {
                    rollBack(begun);
                }
                throw failure;
            }
            if (transaction.isAnnounced()) {
                changes.announce();
            }
            return result;
        } finally {
            waits.add(transaction.waits());
            connection.close();
        }
    }

    private SqlConnection connect() {
        var asked = pool.getConnection();
        try {
            return answer(connecting, asked);
        } catch (PgException refused) {
            throw new DatabaseAway("the database refuses connections: " + refused.getMessage(), refused);
        } catch (RuntimeException unreachable) {
            // One that comes after all belongs to nobody: unless it goes back, the pool is one smaller for ever.
            asked.onSuccess(SqlConnection::close);
            throw unreachable instanceof DatabaseAway away ? away
                    : new DatabaseAway("the database cannot be reached", unreachable);
        }
    }

    private void rollBack(Future<io.vertx.sqlclient.Transaction> begun) {
        try {
            await(begun.compose(io.vertx.sqlclient.Transaction::rollback));
        } catch (RuntimeException alreadyGone) {
            // The connection is lost, and with it the transaction: the first failure is the one to tell.
        }
    }

    private <T> T await(Future<T> future) {
        return answer(patience, future);
    }

    /** What the server answers; an answer that does not come, or a connection that breaks, is an outage and nothing else. */
    static <T> T answer(Duration patience, Future<T> future) {
        try {
            return Waiting.atMost(patience, future.recover(failure -> Future.failedFuture(
                    failure instanceof IOException || failure instanceof ClosedConnectionException
                            ? new DatabaseAway("the connection broke", failure) : failure)));
        } catch (TimeoutException tooLong) {
            throw new DatabaseAway("no answer within " + patience, tooLong);
        }
    }

    /** A wait that was too long (lock, statement), no room, or a server that is leaving: nothing the work did wrong. */
    private static boolean isOutage(PgException failure) {
        var state = String.valueOf(failure.getSqlState());
        return state.equals("55P03") || state.startsWith("57") || state.startsWith("53") || state.startsWith("58")
                || state.startsWith("08");
    }

    private static Optional<Collisions.Kind> collision(PgException failure) {
        return switch (failure.getSqlState()) {
            case "40001" -> Optional.of(Collisions.Kind.SERIALIZATION);
            case "40P01" -> Optional.of(Collisions.Kind.DEADLOCK);
            case null, default -> Optional.empty();
        };
    }
}
