package gateway.safety;

import gateway.alert.AlertId;
import gateway.alert.CheckIns;
import gateway.alert.Ladder;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.Way;
import gateway.member.MemberId;
import gateway.telling.QuietPhones;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what phones in doubt were told of times inside: one row a member and kind of proof. Where there is none, the phone knows
 * of the true timer, and so does every other phone.
 */
public final class PretendedTimers implements QuietPhones.Inside {

    private static final String KNOWN = """
            SELECT id, member_id, alert_id, proven, begun_at, due_at
              FROM safety_timer
             WHERE member_id = $1
               AND kind <> 'duress'
               AND ended_at IS NULL
               AND cleared_at IS NULL
               AND NOT EXISTS (SELECT FROM pretended_timer AS told
                                WHERE told.member_id = $1
                                  AND told.proven = safety_timer.proven)
             UNION ALL
            SELECT id, member_id, alert_id, proven, begun_at, due_at
              FROM pretended_timer
             WHERE member_id = $1
               AND NOT ended
             ORDER BY begun_at
            """;
    private static final String TAKE_AWAY = """
            DELETE FROM safety_timer
             WHERE member_id = $1
               AND kind <> 'duress'
               AND ended_at IS NULL
               AND cleared_at IS NULL
            """;
    private static final String LAY = """
            INSERT INTO safety_timer (id, member_id, alert_id, kind, proven, begun_at, due_at, next_at)
            VALUES ($1, $2, $3, 'inside', $4, $5, $6, $6)
            """;
    private static final String KEEP = """
            INSERT INTO pretended_timer (id, member_id, alert_id, proven, begun_at, due_at, remind_at, ended)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (member_id, proven) DO UPDATE
               SET alert_id = excluded.alert_id, begun_at = excluded.begun_at, due_at = excluded.due_at,
                   remind_at = excluded.remind_at, ended = excluded.ended
            """;
    private static final String QUIET = """
            SELECT member_id
              FROM safety_timer
             WHERE kind <> 'duress'
               AND proven
               AND ended_at IS NULL
               AND cleared_at IS NULL
               AND NOT EXISTS (SELECT FROM pretended_timer AS told
                                WHERE told.member_id = safety_timer.member_id
                                  AND told.proven)
             UNION
            SELECT member_id
              FROM pretended_timer
             WHERE proven
               AND NOT ended
            """;
    private static final String TO_REMIND = """
            SELECT id, member_id, alert_id, proven, begun_at, due_at
              FROM pretended_timer
             WHERE remind_at <= $1
             LIMIT $2
            """;
    private static final String NEXT_TO_REMIND = """
            SELECT min(remind_at) AS at
              FROM pretended_timer
            """;
    private static final String REMINDED = """
            UPDATE pretended_timer
               SET remind_at = NULL
             WHERE id = $1
               AND due_at = $2
               AND remind_at IS NOT NULL
            """;
    private static final String IS_KEPT = """
            SELECT EXISTS (SELECT FROM pretended_timer
                            WHERE member_id = $1
                              AND proven = $2) AS kept
            """;
    private static final String FORGET_ALL = """
            DELETE FROM pretended_timer
             WHERE member_id = $1
            """;

    private final RowIds ids;

    public PretendedTimers(RowIds ids) {
        this.ids = ids;
    }

    /** Her times inside, as her phone knows them. */
    List<SafetyTimer> knownOf(Transaction tx, MemberId member) {
        return tx.query(KNOWN, PretendedTimers::read, member.value());
    }

    /** How long what she had until her time inside ended can still seem to be hers, since nothing told her phone of that end. */
    Optional<Instant> longestOf(Transaction tx, MemberId member, Ladder.Acknowledged had, CheckIns checkIns) {
        return knownOf(tx, member).stream().filter(timer -> timer.keepsQuiet() && timer.dueAt().equals(had.checkInBy()))
                .map(timer -> had.stayInside(Way.TEXT, TimingSafety.longest(timer), tx.now(), checkIns).until())
                .filter(until -> until.isAfter(tx.now())).findFirst();
    }

    /** Whether her phone believes that nothing comes to it; of a phone that is not in doubt that is so. */
    @Override
    public boolean isQuiet(Transaction tx, MemberId member) {
        return knownOf(tx, member).stream().anyMatch(SafetyTimer::keepsQuiet);
    }

