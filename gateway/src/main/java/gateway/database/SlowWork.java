package gateway.database;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does slow work on a few threads of its own, while the door that asked for it goes on with others. Never inside a
 * transaction: a lock would be held for as long as it takes.
 */
public final class SlowWork {

    private static final int AT_ONCE = 2;
    private static final int QUEUE = 20;

    private final ThreadPoolExecutor threads;

    /** @param name of its threads */
    public SlowWork(String name) {
        threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name(name + " ", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** What the work came to; empty when it was not done in time, since too much is waiting. What it throws is thrown on. */
    public <T> Optional<T> within(Duration patience, Supplier<T> work) {
        var done = SlowWork.<T>promise();
        try {
            threads.execute(() -> {
                try {
                    done.tryComplete(work.get());
                } catch (RuntimeException failure) {
                    done.tryFail(failure);
                }
            });
            return Optional.of(Waiting.atMost(patience, done.future()));
        } catch (RejectedExecutionException | TimeoutException tooBusy) {
            return Optional.empty();
        }
    }

    /** Of the door that waits, so that it goes on in its turn: kept by a strange thread, it may not be woken at all. */
    private static <T> Promise<T> promise() {
        return Vertx.currentContext() instanceof ContextInternal door ? door.promise() : Promise.promise();
    }
}
