package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.database.TestDatabase;
import gateway.messaging.Postman;
import gateway.stories.Eventually;
import gateway.stories.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The loops of a house, turned by hand: all of them, in order, until nothing is left to do at this moment. Time goes on in
 * steps of half a minute, and those at which nothing is due, as the turns said, are left out.
 */
final class TestLoops {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int MOST_ROUNDS = 3;
    /** A turn leaves what somebody else has locked just now, such as a receipt's thread, to the next: it is due still. */
    private static final int MOST_ROUNDS_FOR_WHAT_IS_DUE = 20;
    /** Turns at all steps, to see that nothing happens at those that would be left out: {@code -Dhouse.steps=all}. */
    private static final boolean ALL_STEPS = "all".equals(System.getProperty("house.steps"));

    private final House house;
    private final TestDatabase database;
    private final Postman postman;
    private final TestClock clock;
    private final List<Supplier<Optional<Instant>>> round;
    /** When the next turn is due, as this one says; {@code Instant.MIN} while something may be left to do. */
    private @Nullable Instant next = Instant.MIN;
    /** The same of the duty, which turns once a step; {@code Instant.MIN} while something was written since it looked. */
    private Instant nextOfDuty = Instant.MIN;

    TestLoops(House house, TestDatabase database, Postman postman, TestClock clock) {
        this.house = house;
        this.database = database;
        this.postman = postman;
        this.clock = clock;
        this.round = List.of(house.loops.checkingSafeWords::tick, house.loops.doubtfulPhones::tick, house.loops.escalationClock::tick,
                house.loops.failingTurns::tick, house.loops.askingAgain::tick, house.loops.unattended::tick, house.loops.moreHands::tick,
                house.loops.leaseReminders::tick, house.loops.pretenceClock::tick, house.loops.herald::tick, house.loops.ringing::tick,
                house.loops.crier::tick, house.loops.answering::tick, house.loops.tellingWitnesses::tick, house.loops.unreadDeadlines::tick,
                house.loops.memberTextDeadlines::tick, house.loops.machineTextDeadlines::tick, house.loops.keepingPosted::tick,
                house.loops.tellingOfRings::tick, house.loops.crier::tick, this::letThePostmanWork, house.loops.callingAgain::tick,
                house.loops.timerClock::tick, house.loops.secondCalls::tick, house.loops.unreachedPhones::tick, house.loops.refusedTexts::tick);
    }

    /** Does what is due, until nothing is left to do at this moment. */
    void turn() {
        database.database().run(house.calling.speech()::learn);
        nextOfDuty = house.duty.tick().orElseThrow();
        var atDuty = written();
        var written = "";
        for (var i = 0; i < MOST_ROUNDS && !written.equals(written()) || i < MOST_ROUNDS_FOR_WHAT_IS_DUE && isLeftOver(i); i++) {
            written = written();
            next = null;
            round.forEach(loop -> soonest(loop.get()));
        }
        soonest(house.loops.erasing.tick());
        house.loops.verificationClock.tick();
        house.leftOutRows.tick();
        nextOfDuty = atDuty.equals(written()) ? nextOfDuty : Instant.MIN;
        if (!written.equals(written())) {
            next = Instant.MIN;
            house.loops.escalationClock.tick();
            house.loops.herald.tick();
            house.loops.ringing.tick();
            house.loops.crier.tick();
            letThePostmanWork();
        }
    }

    /** Lets time pass; what is due at a step happens. */
    void waits(Duration span) {
        var end = clock.instant().plus(span);
        next = Instant.MIN;
        while (clock.instant().isBefore(end)) {
            var left = Duration.between(clock.instant(), end);
            clock.turn(left.compareTo(STEP) < 0 ? left : STEP);
            if (isDue() || !clock.instant().isBefore(end)) {
                turn();
            } else {
                passOver();
            }
        }
    }

