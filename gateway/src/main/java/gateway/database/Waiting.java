package gateway.database;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer, but not for ever, on any thread. */
public final class Waiting {

    private Waiting() {}

    /**
     * On a door's thread {@link Future#await(long, TimeUnit)} must not be used: when what was given up on completes after
     * all, Vert.x resumes a thread that has gone its way, and nothing runs on that door again. Here the limit is part of
     * what is waited for.
     */
    public static <T> T atMost(Duration patience, Future<T> answer) throws TimeoutException {
        try {
            return answer.timeout(patience.toMillis(), TimeUnit.MILLISECONDS).await();
        } catch (Exception failure) {
            // Vert.x throws what the future failed with, undeclared.
            if (failure instanceof TimeoutException tooLong) {
                throw tooLong;
            }
            throw failure;
        }
    }
}
