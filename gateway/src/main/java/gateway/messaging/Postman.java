package gateway.messaging;

import gateway.database.Database;
import gateway.database.DatabaseAway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due from the outbox, hands it to its carrier and writes down the outcome. Each carrier account has a
 * bounded number of hands, so that a carrier that hangs delays nobody but itself.
 */
public final class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int HANDS = 8;
    /** A gateway that stood still for longer between claim and send does not send: another may be about to. */
    private static final Duration LATEST_START = Claims.LEASE.dividedBy(2);

    private final Database database;
    private final Claims claims;
    private final List<Route> routes;
    private final InstantSource clock;
    private final InstantSource monotonic;
    private final Consumer<SendOutcome> outcomes;
    private final Set<UUID> inFlight = ConcurrentHashMap.newKeySet();
    private final Queue<Sent> unwritten = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    /**
     * @param carriers  the carrier of each account; messages of other accounts stay due until they expire
     * @param monotonic what no one can set, to measure a pause with
     * @param outcomes  is told of each attempt's outcome, to count it
     */
    public Postman(Database database, Claims claims, Map<UUID, Carrier> carriers, InstantSource clock,
            InstantSource monotonic, Consumer<SendOutcome> outcomes) {
        this.database = database;
        this.claims = claims;
        this.routes = carriers.entrySet().stream()
                .map(entry -> new Route(entry.getKey(), entry.getValue(), new Semaphore(HANDS))).toList();
        this.clock = clock;
        this.monotonic = monotonic;
        this.outcomes = outcomes;
    }

    /** Begins to send all that is due, as far as hands are free, and returns without waiting for any carrier. */
    public Optional<Instant> tick() {
        writeDownWhatCouldNotBe();
        var next = database.inTransaction(tx -> {
            claims.lapsed().tidy(tx, Set.copyOf(inFlight), tx.now());
            return claims.nextDue(tx);
        });
        routes.forEach(this::fillHands);
        return next;
    }

    /** Begins nothing more and waits for what is being sent. What is not done by then is told from the lease. */
    public void stop(Duration patience) {
        stopping = true;
        var until = monotonic.instant().plus(patience);
        try {
            for (var route : routes) {
                var left = Math.max(0, Duration.between(monotonic.instant(), until).toMillis());
                if (route.hands.tryAcquire(HANDS, left, TimeUnit.MILLISECONDS)) {
                    route.hands.release(HANDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        writeDownWhatCouldNotBe();
    }

    /** Whether nothing is being sent at this moment. */
    public boolean isIdle() {
        return routes.stream().allMatch(route -> route.hands.availablePermits() == HANDS);
    }

    private record Route(UUID account, Carrier carrier, Semaphore hands) {}

    private void fillHands(Route route) {
        var taken = route.hands.drainPermits();
        var used = 0;
        try {
            if (taken > 0) {
                var begun = monotonic.instant();
                for (var claimed : claim(route, taken)) {
                    used++;
                    Thread.ofVirtual().name("postman").start(() -> sendOneAfterAnother(route, claimed, begun));
                }
            }
        } finally {
            route.hands.release(taken - used);
        }
    }

    /** One hand: as long as more is due it goes on, so that a long queue does not wait for the next tick. */
    private void sendOneAfterAnother(Route route, ClaimedMessage first, Instant firstClaimed) {
        try {
            var messages = List.of(first);
            var claimed = firstClaimed;
            while (!messages.isEmpty()) {
                send(route, messages.getFirst(), claimed);
                claimed = monotonic.instant();
                messages = claim(route, 1);
            }
        } catch (DatabaseAway away) {
            log.warn("The database is away; what is due stays due");
        } catch (RuntimeException failure) {
            log.error("A hand of the postman failed; what it held is told from its lease", failure);
        } finally {
            route.hands.release();
        }
    }

    private List<ClaimedMessage> claim(Route route, int limit) {
        if (stopping) {
            return List.of();
        }
        var messages = database.inTransaction(tx -> claims.claim(tx, route.account, limit, tx.now()));
        messages.forEach(claimed -> inFlight.add(claimed.message().value()));
        return messages;
    }

    private void send(Route route, ClaimedMessage message, Instant claimed) {
        var sent = new Sent(message, outcomeOf(route, message, claimed));
        outcomes.accept(sent.outcome);
        try {
            write(sent);
        } catch (RuntimeException notWritten) {
            unwritten.add(sent);
            throw notWritten;
        }
    }

    private SendOutcome outcomeOf(Route route, ClaimedMessage message, Instant claimed) {
        if (Duration.between(claimed, monotonic.instant()).compareTo(LATEST_START) > 0) {
            return new SendOutcome.NotTaken("stood still");
        }
        try {
            return route.carrier.send(message.outgoing());
        } catch (RuntimeException bug) {
            log.error("The carrier of attempt {} failed", message.outgoing().attempt(), bug);
            return new SendOutcome.Unknown("failed");
        }
    }

    private record Sent(ClaimedMessage claimed, SendOutcome outcome) {}

    private void write(Sent sent) {
        database.run(tx -> claims.record(tx, sent.claimed, sent.outcome, tx.now()));
        inFlight.remove(sent.claimed.message().value());
    }

    /** An outcome that was heard while the database was away is kept, so that its message need not be repeated. */
    private void writeDownWhatCouldNotBe() {
        for (var sent : List.copyOf(unwritten)) {
            try {
                write(sent);
                unwritten.remove(sent);
            } catch (DatabaseAway away) {
                throw away;
            } catch (RuntimeException failure) {
                log.error("The outcome of attempt {} cannot be written", sent.claimed.outgoing().attempt(), failure);
                if (clock.instant().isAfter(sent.claimed.lease())) {
                    unwritten.remove(sent);
                    inFlight.remove(sent.claimed.message().value());
                }
            }
        }
    }
}
