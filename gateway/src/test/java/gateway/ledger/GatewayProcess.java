package gateway.ledger;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One life of the gateway, in a process of its own, from its start to its end. */
public final class GatewayProcess {

    /** What it prints once its doors are open. */
    public static final String SERVING = "serving";
    private static final String MAIN = "gateway.LedgerMain";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration CLEAN_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final CountDownLatch servingOrEnded = new CountDownLatch(1);
    private volatile boolean serving;

    private GatewayProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** @param environment its settings, and where its hooks shall kill it */
    static GatewayProcess start(Map<String, String> environment, File log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Quick to start and small: it lives for seconds.
        var builder = new ProcessBuilder(List.of(java, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=logback.xml",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("java.class.path"), MAIN));
        builder.environment().keySet().removeIf(name -> name.startsWith("GATEWAY_"));
        builder.environment().putAll(environment);
        try {
            return new GatewayProcess(builder.redirectError(ProcessBuilder.Redirect.appendTo(log)).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until its doors are open, or until it has ended. */
    void awaitServing() {
        try {
            if (!servingOrEnded.await(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the gateway neither serves nor ends");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Whether its doors have been open. */
    boolean hasServed() {
        return serving;
    }

    /** Whether it ends by itself within this time. */
    boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM; its exit code. */
    int stop() {
        // By its handle: destroying the process itself would close its standard input as well.
        process.toHandle().destroy();
        if (!endsWithin(CLEAN_STOP)) {
            kill();
            throw new AssertionError("the gateway did not stop within " + CLEAN_STOP);
        }
        return exitCode();
    }

    /** Once it has ended: 128 and the signal, when a signal ended it. */
    int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void listen() {
        try (var said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(SERVING)) {
                    serving = true;
                    servingOrEnded.countDown();
                }
            }
        } catch (IOException ended) {
            // A killed process closes its end as it can.
        } finally {
            servingOrEnded.countDown();
        }
    }
}
