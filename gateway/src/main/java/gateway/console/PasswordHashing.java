package gateway.console;

import gateway.sealing.SlowHash;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Hashes passwords by Argon2id, slowly and on threads of its own: two at once, and a short queue, because each takes
 * 32 MiB and anybody may ask for one.
 */
public final class PasswordHashing implements AutoCloseable {

    /** Too many sign in at this moment: a refusal that passes. */
    static final class Busy extends RuntimeException {

        Busy(Throwable cause) {
            super("too many passwords wait to be checked", cause);
        }
    }

    private static final int AT_ONCE = 2;
    private static final int QUEUE = 20;

    private final RandomGenerator random;
    private final ThreadPoolExecutor threads;

    public PasswordHashing(RandomGenerator random) {
        this.random = random;
        this.threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("password hashing ", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    Future<String> hash(String password) {
        return later(() -> SlowHash.of(password, random));
    }

    /** With the salt of another hash. */
    Future<String> hashLike(String word, String hash) {
        return later(() -> SlowHash.like(word, hash));
    }

    Future<Boolean> matches(String password, String hash) {
        return later(() -> SlowHash.matches(password, hash));
    }

    /** Takes as long as {@link #matches} and is never right: for an alias nobody has. */
    Future<Boolean> matchesNobody(String password) {
        return hash(password).map(false);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> Future<T> later(Supplier<T> work) {
        var promise = Promise.<T>promise();
        try {
            threads.execute(() -> {
                try {
                    promise.complete(work.get());
                } catch (RuntimeException failure) {
                    promise.fail(failure);
                }
            });
        } catch (RejectedExecutionException full) {
            promise.fail(new Busy(full));
        }
        return promise.future();
    }
}