    /**
     * What is written already goes out; nothing else happens. Says when the postman is next due. A hand that looked for more
     * while the story turned the clock would take that for a gateway that stood still, so the hands are waited for.
     */
    Optional<Instant> letThePostmanWork() {
        var due = new Object() {
            Optional<Instant> next = Optional.empty();
        };
        Eventually.until("the postman has sent what is due", () -> {
            due.next = postman.tick();
            return database.database().inTransaction(tx -> tx.queryOne("""
                    SELECT count(*) AS count
                      FROM message
                     WHERE state = 'sending' OR due_at <= $1
                    """, row -> row.count("count"), clock.instant())).orElseThrow() == 0 && postman.isIdle();
        });
        return due.next;
    }

    /** One turn of every loop that attends to alerts, responders and shifts, as {@code RunningLoops} turns them. */
    Map<String, Runnable> all() {
        var loops = new LinkedHashMap<String, Runnable>();
        loops.put("duty", house.duty::tick);
        loops.put("doubtful phones", house.loops.doubtfulPhones::tick);
        loops.put("safe words", house.loops.checkingSafeWords::tick);
        loops.put("escalation clock", house.loops.escalationClock::tick);
        loops.put("failing turns", house.loops.failingTurns::tick);
        loops.put("unattended ladders", house.loops.unattended::tick);
        loops.put("companions", house.loops.moreHands::tick);
        loops.put("lease reminders", house.loops.leaseReminders::tick);
        loops.put("pretences", house.loops.pretenceClock::tick);
        loops.put("herald", house.loops.herald::tick);
        loops.put("ringing", house.loops.ringing::tick);
        loops.put("crier", house.loops.crier::tick);
        loops.put("cover replies", house.loops.answering::tick);
        loops.put("witnesses", house.loops.tellingWitnesses::tick);
        loops.put("unread deadlines", house.loops.unreadDeadlines::tick);
        loops.put("machine text deadlines", house.loops.machineTextDeadlines::tick);
        loops.put("old machine texts", house.loops.machineTextDeadlines::forgetOld);
        loops.put("later texts", house.loops.keepingPosted::tick);
        loops.put("postman", postman::tick);
        loops.put("calls again", house.loops.callingAgain::tick);
        loops.put("safety timers", house.loops.timerClock::tick);
        loops.put("second calls", house.loops.secondCalls::tick);
        loops.put("unreached phones", house.loops.unreachedPhones::tick);
        loops.put("refused texts", house.loops.refusedTexts::tick);
        loops.put("verifications", house.loops.verificationClock::tick);
        loops.put("erasing", house.loops.erasing::tick);
        loops.put("left out rows", house.leftOutRows::tick);
        return loops;
    }

    private boolean isLeftOver(int rounds) {
        return rounds > 0 && isDue();
    }

    private boolean isDue() {
        return next != null && !next.isAfter(clock.instant());
    }

    /** Nothing but the duty may be due. */
    private void passOver() {
        var written = written();
        if (!nextOfDuty.isAfter(clock.instant())) {
            nextOfDuty = house.duty.tick().orElseThrow();
        }
        if (!written.equals(written())) {
            turn();
        } else if (ALL_STEPS) {
            var said = next;
            var rows = rows();
            turn();
            assertEquals(rows, rows(), "something happened at " + clock.instant() + ", and a turn had said " + said);
        }
    }

    /** How many rows each table has, and by which transaction one was written last. */
    private String rows() {
        return database.database().inTransaction(tx -> tx.queryOne("""
                SELECT string_agg(relname || query_to_xml(format('SELECT count(*), max(xmin::text::bigint) FROM %I', relname),
                       false, true, '')::text, ' ' ORDER BY relname) AS written
                  FROM pg_class
                 WHERE relkind = 'r'
                   AND relnamespace = 'public'::regnamespace
                   AND has_table_privilege(oid, 'SELECT')
                """, row -> row.text("written"))).orElseThrow();
    }

    private void soonest(Optional<Instant> due) {
        due.filter(at -> next == null || at.isBefore(next)).ifPresent(at -> next = at);
    }

    /** Where the log of writes ends: a round in which nothing was written would only be followed by another like it. */
    private String written() {
        return database.database().inTransaction(tx -> tx.queryOne("SELECT pg_current_wal_insert_lsn()::text AS written",
                row -> row.text("written"))).orElseThrow();
    }
}
