package gateway.watch;

import gateway.database.Database;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether a text could be taken in now: whether something can really be committed, soon enough for a carrier. */
public final class Readiness {

    /** What a carrier's webhook is answered within. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    private static final String WRITE = "UPDATE clock SET high_water = high_water";

    private final Database database;

    public Readiness(Database database) {
        this.database = database;
    }

    public Verdict verdict() {
        var committing = new CompletableFuture<Verdict>();
        Thread.ofVirtual().name("readiness").start(() -> committing.complete(commit()));
        try {
            return committing.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            return Verdict.ill("nothing could be committed within " + LONGEST.toSeconds() + " s");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Verdict.ill("interrupted");
        }
    }

    private Verdict commit() {
        try {
            database.run(tx -> tx.execute(WRITE));
            return Verdict.well("committed");
        } catch (RuntimeException failure) {
            return Verdict.ill("cannot commit: " + failure.getMessage());
        }
    }
}
