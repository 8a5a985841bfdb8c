package gateway.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of PostgreSQL within one transaction. Values travel only as {@code $n}; instants are cut to
 * microseconds, which is what the database keeps.
 */
public final class Transaction {

    private final SqlConnection connection;
    private final Duration patience;
    private final Collisions collisions;
    private final FaultyRows faultyRows;
    private final Set<FaultyRow> leftOut = new LinkedHashSet<>();
    private final Unheard unheard = new Unheard();
    private final Map<Object, Object> kept = new HashMap<>();
    private int sent;
    private int sentAtLastWait;
    private int waits;
    private final InstantSource clock;
    private @Nullable Instant moment;
    private boolean standsAtALock;
    private boolean announced;

    /** @param begun the answer to BEGIN, which may still be on its way; should it fail, the first who waits fails */
    Transaction(SqlConnection connection, Future<?> begun, Duration patience, InstantSource clock, Collisions collisions,
            FaultyRows faultyRows) {
        this.clock = clock;
        this.faultyRows = faultyRows;
        this.collisions = collisions;
        this.connection = connection;
        this.patience = patience;
        unheard.add(begun);
    }

    /**
     * The one moment of this transaction, whoever asks: all that it writes happened then. The clock is read once, when
     * somebody first asks. The first lock of an alert reads it anew, since the lock may have been waited for; whoever needs the
     * moment at which the alert is decided asks after the lock. A transaction that is done again has a moment of its own.
     */
    public Instant now() {
        moment = moment == null ? clock.instant() : moment;
        return moment;
    }

    /**
     * What this transaction needed most is locked: its moment is now, and never before the last that is known of what was
     * locked. A later lock keeps the moment, unless something newer is known by it.
     */
    public void standAtLock(Instant lastKnown) {
        var now = standsAtALock ? now() : clock.instant();
        standsAtALock = true;
        moment = lastKnown.isAfter(now) ? lastKnown : now;
    }

    /**
     * Sends a question whose answer is waited for later, when it is asked of what is given back: questions that need nothing
     * of one another go together and cost one wait.
     */
    public <T> Supplier<List<T>> ask(String sql, Function<Row, T> reader, @Nullable Object... values) {
        var answer = unheard.add(send(sql, values));
        var number = sent;
        return () -> read(await(answer, number), reader);
    }

