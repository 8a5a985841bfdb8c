package gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.stories.Eventually;
import gateway.stories.FakeAnswer;
import gateway.stories.FakeCarrier;
import gateway.stories.FakeText;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One gateway's many lives: the same data directory, ports and carrier from the first to the last, while reporters text
 * without a pause. Ends when it has been left alone long enough to do all that was due.
 */
final class Campaign implements AutoCloseable {

    private static final String HOTLINE = "+12025550100";
    /** What a kill is drawn from: every named point three times in twenty. */
    private static final List<KillPoint> DECK = List.of(
            KillPoint.BEFORE_COMMIT, KillPoint.BEFORE_COMMIT, KillPoint.BEFORE_COMMIT,
            KillPoint.AFTER_COMMIT, KillPoint.AFTER_COMMIT, KillPoint.AFTER_COMMIT,
            KillPoint.AFTER_CLAIM, KillPoint.AFTER_CLAIM, KillPoint.AFTER_CLAIM,
            KillPoint.MID_SEND, KillPoint.MID_SEND, KillPoint.MID_SEND,
            KillPoint.AFTER_SEND, KillPoint.AFTER_SEND, KillPoint.AFTER_SEND,
            KillPoint.ANY_MOMENT, KillPoint.ANY_MOMENT, KillPoint.ANY_MOMENT,
            KillPoint.WHILE_STARTING, KillPoint.WITH_POSTGRES);
    private static final int LATEST_HIT = 20;
    /** Few texts leave in one life: whoever is asked is texted at a pace she can bear. */
    private static final int LATEST_SEND = 5;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final Duration UNTIL_THE_POINT = Duration.ofMinutes(1);
    private static final int KILLED = 128 + 9;
    /** A message that was being sent at a kill is due again when its lease has lapsed, 20 seconds later. */
    private static final Duration DRAIN = Duration.ofMinutes(4);

    private final Path folder;
    private final Path dataDirectory;
    private final Map<String, String> environment = new HashMap<>();
    private final Random random;
    private final Vertx vertx = Vertx.vertx();
    private final FakeCarrier carrier = new FakeCarrier(vertx);
    private final Reporters reporters;
    private final Map<KillPoint, Integer> hits = new EnumMap<>(KillPoint.class);

    /** @param faults what makes the gateway a broken build, as its environment says it */
    Campaign(String name, long seed, String... faults) {
        folder = emptied(Path.of("target", "ledger", name).toAbsolutePath());
        dataDirectory = folder.resolve("data");
        random = new Random(seed);
        reporters = new Reporters(carrier, HOTLINE, random.nextLong());
        var url = "http://127.0.0.1:" + freePort();
        carrier.isReachedAt(URI.create(url), URI.create(url));
        environment.put("GATEWAY_HTTP_PORT", url.substring(url.lastIndexOf(':') + 1));
        environment.put("GATEWAY_MANAGEMENT_PORT", Integer.toString(freePort()));
        environment.put("GATEWAY_PUBLIC_URL", url);
        environment.put("GATEWAY_DATA_DIRECTORY", dataDirectory.toString());
        environment.put("GATEWAY_CARRIER", "twilio");
        environment.put("GATEWAY_TWILIO_API_URL", carrier.apiUrl().toString());
        environment.put("GATEWAY_TWILIO_ACCOUNT_SID", FakeCarrier.SID);
        environment.put("GATEWAY_TWILIO_AUTH_TOKEN", FakeCarrier.TOKEN);
        for (var fault : faults) {
            environment.put(fault, "true");
        }
    }

    /** Lets the gateway be killed at each of these, one after another, then lets it live and looks at what is left. */
    Comparison run(List<KillPoint> kills) {
        reporters.begin();
        kills.forEach(this::live);
        reporters.end();
        return liveOn(List.of("the last text", "the last climb"));
    }

    /** As {@link #run}, of a build that is broken: what it sends twice is waited for, what only climbs later is not. */
    Comparison runBroken(List<KillPoint> kills) {
        reporters.begin();
        kills.forEach(this::live);
        reporters.end();
        return liveOn(List.of("the last text"));
    }

    /**
     * As many kills as wanted, shuffled, at each point at least once if there are so many; the very first start, which makes the
     * database, is left to end.
     */
    List<KillPoint> draw(int kills) {
        var drawn = new ArrayList<>(List.of(KillPoint.values()));
        Collections.shuffle(drawn, random);
        while (drawn.size() < kills) {
            var deck = new ArrayList<>(DECK);
            Collections.shuffle(deck, random);
            drawn.addAll(deck);
        }
        if (drawn.getFirst() == KillPoint.WHILE_STARTING) {
            Collections.swap(drawn, 0, 1);
        }
        return drawn.subList(0, kills);
    }

