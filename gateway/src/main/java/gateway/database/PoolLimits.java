package gateway.database;

import java.time.Duration;

/**
 * What a pool may take and how long its waits may last. A door promises an answer within three seconds, so each wait
 * has its limit: for a connection, for a statement, for a lock.
 */
public record PoolLimits(int size, int waitQueue, Duration connect, Duration statement, Duration lock,
        Duration idleInTransaction) {

    /** For work a carrier is waiting for, within its three seconds. */
    public static PoolLimits forDoors(int size) {
        return new PoolLimits(size, 1000, Duration.ofMillis(1500), Duration.ofSeconds(2), Duration.ofMillis(1500),
                Duration.ofSeconds(10));
    }

    /** For loops and commands, which nobody stands waiting for. */
    public static PoolLimits forLoops(int size) {
        return new PoolLimits(size, 1000, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }
}