    /** All rows, each read by the reader. */
    public <T> List<T> query(String sql, Function<Row, T> reader, @Nullable Object... values) {
        return read(run(sql, values), reader);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> queryOne(String sql, Function<Row, T> reader, @Nullable Object... values) {
        RowIterator<io.vertx.sqlclient.Row> rows = run(sql, values).iterator();
        return rows.hasNext() ? Optional.of(reader.apply(new Row(rows.next()))) : Optional.empty();
    }

    /** The moment in the column {@code at} of the first row, if there is one. */
    public Optional<Instant> moment(String sql, @Nullable Object... values) {
        return queryOne(sql, row -> row.momentIfAny("at"), values).flatMap(at -> at);
    }

    /** As {@link #query}, but a row that cannot be read is left out: one bad row stops nobody else. */
    public <T> List<T> querySound(FaultyRow.Named named, String sql, Function<Row, T> reader, @Nullable Object... values) {
        return query(sql, Function.identity(), values).stream().flatMap(row -> sound(named, row, reader).stream()).toList();
    }

    /** What the reader makes of a row that was read already; empty where it cannot, and then the row is left out. */
    public <T> Optional<T> sound(FaultyRow.Named named, Row row, Function<Row, T> reader) {
        try {
            return Optional.of(reader.apply(row));
        } catch (DatabaseAway | DatabaseException notTheRowsFault) {
            // A reader may ask more of the database.
            throw notTheRowsFault;
        } catch (RuntimeException unreadable) {
            leaveOut(named.of(row), unreadable);
            return Optional.empty();
        }
    }

    /** This row, or a part of it, could not be read; all else goes on without it. */
    public void leaveOut(FaultyRow row, RuntimeException why) {
        leftOut.add(row);
        faultyRows.leaveOut(row, why);
    }

    /** What was left out, each once. */
    public List<FaultyRow> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Runs a statement and says how many rows it touched. */
    public int execute(String sql, @Nullable Object... values) {
        return run(sql, values).rowCount();
    }

    /** Sends a statement nobody waits for here; should it fail, whoever waits next fails in its place, at the latest the commit. */
    public void write(String sql, @Nullable Object... values) {
        unheard.add(send(sql, values));
    }

    /**
     * As {@link #write}; but should it touch no row, whoever waits next fails with this.
     *
     * @param untouched what it means that the row was there before
     */
    public void writeNew(Supplier<RuntimeException> untouched, String sql, @Nullable Object... values) {
        unheard.addNew(send(sql, values), untouched);
    }

    /** Keeps what is so of a row that this transaction has locked, so that it is not asked again. */
    public void keep(Object row, Object what) {
        kept.put(row, what);
    }

    /** What was kept of a row. */
    public <T> Optional<T> kept(Object row, Class<T> what) {
        return Optional.ofNullable(kept.get(row)).map(what::cast);
    }

    /** Does some work, undoes all that it wrote, and says what came of it. */
    public <T> T undone(Supplier<T> work) {
        execute("SAVEPOINT before_it");
        try {
            return work.get();
        } finally {
            settle();
            execute("ROLLBACK TO SAVEPOINT before_it");
            execute("RELEASE SAVEPOINT before_it");
            kept.clear();
        }
    }

    /** Something others wait for has changed: once this transaction is committed, loops and pages are woken. */
    public void announce() {
        announced = true;
    }

    /** Somebody else was first with what had to be the only one; the caller tries again. */
    public void collided(Collisions.Kind at) {
        collisions.again(at);
    }

    boolean isAnnounced() {
        return announced;
    }

    /** How often this transaction has waited for the database so far. What goes together counts once. */
    public int waits() {
        return waits;
    }

    /**
     * Commits. What was only sent goes along, and all of it together is waited for once.
     *
     * @throws PgException when the commit failed, or something that was sent before it: PostgreSQL answers the COMMIT of a
     *                     failed transaction with ROLLBACK, so the commit alone says nothing
     */
    void commit(Future<io.vertx.sqlclient.Transaction> begun) {
        if (unheard.mayBeRefusedHere()) {
            settle();
        }
        var before = unheard.all();
        var committed = begun.compose(io.vertx.sqlclient.Transaction::commit);
        sent++;
        await(committed, sent);
        for (var answer : before) {
            await(answer, 0);
        }
    }

    /** Waits for what was only sent. */
    void settle() {
        unheard.last().ifPresent(answer -> await(answer, sent));
    }

    private static <T> List<T> read(RowSet<io.vertx.sqlclient.Row> rows, Function<Row, T> reader) {
        var answer = new ArrayList<T>(rows.size());
        for (var row : rows) {
            answer.add(reader.apply(new Row(row)));
        }
        return answer;
    }

    private RowSet<io.vertx.sqlclient.Row> run(String sql, @Nullable Object... values) {
        return await(unheard.add(send(sql, values)), sent);
    }

    private Future<RowSet<io.vertx.sqlclient.Row>> send(String sql, @Nullable Object... values) {
        sent++;
        return connection.preparedQuery(sql).execute(Columns.of(values));
    }

    /**
     * Answers come in the order of the questions: with this one, all that was sent before it has succeeded, or the first failed.
     *
     * @param number how many were sent with it
     */
    private <T> T await(Future<T> answer, int number) {
        if (number > sentAtLastWait || waits == 0) {
            waits++;
            sentAtLastWait = sent;
        }
        try {
            var given = Database.answer(patience, answer);
            unheard.heard(answer);
            return given;
        } catch (RuntimeException failure) {
            throw unheard.refused().orElse(failure);
        }
    }
}