    Reporters reporters() {
        return reporters;
    }

    List<FakeText> requests() {
        return carrier.posts();
    }

    /** How often the gateway was killed where it was meant to be; the others were killed at any moment. */
    Map<KillPoint, Integer> hits() {
        return hits;
    }

    @Override
    public void close() {
        reporters.close();
        carrier.close();
        vertx.close().await();
    }

    private void live(KillPoint point) {
        var own = new HashMap<>(environment);
        if (point.isInside()) {
            own.put("LEDGER_POINT", point.name());
            var sends = point == KillPoint.AFTER_CLAIM || point == KillPoint.AFTER_SEND;
            own.put("LEDGER_HIT", Integer.toString(1 + random.nextInt(sends ? LATEST_SEND : LATEST_HIT)));
        }
        var gateway = GatewayProcess.start(own, folder.resolve("gateway.log").toFile());
        try {
            count(kill(gateway, point) ? point : KillPoint.ANY_MOMENT);
            assertEquals(KILLED, gateway.exitCode(), "the gateway ended by itself, see " + folder.resolve("gateway.log"));
        } finally {
            gateway.kill();
            carrier.answers(FakeAnswer.ACCEPT);
        }
    }

    /** Whether it was killed there. */
    private boolean kill(GatewayProcess gateway, KillPoint point) {
        if (point == KillPoint.WHILE_STARTING) {
            var ended = gateway.endsWithin(aMoment());
            var served = gateway.hasServed();
            gateway.kill();
            return !ended && !served;
        }
        gateway.awaitServing();
        return switch (point) {
            case BEFORE_COMMIT, AFTER_COMMIT, AFTER_CLAIM, AFTER_SEND -> {
                var killedItself = gateway.endsWithin(UNTIL_THE_POINT);
                gateway.kill();
                yield killedItself;
            }
            case MID_SEND -> {
                gateway.endsWithin(aMoment());
                yield killWhileTheCarrierIsSilent(gateway);
            }
            case ANY_MOMENT, WITH_POSTGRES, WHILE_STARTING -> {
                gateway.endsWithin(aMoment());
                if (point == KillPoint.WITH_POSTGRES) {
                    killPostgres();
                }
                gateway.kill();
                yield true;
            }
        };
    }

    private boolean killWhileTheCarrierIsSilent(GatewayProcess gateway) {
        carrier.answers(FakeAnswer.HANG);
        // One request may have been on its way to an answer when the carrier fell silent; the one after it was not.
        var enough = carrier.posts().size() + 2;
        var waited = Duration.ZERO;
        var look = Duration.ofMillis(10);
        while (carrier.posts().size() < enough && waited.compareTo(UNTIL_THE_POINT) < 0 && !gateway.endsWithin(look)) {
            waited = waited.plus(look);
        }
        gateway.kill();
        return carrier.posts().size() >= enough;
    }

    private void killPostgres() {
        try {
            var pid = Files.readAllLines(dataDirectory.resolve("postgres/cluster/postmaster.pid")).getFirst().strip();
            var postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            if (postgres.info().command().orElse("").startsWith(dataDirectory.toString())) {
                postgres.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param moments after which all that is due is to be done; twice, since on a busy machine ladders climb late */
    private Comparison liveOn(List<String> moments) {
        var gateway = GatewayProcess.start(environment, folder.resolve("gateway.log").toFile());
        try {
            gateway.awaitServing();
            Eventually.until("every text is answered", DRAIN, reporters::allAnswered);
            try (var books = new Books(dataDirectory)) {
                for (var after : moments) {
                    var now = Instant.now();
                    Eventually.until("all that was due after " + after + " is done", DRAIN, () -> books.undone(now) == 0);
                }
            }
            assertEquals(0, gateway.stop(), "how the gateway stopped when it was told to");
        } finally {
            gateway.kill();
        }
        try (var books = new Books(dataDirectory)) {
            return Comparison.of(reporters.answered(), carrier.posts(), books);
        }
    }

    private Duration aMoment() {
        return Duration.ofMillis(300 + random.nextInt(LONGEST_LIFE_MILLIS - 300));
    }

    private void count(KillPoint point) {
        hits.merge(point, 1, Integer::sum);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Collections.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
