package gateway.database;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes the ids of rows: UUID version 7 (RFC 9562), so that they are known before the insert and sort by time; those of one
 * millisecond sort in the order in which this gateway made them.
 */
public final class RowIds {

    private static final int COUNTER_BITS = 26;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long millis = -1;
    private int counter;

    public RowIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        var now = clock.millis();
        // It begins in the lower half, so that a millisecond has room for millions.
        var begins = random.nextInt(1 << COUNTER_BITS - 1);
        counter = now == millis ? counter + 1 : begins;
        millis = now;
        var high = now << 16 | 0x7000L | counter >>> COUNTER_BITS - 12;
        var low = 0x8000_0000_0000_0000L | (counter & 0x3FFFL) << 48 | random.nextLong() >>> 16;
        return new UUID(high, low);
    }

    /** Not after any id made at this moment, and after every id made a millisecond earlier. */
    public static UUID floor(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
