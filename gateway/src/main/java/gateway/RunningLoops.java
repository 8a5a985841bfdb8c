package gateway;

import gateway.database.Notifier;
import gateway.messaging.Postman;
import gateway.watch.Alarms;
import gateway.watch.Meters;
import gateway.watch.Tallies;
import gateway.watch.WatchedLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every loop of the gateway at work: how often each turns, and which of them a change wakes. */
final class RunningLoops {

    /** Each attends to another alert: when many come at once, one alone would fall behind. */
    private static final int CLIMBERS = 2;
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Known numbers may go half a minute apart: that a moment has come is seen soon. */
    private static final Duration HERALD = Duration.ofMillis(250);
    private static final Duration DUTY = Duration.ofSeconds(5);
    private static final Duration NOTIFY = Duration.ofMillis(100);
    private static final Duration TALLY = Duration.ofSeconds(10);
    /** No loop may be slower than the age at which {@code Health} takes it for ill. */
    private static final Duration LEARN = Duration.ofSeconds(20);
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final OpenHouse open;
    private final Meters meters;
    private final List<Loop> loops = new ArrayList<>();

    RunningLoops(OpenHouse open, Meters meters) {
        this.open = open;
        this.meters = meters;
    }

    /** They owe receipts as rows, and their calls go on with time: each has a loop of its own. */
    void attendTo(VirtualPhones phones) {
        wokenBy(every(TICK, "virtual phones", phones.carrier::tick));
        every(TICK, "virtual calls", phones.exchange::tick);
    }

    /** All but those of the virtual phones. */
    void start(Postman postman, Notifier notifier, Alarms alarms) {
        every(TICK, "clock", open.clock::tick);
        for (var climber = 1; climber <= CLIMBERS; climber++) {
            wokenBy(whenDue(TICK, "escalation clock " + climber, open.house.loops.escalationClock::tick));
        }
        wokenBy(whenDue(TICK, "lease reminders", open.house.loops.leaseReminders::tick));
        whenDue(TICK, "pretences", open.house.loops.pretenceClock::tick);
        whenDue(TICK, "safety timers", open.house.loops.timerClock::tick);
        wokenBy(whenDue(TICK, "second calls", open.house.loops.secondCalls::tick));
        whenDue(TICK, "unattended ladders", open.house.loops.unattended::tick);
        whenDue(TICK, "companions", open.house.loops.moreHands::tick);
        wokenBy(whenDue(HERALD, "herald", open.house.loops.herald::tick));
        wokenBy(whenDue(HERALD, "crier", open.house.loops.crier::tick));
        wokenBy(whenDue(HERALD, "ringing", open.house.loops.ringing::tick));
        wokenBy(whenDue(TICK, "unreached phones", open.house.loops.unreachedPhones::tick));
        wokenBy(whenDue(TICK, "calls again", open.house.loops.callingAgain::tick));
        whenDue(TICK, "refused texts", open.house.loops.refusedTexts::tick);
        wokenBy(whenDue(TICK, "later texts", open.house.loops.keepingPosted::tick));
        wokenBy(whenDue(TICK, "safe words", open.house.loops.checkingSafeWords::tick));
        whenDue(TICK, "rings of members", open.house.loops.tellingOfRings::tick);
        whenDue(TICK, "unread deadlines", open.house.loops.unreadDeadlines::tick);
        whenDue(TICK, "member text deadlines", open.house.loops.memberTextDeadlines::tick);
        whenDue(TICK, "machine text deadlines", open.house.loops.machineTextDeadlines::tick);
        every(LEARN, "old machine texts", open.house.loops.machineTextDeadlines::forgetOld);
        whenDue(DUTY, "duty", open.house.duty::tick);
        whenDue(LEARN, "erasing", open.house.loops.erasing::tick);
        every(LEARN, "signatures", () -> open.database.run(tx -> open.house.incoming.signatures().forgetOld(tx, tx.now())));
        whenDue(LEARN, "verifications", open.house.loops.verificationClock::tick);
        wokenBy(whenDue(TICK, "postman", postman::tick));
        whenDue(TICK, "asking again", open.house.loops.askingAgain::tick);
        whenDue(TICK, "doubtful phones", open.house.loops.doubtfulPhones::tick);
        wokenBy(every(TICK, "prompts", () -> open.database.run(open.house.calling.speech()::learn)));
        whenDue(TICK, "cover replies", open.house.loops.answering::tick);
        whenDue(TICK, "witnesses", open.house.loops.tellingWitnesses::tick);
        every(NOTIFY, "notifier", notifier::tick);
        every(TALLY, "left out rows", open.house.leftOutRows::tick);
        every(TALLY, "alarms", alarms::tick);
        whenDue(TALLY, "failing turns", open.house.loops.failingTurns::tick);
        every(TALLY, "tallies", new Tallies(open.database, meters, open.clock)::tick);
        every(LEARN, "alert numbers", () -> open.database.run(open.house.heart.alerts().opening()::learnNumberLength));
    }

    private Loop every(Duration period, String name, Runnable turn) {
        return watch(Loop.every(period, name, monotonic(), turn));
    }

    private Loop whenDue(Duration period, String name, Supplier<Optional<Instant>> turn) {
        return watch(Loop.whenDue(period, name, open.clock, monotonic(), turn));
    }

    private Loop watch(Loop loop) {
        loops.add(loop);
        meters.watch(watched(loop));
        return loop;
    }

    List<WatchedLoop> watched() {
        return loops.stream().map(RunningLoops::watched).toList();
    }

    void stop() {
        loops.forEach(loop -> loop.stop(DRAIN));
    }

    private static WatchedLoop watched(Loop loop) {
        return new WatchedLoop(loop.name(), loop::sinceSuccess);
    }

    private void wokenBy(Loop loop) {
        open.changes.onChange(loop::wake);
    }

    /** What nobody can set: measures pauses and the age of a loop's last turn. */
    static InstantSource monotonic() {
        var start = System.nanoTime();
        return () -> Instant.EPOCH.plusNanos(System.nanoTime() - start);
    }
}
