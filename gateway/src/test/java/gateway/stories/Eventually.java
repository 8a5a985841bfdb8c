package gateway.stories;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do, looking again and again, and gives up after long. */
public final class Eventually {

    private static final Duration LONG = Duration.ofSeconds(60);

    private Eventually() {}

    public static void until(String what, BooleanSupplier holds) {
        until(what, LONG, holds);
    }

    /** @param patience how long it may take at most */
    public static void until(String what, Duration patience, BooleanSupplier holds) {
        var end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so: " + what);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
