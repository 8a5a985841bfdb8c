package gateway.database;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts how often a row was left out because it could not be read, and logs each such row once. */
public final class FaultyRows {

    private static final Logger log = LoggerFactory.getLogger(FaultyRows.class);
    /** So many are logged one by one; a table that is broken as a whole is told of by the count. */
    private static final int MOST_LOGGED = 1_000;

    private final LongAdder leftOut = new LongAdder();
    private final Set<FaultyRow> logged = ConcurrentHashMap.newKeySet();

    public long count() {
        return leftOut.sum();
    }

    void leaveOut(FaultyRow row, RuntimeException why) {
        leftOut.increment();
        if (logged.size() < MOST_LOGGED && logged.add(row)) {
            log.error("The row {} cannot be read and is left out; all others are attended to", row, why);
        }
    }
}
