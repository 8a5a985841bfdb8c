package gateway.database;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts how often a row was left out because it could not be read, logs each such row once, and gathers them for {@link LeftOutRows}. */
public final class FaultyRows {

    private static final Logger log = LoggerFactory.getLogger(FaultyRows.class);
    /** So many are logged and gathered one by one; a table that is broken as a whole is told of by the count. */
    private static final int MOST = 1_000;

    private final LongAdder leftOut = new LongAdder();
    private final Set<FaultyRow> logged = ConcurrentHashMap.newKeySet();
    private final Set<FaultyRow> gathered = ConcurrentHashMap.newKeySet();

    public long count() {
        return leftOut.sum();
    }

    void leaveOut(FaultyRow row, RuntimeException why) {
        leftOut.increment();
        if (gathered.size() < MOST) {
            gathered.add(row);
        }
        if (logged.size() < MOST && logged.add(row)) {
            log.error("The row {} cannot be read and is left out; all others are attended to", row, why);
        }
    }

    /** What was left out and is not written down yet. */
    Set<FaultyRow> gathered() {
        return Set.copyOf(gathered);
    }

    void forget(Set<FaultyRow> written) {
        gathered.removeAll(written);
    }
}
