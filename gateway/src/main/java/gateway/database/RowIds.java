package gateway.database;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes the ids of rows: UUID version 7 (RFC 9562), so that they are known before the insert and sort by time. */
public final class RowIds {

    private final InstantSource clock;
    private final RandomGenerator random;

    public RowIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        var high = clock.millis() << 16 | 0x7000L | random.nextInt(1 << 12);
        var low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Not after any id made at this moment, and after every id made a millisecond earlier. */
    public static UUID floor(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
