package gateway.bench;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * What was packed before and what was packed now, side by side and in turns within one run: each stands still while the other
 * is measured. The folder of the other is that of its {@code bin} and {@code lib}.
 */
final class Versions {

    private static final int CONNECTIONS = 16;
    private static final int A_SECOND = 20;

    private final Vertx vertx;
    private final FastCarrier carrier;
    private final Path folder;
    private final Path network;
    private final LongAdder putOff = new LongAdder();

    Versions(Vertx vertx, FastCarrier carrier, Path folder, Path network) {
        this.vertx = vertx;
        this.carrier = carrier;
        this.folder = folder;
        this.network = network;
    }

    /** What was measured of one of them, a value a round. */
    private static final class Figures {
        private final List<Double> rates = new ArrayList<>();
        private final Histogram times = new Histogram(3);
        private final List<Long> idle = new ArrayList<>();
        private final List<Long> loaded = new ArrayList<>();
        private long committed;
        private int lost;
    }

    List<String> measure(Path other, Duration turn, int rounds) {
        var before = new Figures();
        var now = new Figures();
        try (var old = start(other, "old"); var fresh = start(GatewayProcess.PACKED, "new")) {
            before.idle.add(old.gateway().residentMegabytes());
            now.idle.add(fresh.gateway().residentMegabytes());
            for (var measured : List.of(old, fresh)) {
                measured.makeKnown((int) (A_SECOND * turn.toSeconds()));
                measured.webhooks(CONNECTIONS, turn.multipliedBy(2));
                measured.latencies(A_SECOND, turn);
            }
            for (var round = 0; round < rounds; round++) {
                // Whoever is first in a round is second in the next.
                turn(round % 2 == 0 ? old : fresh, round % 2 == 0 ? before : now, turn);
                turn(round % 2 == 0 ? fresh : old, round % 2 == 0 ? now : before, turn);
            }
        }
        return List.of("Before and now, %d rounds of turns of %d s".formatted(rounds, turn.toSeconds()), line("before", before), line("now   ", now),
                "      now / before: committed a second %.2f, p50 %.2f, p99 %.2f, memory loaded %.2f; put off with 503: %d".formatted(
                        mean(now.rates) / mean(before.rates), ratio(now, before, 50), ratio(now, before, 99),
                        (double) now.loaded.getLast() / before.loaded.getLast(), putOff.sum()));
    }

    private Measured start(Path umbrella, String name) {
        var data = folder.resolve(name);
        GatewayProcess.start(umbrella, data, network, carrier.apiUrl()).close();
        return new Measured(GatewayProcess.start(umbrella, data, network, carrier.apiUrl()), new BenchDatabase(vertx, data), carrier, putOff);
    }

    private static void turn(Measured measured, Figures figures, Duration turn) {
        var done = measured.webhooks(CONNECTIONS, turn);
        figures.rates.add(done.aSecond());
        figures.committed += done.count();
        for (var time : measured.latencies(A_SECOND, turn)) {
            if (time < 0) {
                figures.lost++;
            } else {
                figures.times.recordValue(time);
            }
        }
        figures.loaded.add(measured.gateway().residentMegabytes());
    }

    private static String line(String name, Figures figures) {
        return "      %s  committed a second %.1f %s n = %d  webhook to request p50 %.1f ms p99 %.1f ms n = %d, without a request %d  MB idle %s loaded %s"
                .formatted(name, mean(figures.rates), figures.rates.stream().map("%.0f"::formatted).toList(), figures.committed,
                        figures.times.getValueAtPercentile(50) / 1000.0, figures.times.getValueAtPercentile(99) / 1000.0,
                        figures.times.getTotalCount(), figures.lost, figures.idle, figures.loaded);
    }

    private static double ratio(Figures one, Figures other, int percentile) {
        return (double) one.times.getValueAtPercentile(percentile) / other.times.getValueAtPercentile(percentile);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }
}