    /** All whose phones believe so. */
    @Override
    public List<MemberId> quiet(Transaction tx) {
        return tx.query(QUIET, row -> new MemberId(row.id("member_id")));
    }

    /** In a transaction that is undone: makes what her phone knows true. Of a proven time that is over it believes that it runs. */
    List<SafetyTimer> lay(Transaction tx, MemberId member) {
        var now = tx.now();
        var laid = knownOf(tx, member).stream().map(timer -> timer.keepsQuiet() && timer.isOverdueAt(now) ? stillRunning(timer, now) : timer)
                .toList();
        tx.execute(TAKE_AWAY, member.value());
        laid.forEach(timer -> tx.write(LAY, timer.id(), member.value(), timer.alert().value(), timer.proven(), timer.begunAt(),
                timer.dueAt()));
        return laid;
    }

    /** It was stretched in time, as any other phone can; nothing can be stretched past four hours. */
    private static SafetyTimer stillRunning(SafetyTimer timer, Instant now) {
        var longest = TimingSafety.longest(timer);
        return inside(timer, longest.isAfter(now) ? timer.begunAt() : now, now.plusSeconds(1));
    }

    /** Her words have made this of what was laid. */
    void keep(Transaction tx, List<SafetyTimer> laid, List<SafetyTimer> after) {
        Stream.of(true, false).forEach(proven -> keep(tx, of(laid, proven), of(after, proven)));
    }

    private void keep(Transaction tx, Optional<SafetyTimer> before, Optional<SafetyTimer> now) {
        now.filter(timer -> before.filter(was -> isSame(was, timer)).isEmpty()).ifPresent(timer -> keep(tx, timer, remindAt(timer, tx.now()), false));
        before.filter(_ -> now.isEmpty()).ifPresent(timer -> keep(tx, timer, null, true));
    }

    private void keep(Transaction tx, SafetyTimer timer, @Nullable Instant remindAt, boolean ended) {
        tx.write(KEEP, ids.next(), timer.member().value(), timer.alert().value(), timer.proven(), timer.begunAt(), timer.dueAt(), remindAt,
                ended);
        tx.announce();
    }

    private static @Nullable Instant remindAt(SafetyTimer timer, Instant now) {
        var early = timer.dueAt().minus(SafetyTimers.STEP);
        return !timer.proven() && early.isAfter(now) ? early : null;
    }

    /** When the first phone is to be reminded, or was. */
    public Optional<Instant> nextToRemind(Transaction tx) {
        return tx.moment(NEXT_TO_REMIND);
    }

    /** Pretended times whose phones are to be reminded now. */
    public List<SafetyTimer> toRemind(Transaction tx, int limit) {
        return tx.query(TO_REMIND, PretendedTimers::read, tx.now(), limit);
    }

    /** Says whether nobody else has reminded her, and she has not changed it since. */
    public boolean remind(Transaction tx, SafetyTimer timer) {
        return tx.execute(REMINDED, timer.id(), timer.dueAt()) > 0;
    }

    /** Whether her phone was told something else of this timer than is true. */
    boolean standsFor(Transaction tx, SafetyTimer timer) {
        return tx.queryOne(IS_KEPT, row -> row.flag("kept"), timer.member().value(), timer.proven()).orElse(false);
    }

    /** Nothing speaks against her phone any more. */
    void forgetAll(Transaction tx, MemberId member) {
        tx.execute(FORGET_ALL, member.value());
    }

    private static Optional<SafetyTimer> of(List<SafetyTimer> timers, boolean proven) {
        return timers.stream().filter(timer -> timer.proven() == proven).findFirst();
    }

    private static boolean isSame(SafetyTimer one, SafetyTimer other) {
        return one.alert().equals(other.alert()) && one.begunAt().equals(other.begunAt()) && one.dueAt().equals(other.dueAt());
    }

    private static SafetyTimer inside(SafetyTimer timer, Instant begunAt, Instant dueAt) {
        return new SafetyTimer(timer.id(), timer.member(), timer.alert(), SafetyTimer.Kind.INSIDE, timer.proven(), begunAt, dueAt, false,
                null, null);
    }

    private static SafetyTimer read(Row row) {
        return new SafetyTimer(row.id("id"), new MemberId(row.id("member_id")), new AlertId(row.id("alert_id")), SafetyTimer.Kind.INSIDE,
                row.flag("proven"), row.moment("begun_at"), row.moment("due_at"), false, null, null);
    }
}
