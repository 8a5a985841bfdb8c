package gateway.safety;

import gateway.alert.AlertId;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps responders' safety timers, each with the moment at which something happens by itself. */
public final class SafetyTimers {

    /** She is reminded so long before the end, and the coordinators are rung so often until one has heard. */
    static final Duration STEP = Duration.ofMinutes(5);

    /** So long afterwards her page shows what she was not told. */
    static final Duration SHOWN_AFTER = Duration.ofHours(24);

    private static final String SELECT = """
            SELECT id, member_id, alert_id, kind, proven, begun_at, due_at, reminded, overdue_at, said_out_at
              FROM safety_timer
            """;
    private static final String BEGIN = """
            INSERT INTO safety_timer (id, member_id, alert_id, kind, proven, begun_at, due_at, next_at)
            VALUES ($1, $2, $3, 'inside', $7, $4, $5, $6)
            """;
    private static final String MOVE = """
            UPDATE safety_timer
               SET due_at = $2, next_at = $3, reminded = false
             WHERE id = $1
            """;
    private static final String DURESS = """
            INSERT INTO safety_timer (id, member_id, alert_id, kind, proven, begun_at, due_at, next_at, overdue_at)
            VALUES ($1, $2, $3, 'duress', true, $4, $4, $5, $4)
            """;
    private static final String STANDING_OF = SELECT + """
             WHERE member_id = ANY ($1)
               AND ended_at IS NULL
               AND cleared_at IS NULL
             ORDER BY kind, begun_at
            """;
    private static final String STANDING = SELECT + """
             WHERE ended_at IS NULL
               AND cleared_at IS NULL
             ORDER BY due_at
            """;
    private static final String LOCK = SELECT + """
             WHERE id = $1
               AND ended_at IS NULL
               AND cleared_at IS NULL
               FOR NO KEY UPDATE
            """;
    private static final String LOCK_DUE = SELECT + """
             WHERE id = $1
               AND next_at <= $2
               FOR NO KEY UPDATE
            """;
    private static final String DUE = """
            SELECT id, alert_id
              FROM safety_timer
             WHERE next_at <= $1
             ORDER BY next_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(next_at) AS at
              FROM safety_timer
            """;
    private static final String REMINDED = """
            UPDATE safety_timer
               SET reminded = true, next_at = due_at
             WHERE id = $1
            """;
    private static final String OVERDUE = """
            UPDATE safety_timer
               SET overdue_at = coalesce(overdue_at, $2), next_at = $3
             WHERE id = $1
            """;
    private static final String END = """
            UPDATE safety_timer
               SET ended_at = $2, next_at = NULL
             WHERE id = $1
            """;
    private static final String SAY_OUT = """
            UPDATE safety_timer
               SET said_out_at = $2
             WHERE member_id = $1
               AND kind = 'inside'
               AND ended_at IS NULL
               AND cleared_at IS NULL
            """;
    private static final String HEAR = """
            UPDATE safety_timer
               SET heard_by = $2, heard_at = $3, next_at = NULL
             WHERE id = $1
               AND heard_at IS NULL
               AND overdue_at IS NOT NULL
            """;
    private static final String CLEAR = """
            UPDATE safety_timer
               SET cleared_by = $2, cleared_at = $3, next_at = NULL
             WHERE id = $1
            """;

    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("safety_timer", "id");

    private final QuietTimers quiet = new QuietTimers(this);
    private final RowIds ids;

    public SafetyTimers(RowIds ids) {
        this.ids = ids;
    }

    /** Whose phone is in its quiet. */
    public QuietTimers quiet() {
        return quiet;
    }

    /** A timer whose moment has come. */
    record Due(UUID timer, AlertId alert) {}

    void begin(Transaction tx, MemberId member, AlertId alert, Proof proof, Instant now, Instant dueAt) {
        tx.write(BEGIN, ids.next(), member.value(), alert.value(), now, dueAt, reminderAt(now, dueAt), proof.mayTakeAway());
        tx.announce();
    }

    /** It ends at another moment. */
    void move(Transaction tx, SafetyTimer timer, Instant now, Instant dueAt) {
        tx.write(MOVE, timer.id(), dueAt, reminderAt(now, dueAt));
        tx.announce();
    }

    /** She gave the PIN for duress. */
    UUID duress(Transaction tx, MemberId member, AlertId alert, Instant now) {
        var id = ids.next();
        tx.write(DURESS, id, member.value(), alert.value(), now, now.plus(STEP));
        tx.announce();
        return id;
    }

