package gateway.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * The speed of the gateway in one table, printed and written to {@code target/benchmark.txt}. Length and size by
 * {@code -Dbench.seconds} (of one turn), {@code -Dbench.rounds}, {@code -Dbench.starts} and {@code -Dbench.alerts} (resolved
 * ones in the full log). With {@code -Dbench.scenario=flood} only {@link Flood} is measured; with {@code -Dbench.other}, the
 * folder {@code target/umbrella} of another checkout, only that against this ({@link Versions}).
 */
public final class Benchmark {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path EXAMPLE = Path.of("config", "network.example.yaml");
    private static final int[] CONNECTIONS = {16, 64};
    private static final int[] RATES = {20, 100};
    private static final int LATENCY_TURNS = 3;
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** While it stands, nothing that is opened falls due: the doors are measured without the loops behind them. */
    private static final String HOLD = """
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN NEW.due_at = NEW.due_at + interval '1 day'; RETURN NEW; END $$;
            CREATE TRIGGER hold BEFORE INSERT ON ladder FOR EACH ROW EXECUTE FUNCTION hold()
            """;
    private static final String LET_GO = "DROP FUNCTION hold CASCADE";

    private final Duration turn = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private final int starts = Integer.getInteger("bench.starts", 3);
    private final int rounds = Integer.getInteger("bench.rounds", 3);
    private final int resolved = Integer.getInteger("bench.alerts", 1_000_000);
    private final List<String> table = new ArrayList<>();
    private final LongAdder putOff = new LongAdder();
    private final Vertx vertx = Vertx.vertx();
    private final FastCarrier carrier = new FastCarrier(vertx);

    private Benchmark() {}

    public static void main(String[] arguments) throws IOException {
        var benchmark = new Benchmark();
        try {
            if (System.getProperty("bench.other") != null) {
                benchmark.versions(Path.of(System.getProperty("bench.other")));
            } else if ("flood".equals(System.getProperty("bench.scenario"))) {
                benchmark.flood();
            } else {
                benchmark.measure();
            }
        } finally {
            benchmark.carrier.close();
            benchmark.vertx.close().await();
        }
    }

    private void versions(Path other) throws IOException {
        delete(FOLDER);
        Files.createDirectories(FOLDER);
        var network = Files.writeString(FOLDER.resolve("network.yaml"), BenchNetwork.yaml());
        say("Umbrella before and now, %s: %d processors, load average %s at the start", Instant.now(),
                Runtime.getRuntime().availableProcessors(), loadAverage());
        new Versions(vertx, carrier, FOLDER, network).measure(other, turn, rounds).forEach(line -> say("%s", line));
        say("Load average at the end %s", loadAverage());
        Files.write(Path.of("target", "benchmark-versions.txt"), table);
    }

    private void flood() throws IOException {
        delete(FOLDER);
        Files.createDirectories(FOLDER);
        var network = Files.writeString(FOLDER.resolve("network.yaml"), BenchNetwork.yaml());
        say("Umbrella in a flood, %s: %d processors, load average %s at the start", Instant.now(),
                Runtime.getRuntime().availableProcessors(), loadAverage());
        GatewayProcess.start(FOLDER.resolve("flood"), network, carrier.apiUrl()).close();
        try (var gateway = GatewayProcess.start(FOLDER.resolve("flood"), network, carrier.apiUrl());
                var database = new BenchDatabase(vertx, FOLDER.resolve("flood"))) {
            new Flood(gateway.port(), database, new Strangers(gateway.port()), carrier).measure().forEach(line -> say("%s", line));
        }
        say("Load average at the end %s", loadAverage());
        Files.write(Path.of("target", "benchmark-flood.txt"), table);
    }

