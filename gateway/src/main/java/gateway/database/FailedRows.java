package gateway.database;

import java.util.concurrent.atomic.LongAdder;

/** Counts the rows whose work failed in a turn of a loop. */
public final class FailedRows {

    private final LongAdder count = new LongAdder();

    void add() {
        count.increment();
    }

    public long count() {
        return count.sum();
    }
}
