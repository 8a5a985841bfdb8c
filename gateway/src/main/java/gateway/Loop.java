package gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one piece of work again and again on its own virtual thread: when the last turn said that it is next due, at once when
 * woken, and at the latest each period, with a very short rest after each turn. A turn never overlaps itself; one that fails
 * is logged, and the next comes after the period.
 */
public final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    /** In a flood of wakes one look serves many: without a rest, loops that look take half of what the doors could commit. */
    private static final Duration REST = Duration.ofMillis(5);

    private final String name;
    private final Duration period;
    private final Supplier<Optional<Instant>> turn;
    private final InstantSource clock;
    private final InstantSource monotonic;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicReference<Instant> lastSuccess;
    private final Thread thread;

    private Loop(String name, Duration period, Supplier<Optional<Instant>> turn, InstantSource clock, InstantSource monotonic) {
        this.name = name;
        this.period = period;
        this.turn = turn;
        this.clock = clock;
        this.monotonic = monotonic;
        this.lastSuccess = new AtomicReference<>(monotonic.instant());
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /**
     * A turn says when it is next due; empty where it only reacts to changes. What was due when it began is no reason to turn
     * again before the period is over: it was attended to, or could not be.
     *
     * @param clock     what that moment is compared with
     * @param monotonic what the age of the last successful turn is measured with
     */
    public static Loop whenDue(Duration period, String name, InstantSource clock, InstantSource monotonic,
            Supplier<Optional<Instant>> turn) {
        var loop = new Loop(name, period, turn, clock, monotonic);
        loop.thread.start();
        return loop;
    }

    /** A turn that is due each period. */
    public static Loop every(Duration period, String name, InstantSource monotonic, Runnable turn) {
        return whenDue(period, name, monotonic, monotonic, () -> {
            turn.run();
            return Optional.empty();
        });
    }

    public String name() {
        return name;
    }

    /** Asks for a turn now; many calls while a turn runs make one more. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** How long ago a turn last ended without an exception. */
    public Duration sinceSuccess() {
        return Duration.between(lastSuccess.get(), monotonic.instant());
    }

    /** Lets the running turn end, for as long as given, then interrupts it. */
    public void stop(Duration patience) {
        stopping.countDown();
        wake();
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stopping.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
            var pause = period;
            try {
                pause = until(turn.get());
                lastSuccess.set(monotonic.instant());
            } catch (RuntimeException failure) {
                if (stopping.getCount() > 0) {
                    log.error("The loop {} failed in this turn; it goes on", name, failure);
                }
            }
            try {
                stopping.await(REST.toMillis(), TimeUnit.MILLISECONDS);
                woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Duration until(Optional<Instant> due) {
        return due.map(at -> Duration.between(clock.instant(), at)).filter(pause -> pause.isPositive() && pause.compareTo(period) < 0)
                .orElse(period);
    }
}
