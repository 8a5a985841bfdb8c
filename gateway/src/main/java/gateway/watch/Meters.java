package gateway.watch;

import gateway.database.Collisions;
import gateway.database.FailedRows;
import gateway.database.FaultyRows;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.messaging.Carrier;
import gateway.messaging.SendOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Counts and times what goes through the house, for Prometheus. Labels come from short closed lists: never a number, a
 * name or a word anybody wrote.
 */
public final class Meters {

    private static final Duration[] STEPS = {Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
        Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5)};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<WatchedLoop> loops = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> alertsByState = new ConcurrentHashMap<>();
    private final Counter unknownFields = Counter.builder("umbrella.form.fields.unknown")
            .description("Fields of signed requests that no carrier is known to send").register(registry);
    private final Counter dispatches = Counter.builder("umbrella.dispatches")
            .description("Responders asked, on this database, since this gateway started").register(registry);

    private final AtomicLong failingAlerts = new AtomicLong();
    private final AtomicLong faultyRows = new AtomicLong();
    private final AtomicLong nobodyAsked = new AtomicLong();

    public Meters() {
        Gauge.builder("umbrella.alerts.nobody.asked", nobodyAsked, AtomicLong::get)
                .description("Open alerts for which the last resort finds nobody it may ask").register(registry);
        Gauge.builder("umbrella.alerts.failing", failingAlerts, AtomicLong::get)
                .description("Alerts three turns of which failed one after the other: nobody more is asked").register(registry);
        Gauge.builder("umbrella.rows.faulty", faultyRows, AtomicLong::get)
                .description("Rows of the network that cannot be read now, and others that could not be read within a day").register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        for (var result : new String[] {"taken", "already_taken", "failed"}) {
            intake(result);
        }
        for (var outcome : new String[] {"accepted", "not_taken", "unknown", "refused"}) {
            attempts(outcome);
        }
        sending();
    }

    /** The inbox, with each report counted and timed from the door to the commit. */
    public Function<Envelope, Receipt> counting(Function<Envelope, Receipt> inbox) {
        return envelope -> {
            var started = Timer.start(registry);
            var result = "failed";
            try {
                var receipt = inbox.apply(envelope);
                result = receipt.name().toLowerCase(Locale.ROOT);
                return receipt;
            } finally {
                started.stop(intake(result));
            }
        };
    }

    /** The carrier, with each send timed. */
    public Carrier timing(Carrier carrier) {
        return outgoing -> {
            var started = Timer.start(registry);
            try {
                return carrier.send(outgoing);
            } finally {
                started.stop(sending());
            }
        };
    }

    /** What was done again because two wanted the same at once, by what they collided at. */
    public void show(Collisions collisions) {
        for (var kind : Collisions.Kind.values()) {
            FunctionCounter.builder("umbrella.collisions", collisions, all -> all.count(kind))
                    .description("Work done again because two wanted the same row, number or code at once")
                    .tag("kind", kind.word()).register(registry);
        }
    }

    /** How often a row was left out because it could not be read. */
    public void show(FaultyRows rows) {
        FunctionCounter.builder("umbrella.rows.left.out", rows, FaultyRows::count)
                .description("How often a row was left out because it could not be read").register(registry);
    }

    /** How often a row's work failed in a turn of a loop. */
    public void show(FailedRows rows) {
        FunctionCounter.builder("umbrella.rows.failed", rows, FailedRows::count)
                .description("How often a row's work failed in a turn of a loop").register(registry);
    }

    /** For doors to tell of fields that no carrier is known to send; nothing of them is read. */
    public void countUnknownFields(int fields) {
        unknownFields.increment(fields);
    }

    /** For the postman to tell of each attempt. */
    public void countAttempt(SendOutcome outcome) {
        attempts(switch (outcome) {
            case SendOutcome.Accepted _ -> "accepted";
            case SendOutcome.NotTaken _ -> "not_taken";
            case SendOutcome.Unknown _ -> "unknown";
            case SendOutcome.Refused _ -> "refused";
        }).increment();
    }

    /** Shows how long ago a turn of the loop last went well. */
    public void watch(WatchedLoop loop) {
        // The registry holds what it measures only weakly.
        loops.add(loop);
        TimeGauge.builder("umbrella.loop.lag", loop, TimeUnit.MILLISECONDS,
                        watched -> watched.sinceSuccess().get().toMillis())
                .description("How long ago a turn of this loop last went well")
                .tag("loop", loop.name()).register(registry);
    }

    /** All that has been counted, as Prometheus reads it. */
    public String text() {
        return registry.scrape();
    }

    void countDispatches(long more) {
        dispatches.increment((double) more);
    }

    void showNobodyAsked(long alerts) {
        nobodyAsked.set(alerts);
    }

    void showFailing(long alerts, long rows) {
        failingAlerts.set(alerts);
        faultyRows.set(rows);
    }

    void showAlerts(String state, long count) {
        alertsByState.computeIfAbsent(state, this::alerts).set(count);
    }

    private AtomicLong alerts(String state) {
        var count = new AtomicLong();
        Gauge.builder("umbrella.alerts", count, AtomicLong::get).description("Alerts by state")
                .tag("state", state).register(registry);
        return count;
    }

    private Timer intake(String result) {
        return Timer.builder("umbrella.intake").description("Texts taken in, from the door to the commit")
                .serviceLevelObjectives(STEPS).tag("result", result).register(registry);
    }

    private Timer sending() {
        return Timer.builder("umbrella.sending").description("Attempts, from the request to the carrier's answer")
                .serviceLevelObjectives(STEPS).register(registry);
    }

    private Counter attempts(String outcome) {
        return Counter.builder("umbrella.attempts").description("Attempts by outcome")
                .tag("outcome", outcome).register(registry);
    }
}