    private void measure() throws IOException {
        var begun = Instant.now();
        delete(FOLDER);
        Files.createDirectories(FOLDER);
        var network = Files.writeString(FOLDER.resolve("network.yaml"), BenchNetwork.yaml());
        say("Umbrella, measured %s: %d processors, Java %s, load average %s at the start", begun,
                Runtime.getRuntime().availableProcessors(), Runtime.version(), loadAverage());
        starts();
        prepare(network);
        try (var empty = GatewayProcess.start(FOLDER.resolve("empty"), network, carrier.apiUrl());
                var full = GatewayProcess.start(FOLDER.resolve("full"), network, carrier.apiUrl());
                var emptyDatabase = new BenchDatabase(vertx, FOLDER.resolve("empty"));
                var fullDatabase = new BenchDatabase(vertx, FOLDER.resolve("full"));
                var same = sameStatements(emptyDatabase)) {
            var one = new Measured(empty, emptyDatabase, carrier, putOff);
            var other = new Measured(full, fullDatabase, carrier, putOff);
            warmUp(one, same);
            warmUp(other, same);
            for (var connections : CONNECTIONS) {
                committed(connections, one, other, same);
            }
            for (var rate : RATES) {
                latency(rate, one, other);
            }
            say("(d) memory under load: %d MB resident at the end, n = %d texts taken in since the start", empty.residentMegabytes(),
                    emptyDatabase.count("SELECT count(*) FROM envelope"));
        }
        say("Texts put off with 503, of all: %d", putOff.sum());
        say("Took %d s; load average at the end %s", Duration.between(begun, Instant.now()).toSeconds(), loadAverage());
        Files.write(Path.of("target", "benchmark.txt"), table);
    }

    /** (d): an empty folder is a cold start: binaries unpacked, cluster made, migrations run, example network loaded. */
    private void starts() {
        var cold = new ArrayList<Double>();
        var warm = new ArrayList<Double>();
        var idle = new ArrayList<Double>();
        for (var i = 0; i < starts; i++) {
            var data = FOLDER.resolve("start-" + i);
            try (var gateway = GatewayProcess.start(data, EXAMPLE, carrier.apiUrl())) {
                cold.add(gateway.untilReady().toMillis() / 1000.0);
            }
            try (var gateway = GatewayProcess.start(data, EXAMPLE, carrier.apiUrl())) {
                warm.add(gateway.untilReady().toMillis() / 1000.0);
                GatewayProcess.pause(IDLE);
                idle.add((double) gateway.residentMegabytes());
            }
        }
        say("(d) start to ready, cold (empty data directory): %s s; warm: %s s (n = %d each)", list("%.1f", cold),
                list("%.1f", warm), starts);
        say("(d) memory idle, %d s after a warm start: %s MB resident (n = %d)", IDLE.toSeconds(), list("%.0f", idle), starts);
    }

