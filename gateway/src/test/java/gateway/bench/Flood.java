package gateway.bench;

import gateway.bench.Strangers.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * A hundred strangers text each second for a minute, with twenty known numbers among them, three seconds apart; before
 * that, in the same run, the twenty alone. Times count from when a text was due at our door.
 */
final class Flood {

    private static final int A_SECOND = 100;
    private static final int SECONDS = 60;
    private static final int KNOWN = 20;
    private static final Duration LAST_TOLD = Duration.ofSeconds(150);

    private final int port;
    private final BenchDatabase database;
    private final Strangers strangers;
    private final FastCarrier carrier;

    Flood(int port, BenchDatabase database, Strangers strangers, FastCarrier carrier) {
        this.port = port;
        this.database = database;
        this.strangers = strangers;
        this.carrier = carrier;
    }

    /** Seconds from each text until the first request about its alert, negative where none came, and the densest minute. */
    private record Measured(List<Long> known, List<Long> strangers, int most, int refused, int responders) {}

    List<String> measure() {
        OpenLoop.send(port, 50, strangers.webhooks(500));
        settle();
        OpenLoop.send(port, 5, knownOnes());
        settle();
        database.vouch();
        var alone = send(knownOnes(), KNOWN * 1.0 / SECONDS);
        settle();
        // Whoever was texted about the twenty begins the flood with a whole minute of her own.
        GatewayProcess.pause(Duration.ofSeconds(61));
        var flooded = send(mixed(), A_SECOND);
        return report(alone, flooded);
    }

    private List<String> report(Measured alone, Measured flooded) {
        var baseline = times(alone.known);
        var known = times(flooded.known);
        var others = times(flooded.strangers);
        return List.of(
                "(e) %d texts a second for %d s, %d of known numbers among them; %d responders, %d of them texted".formatted(
                        A_SECOND, SECONDS, KNOWN, BenchNetwork.RESPONDERS, flooded.responders),
                "      known alone      " + line(baseline, alone.known),
                "      known in a flood " + line(known, flooded.known),
                "      in a flood / alone: p50 %.2f, p99 %.2f".formatted(
                        (double) known.getValueAtPercentile(50) / baseline.getValueAtPercentile(50),
                        (double) known.getValueAtPercentile(99) / baseline.getValueAtPercentile(99)),
                "      strangers        " + line(others, flooded.strangers) + ", of them within 60 s %d".formatted(
                        flooded.strangers.stream().filter(time -> time >= 0 && time <= 60_000).count()),
                "      most texts a responder in any minute: %d alone, %d in the flood; put off with 503: %d".formatted(alone.most,
                        flooded.most, alone.refused + flooded.refused));
    }

    private List<Webhook> knownOnes() {
        var known = new ArrayList<Webhook>();
        for (var i = 0; i < KNOWN; i++) {
            known.add(strangers.webhook(79_700 + i));
        }
        return known;
    }

    /** Every three hundredth is known. */
    private List<Webhook> mixed() {
        var mixed = new ArrayList<>(strangers.webhooks(A_SECOND * SECONDS - KNOWN));
        var known = knownOnes();
        for (var i = 0; i < KNOWN; i++) {
            mixed.add(i * A_SECOND * SECONDS / KNOWN + A_SECOND, known.get(i));
        }
        return mixed;
    }

    private Measured send(List<Webhook> webhooks, double aSecond) {
        var since = Instant.now().minusMillis(50);
        var sent = aSecond < 1 ? slowly(webhooks) : OpenLoop.send(port, (int) aSecond, webhooks);
        for (var until = Instant.now().plus(LAST_TOLD); Instant.now().isBefore(until) && !database.isTold();) {
            GatewayProcess.pause(Duration.ofMillis(500));
        }
        var attempts = database.attemptsSince(since);
        var known = knownOnesOf(webhooks);
        var times = Map.of(true, new ArrayList<Long>(), false, new ArrayList<Long>());
        for (var i = 0; i < webhooks.size(); i++) {
            var due = sent.due()[i];
            var first = attempts.getOrDefault(database.indexOf(webhooks.get(i).sid()), List.of()).stream()
                    .map(carrier.attempts()::get).filter(Objects::nonNull).min(Long::compare);
            Objects.requireNonNull(times.get(known.contains(i))).add(first.map(arrived -> (arrived - due) / 1_000_000).orElse(-1L));
        }
        var texted = arrivals(since);
        return new Measured(Objects.requireNonNull(times.get(true)), Objects.requireNonNull(times.get(false)),
                texted.values().stream().mapToInt(Flood::densestMinute).max().orElse(0), sent.refused(), texted.size());
    }

    private OpenLoop.Sent slowly(List<Webhook> webhooks) {
        var due = new long[webhooks.size()];
        var refused = 0;
        for (var i = 0; i < due.length; i++) {
            var one = OpenLoop.send(port, 1, webhooks.subList(i, i + 1));
            due[i] = one.due()[0];
            refused += one.refused();
            GatewayProcess.pause(Duration.ofMillis(SECONDS * 1000L / KNOWN - 60));
        }
        return new OpenLoop.Sent(due, refused);
    }

    private static List<Integer> knownOnesOf(List<Webhook> webhooks) {
        var known = new ArrayList<Integer>();
        for (var i = 0; i < KNOWN; i++) {
            known.add(webhooks.size() == KNOWN ? i : i * A_SECOND * SECONDS / KNOWN + A_SECOND);
        }
        return known;
    }

    /** When texts about alerts had come for each responder. */
    private Map<String, List<Long>> arrivals(Instant since) {
        var arrivals = new HashMap<String, List<Long>>();
        database.membersSince(since).forEach((attempt, member) -> {
            var arrived = carrier.attempts().get(attempt);
            if (arrived != null) {
                arrivals.computeIfAbsent(member, _ -> new ArrayList<>()).add(arrived);
            }
        });
        return arrivals;
    }

    private static int densestMinute(List<Long> arrivals) {
        return arrivals.stream().mapToInt(last -> (int) arrivals.stream()
                .filter(other -> other <= last && other > last - Duration.ofMinutes(1).toNanos()).count()).max().orElse(0);
    }

    private void settle() {
        for (var until = Instant.now().plus(LAST_TOLD); Instant.now().isBefore(until) && !database.isTold();) {
            GatewayProcess.pause(Duration.ofMillis(500));
        }
        database.quieten();
    }

    private static Histogram times(List<Long> milliseconds) {
        var histogram = new Histogram(3);
        milliseconds.stream().filter(time -> time >= 0).forEach(histogram::recordValue);
        return histogram;
    }

    private static String line(Histogram times, List<Long> all) {
        return "p50 %d ms  p99 %d ms  max %d ms  n = %d, without a request %d".formatted(times.getValueAtPercentile(50),
                times.getValueAtPercentile(99), times.getMaxValue(), all.size(),
                all.stream().flatMapToLong(LongStream::of).filter(time -> time < 0).count());
    }
}
