package gateway.bench;

import gateway.stories.FakeCarrier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packed gateway as people start it, {@code bin/umbrella serve}, in a process of its own with a data directory of its own. */
final class GatewayProcess implements AutoCloseable {

    /** What was packed just now. */
    static final Path PACKED = Path.of("target", "umbrella");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Duration untilReady;

    private GatewayProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        var begun = System.nanoTime();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("the gateway did not start; see its log beside its data directory");
            }
            pause(Duration.ofMillis(10));
        }
        this.untilReady = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Starts it and waits until it says that it can commit. */
    static GatewayProcess start(Path data, Path network, URI carrier) {
        return start(PACKED, data, network, carrier);
    }

    /** @param umbrella the folder with its {@code bin} */
    static GatewayProcess start(Path umbrella, Path data, Path network, URI carrier) {
        try {
            var ports = freePorts();
            var builder = new ProcessBuilder("sh", umbrella.resolve("bin/umbrella").toAbsolutePath().toString(), "serve").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolveSibling(data.getFileName() + ".log").toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("GATEWAY_"));
            set(builder, "HTTP_PORT", ports[0]);
            set(builder, "MANAGEMENT_PORT", ports[1]);
            set(builder, "PUBLIC_URL", "http://127.0.0.1:" + ports[0]);
            set(builder, "DATA_DIRECTORY", data.toAbsolutePath());
            set(builder, "NETWORK", network.toAbsolutePath());
            set(builder, "CARRIER", "twilio");
            set(builder, "TWILIO_API_URL", carrier);
            set(builder, "TWILIO_ACCOUNT_SID", FakeCarrier.SID);
            set(builder, "TWILIO_AUTH_TOKEN", FakeCarrier.TOKEN);
            return new GatewayProcess(builder.start(), ports[0], ports[1]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    Duration untilReady() {
        return untilReady;
    }

    /** Resident memory of the JVM now, in megabytes: VmRSS of its process, PostgreSQL not counted. */
    long residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean isReady() {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/ready")).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void set(ProcessBuilder builder, String name, Object value) {
        builder.environment().put("GATEWAY_" + name, value.toString());
    }

    private static int[] freePorts() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }
}