    private void prepare(Path network) {
        for (var name : List.of("empty", "full")) {
            GatewayProcess.start(FOLDER.resolve(name), network, carrier.apiUrl()).close();
        }
        try (var database = new BenchDatabase(vertx, FOLDER.resolve("full"))) {
            var took = ResolvedAlerts.write(database, resolved);
            say("(c) the full log: %d resolved alerts, %d rows, %d MB, written in %d s", resolved,
                    (long) resolved * ResolvedAlerts.ROWS_AN_ALERT,
                    database.count("SELECT pg_database_size('umbrella') / 1048576"), took.toSeconds());
        }
        try (var database = new BenchDatabase(vertx, FOLDER.resolve("empty"));
                var connection = database.superuser("postgres"); var statement = connection.createStatement()) {
            database.disconnect();
            statement.execute("CREATE DATABASE replay TEMPLATE umbrella");
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private SameStatements sameStatements(BenchDatabase database) {
        database.run(HOLD);
        var recordings = database.twoWebhooks();
        database.run(LET_GO);
        var same = new SameStatements(vertx, database.runner().onDatabase("replay"), recordings);
        say("(a) one stranger's \"%s\" runs %d statements in one transaction:", Strangers.WORDS, same.count());
        same.texts().forEach(text -> say("      %s", text.length() < 110 ? text : text.substring(0, 110) + " …"));
        return same;
    }

    private void warmUp(Measured measured, SameStatements same) {
        measured.makeKnown((int) (RATES[RATES.length - 1] * turn.toSeconds() * LATENCY_TURNS));
        measured.webhooks(64, turn.multipliedBy(2));
        ClosedLoop.statements(same, 64, turn);
        measured.latencies(50, turn);
    }

    /** (a) and its half of (c), in turns. */
    private void committed(int connections, Measured empty, Measured full, SameStatements same) {
        var webhooks = new ArrayList<Double>();
        var doors = new ArrayList<Double>();
        var statements = new ArrayList<Double>();
        var withFullLog = new ArrayList<Double>();
        var n = new long[4];
        for (var round = 0; round < rounds; round++) {
            n[0] += add(webhooks, empty.webhooks(connections, turn));
            n[1] += add(statements, ClosedLoop.statements(same, connections, turn));
            n[2] += add(withFullLog, full.webhooks(connections, turn));
            empty.database().run(HOLD);
            n[3] += add(doors, empty.webhooks(connections, turn));
            empty.database().run(LET_GO);
        }
        say("(a) committed a second, %d connections, %d turns of %d s each:", connections, rounds, turn.toSeconds());
        say("      same SQL through the pool      %s  n = %d", rates(statements), n[1]);
        say("      webhooks, all loops at work    %s  n = %d  ratio %.2f", rates(webhooks), n[0], mean(webhooks) / mean(statements));
        say("      webhooks, nothing falling due  %s  n = %d  ratio %.2f", rates(doors), n[3], mean(doors) / mean(statements));
        say("(c)   webhooks, full log             %s  n = %d  empty / full %.2f", rates(withFullLog), n[2],
                mean(webhooks) / mean(withFullLog));
    }

    /** (b) and its half of (c), in turns. */
    private void latency(int aSecond, Measured empty, Measured full) {
        var histograms = List.of(new Histogram(3), new Histogram(3));
        var lost = new int[2];
        for (var round = 0; round < rounds; round++) {
            lost[0] += add(histograms.get(0), empty.latencies(aSecond, turn.multipliedBy(LATENCY_TURNS)));
            lost[1] += add(histograms.get(1), full.latencies(aSecond, turn.multipliedBy(LATENCY_TURNS)));
        }
        say("(b) webhook to request-at-carrier, %d a second of known numbers, open loop, %d responders, all free, 3 asked for each:", aSecond,
                BenchNetwork.RESPONDERS);
        for (var which = 0; which < 2; which++) {
            var times = histograms.get(which);
            say("%s     %s log  p50 %.1f ms  p99 %.1f ms  max %.1f ms  n = %d, without a request %d", which == 0 ? "   " : "(c)",
                    which == 0 ? "empty" : "full ", times.getValueAtPercentile(50) / 1000.0,
                    times.getValueAtPercentile(99) / 1000.0, times.getMaxValue() / 1000.0, times.getTotalCount(), lost[which]);
        }
        say("(c)   full / empty: p50 %.2f, p99 %.2f",
                (double) histograms.get(1).getValueAtPercentile(50) / histograms.get(0).getValueAtPercentile(50),
                (double) histograms.get(1).getValueAtPercentile(99) / histograms.get(0).getValueAtPercentile(99));
    }

    private static int add(Histogram histogram, long[] times) {
        var lost = 0;
        for (var time : times) {
            if (time < 0) {
                lost++;
            } else {
                histogram.recordValue(time);
            }
        }
        return lost;
    }

    private static long add(List<Double> rates, ClosedLoop.Done done) {
        rates.add(done.aSecond());
        return done.count();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static String rates(List<Double> values) {
        return "%7.1f (%s)".formatted(mean(values), list("%.0f", values));
    }

    private static String list(String form, List<Double> values) {
        return String.join(", ", values.stream().map(form::formatted).toList());
    }

    private void say(String form, Object... values) {
        var line = form.formatted(values);
        table.add(line);
        System.out.println(line);
    }

    private static String loadAverage() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var found = Files.walk(folder)) {
                for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
