package gateway.database;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turn of a loop that attends to rows: it finds those that are due and does each in a transaction of its own. A row whose
 * work fails is logged, counted and put off, and the others go on. A turn says when it is next due.
 */
public final class DueRows<T> {

    private static final Logger log = LoggerFactory.getLogger(DueRows.class);

    private final Database database;
    private final String what;
    private final Function<T, ?> name;
    private final BiConsumer<Transaction, T> work;
    private final @Nullable BiConsumer<Transaction, T> putOff;

    /**
     * Rows that are tried again in the next turn when they fail.
     *
     * @param what a row, in the words of the log
     * @param name which row it is; the log tells it, so it is never a number or what somebody said
     */
    public DueRows(Database database, String what, Function<T, ?> name, BiConsumer<Transaction, T> work) {
        this(database, what, name, work, null);
    }

    /** @param putOff lets a row that failed wait a little, in a transaction of its own; null where the next turn tries again */
    public DueRows(Database database, String what, Function<T, ?> name, BiConsumer<Transaction, T> work,
            @Nullable BiConsumer<Transaction, T> putOff) {
        this.database = database;
        this.what = what;
        this.name = name;
        this.work = work;
        this.putOff = putOff;
    }

    /** A turn of a loop that only reacts to what was committed. */
    public Optional<Instant> turn(Function<Transaction, List<T>> due) {
        return turn(due, _ -> Optional.empty());
    }

    /**
     * One turn.
     *
     * @param next when the first of all rows is due, or was: read beside them, before anything is done
     */
    public Optional<Instant> turn(Function<Transaction, List<T>> due, Function<Transaction, Optional<Instant>> next) {
        var found = database.inTransaction(tx -> new Found<>(due.apply(tx), next.apply(tx)));
        for (var row : found.due) {
            try {
                database.run(tx -> work.accept(tx, row));
            } catch (RuntimeException failure) {
                fail(row, failure);
            }
        }
        return found.next;
    }

    private record Found<T>(List<T> due, Optional<Instant> next) {}

    /** One turn in which finding a row locks it: one after the other, until none is due; what comes due meanwhile is seen too. */
    public Optional<Instant> claimingTurn(Function<Transaction, Optional<T>> claim, Function<Transaction, Optional<Instant>> next) {
        var claimed = new AtomicReference<T>();
        for (var more = true; more;) {
            claimed.set(null);
            try {
                more = database.inTransaction(tx -> {
                    var due = claim.apply(tx);
                    due.ifPresent(row -> {
                        claimed.set(row);
                        work.accept(tx, row);
                    });
                    return due.isPresent();
                });
            } catch (RuntimeException failure) {
                var row = claimed.get();
                if (row == null) {
                    throw failure;
                }
                fail(row, failure);
            }
        }
        return database.inTransaction(next::apply);
    }

    /** Of two turns the one that is due first. */
    public static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private void fail(T row, RuntimeException failure) {
        log.error("{} {} could not be attended to; the others go on, and it is tried again", what, name.apply(row), failure);
        database.failedRows().add();
        if (putOff != null) {
            database.run(tx -> putOff.accept(tx, row));
        }
    }
}