    /** What stands of these members: neither ended nor cleared. */
    public List<SafetyTimer> standingOf(Transaction tx, Collection<MemberId> members) {
        return tx.query(STANDING_OF, row -> read(tx, row),
                (Object) members.stream().map(MemberId::value).toArray(UUID[]::new));
    }

    public List<SafetyTimer> standing(Transaction tx) {
        return tx.query(STANDING, row -> read(tx, row));
    }

    /** Why nothing from her phone counts, if it does not: the graver first. */
    public Optional<SafetyTimer.Kind> doubt(Transaction tx, MemberId member) {
        return TimerStanding.doubt(standingOf(tx, List.of(member)), tx.now());
    }

    List<SafetyTimer> insideOf(Transaction tx, MemberId member) {
        return standingOf(tx, List.of(member)).stream().filter(timer -> timer.kind() == SafetyTimer.Kind.INSIDE).toList();
    }

    /** What the timers of these members mean for their phones; whoever has none is left out. */
    public Map<MemberId, TimerStanding> standings(Transaction tx, Collection<MemberId> members) {
        var standings = new HashMap<MemberId, TimerStanding>();
        standingOf(tx, members).stream().collect(Collectors.groupingBy(SafetyTimer::member))
                .forEach((member, timers) -> TimerStanding.of(timers).ifPresent(standing -> standings.put(member, standing)));
        return Map.copyOf(standings);
    }

    /** Hers that stand, locked. */
    List<SafetyTimer> lockOf(Transaction tx, MemberId member) {
        return standingOf(tx, List.of(member)).stream().flatMap(timer -> lock(tx, timer.id()).stream()).toList();
    }

    /** An OUT came from her number that proves nothing. */
    public void sayOut(Transaction tx, MemberId member, Instant now) {
        tx.execute(SAY_OUT, member.value(), now);
        tx.announce();
    }

    Optional<SafetyTimer> lock(Transaction tx, UUID timer) {
        return tx.queryOne(LOCK, row -> read(tx, row), timer);
    }

    /** Empty once another gateway has attended to it, or a coordinator has heard of it. */
    public Optional<SafetyTimer> lockDue(Transaction tx, UUID timer, Instant now) {
        return tx.queryOne(LOCK_DUE, row -> read(tx, row), timer, now);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    List<Due> due(Transaction tx, Instant now, int limit) {
        return tx.query(DUE, row -> new Due(row.id("id"), new AlertId(row.id("alert_id"))), now, limit);
    }

    void reminded(Transaction tx, SafetyTimer timer) {
        tx.write(REMINDED, timer.id());
    }

    /** It is overdue, or still is and nobody has heard of it. */
    void overdue(Transaction tx, SafetyTimer timer, Instant now) {
        tx.write(OVERDUE, timer.id(), now, now.plus(STEP));
        tx.announce();
    }

    void end(Transaction tx, SafetyTimer timer, Instant now) {
        tx.write(END, timer.id(), now);
        tx.announce();
    }

    /** A coordinator has heard of it; it stands until it is cleared. */
    public void hear(Transaction tx, UUID timer, MemberId by, Instant now) {
        if (tx.execute(HEAR, timer, by.value(), now) > 0) {
            tx.announce();
        }
    }

    void clear(Transaction tx, SafetyTimer timer, MemberId by, Instant now) {
        tx.write(CLEAR, timer.id(), by.value(), now);
        tx.announce();
    }

    private static Instant reminderAt(Instant now, Instant dueAt) {
        var early = dueAt.minus(STEP);
        return early.isAfter(now) ? early : dueAt;
    }

    /** Of a kind that nobody knows, she is taken for being inside: then she is not asked. */
    private static SafetyTimer read(Transaction tx, Row row) {
        return new SafetyTimer(row.id("id"), new MemberId(row.id("member_id")), new AlertId(row.id("alert_id")),
                tx.sound(NAMED, row, known -> SafetyTimer.Kind.of(known.text("kind"))).orElse(SafetyTimer.Kind.INSIDE), row.flag("proven"), row.moment("begun_at"), row.moment("due_at"), row.flag("reminded"),
                row.momentIfAny("overdue_at").orElse(null), row.momentIfAny("said_out_at").orElse(null));
    }
}
