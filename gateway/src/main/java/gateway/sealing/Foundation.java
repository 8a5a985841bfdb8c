package gateway.sealing;

import gateway.database.RowIds;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What every store is made with: the keys it seals with, ids in the order of time, and chance. */
public record Foundation(KeyRing keys, RowIds ids, RandomGenerator random) {

    public static Foundation build(KeyRing keys, InstantSource clock, RandomGenerator random) {
        return new Foundation(keys, new RowIds(clock, random), random);
    }
}
