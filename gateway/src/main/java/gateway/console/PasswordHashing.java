package gateway.console;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
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

    private static final int KIBIBYTES = 32 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int BYTES = 32;
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
        var salt = new byte[16];
        random.nextBytes(salt);
        return later(() -> ours().hash(bytes(password), salt).getResult());
    }

    Future<Boolean> matches(String password, String hash) {
        return later(() -> Argon2Function.getInstanceFromHash(hash).check(bytes(password), bytes(hash)));
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

    private static Argon2Function ours() {
        return Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, BYTES, Argon2.ID);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
