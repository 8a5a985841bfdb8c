package gateway.safety;

import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.CheckIns;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.Leases;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what phones in doubt were told. An act of such a phone is done to what the phone knows, undone, and what it then knows is
 * kept: so its later answers, reminders and stand-downs are those of any other phone. One row a dispatch, and no new dispatches
 * come to such a phone; {@link PretendedTimers} keeps its times inside.
 */
public final class Pretences {

    private static final String SELECT = """
            SELECT dispatch_id, member_id, state, held_since, confirmed_at, check_in_by
              FROM pretence
            """;
    private static final String KEEP = """
            INSERT INTO pretence (dispatch_id, member_id, state, held_since, confirmed_at, check_in_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (dispatch_id) DO UPDATE
               SET state = excluded.state, held_since = excluded.held_since, confirmed_at = excluded.confirmed_at,
                   check_in_by = excluded.check_in_by,
                   reminded = pretence.reminded AND pretence.check_in_by IS NOT DISTINCT FROM excluded.check_in_by
            """;
    private static final String OF_MEMBER = SELECT + """
             WHERE member_id = $1
            """;
    private static final String OF_DISPATCH = SELECT + """
             WHERE dispatch_id = $1
            """;
    private static final String OF_LADDER = SELECT + """
             WHERE dispatch_id IN (SELECT id FROM dispatch WHERE ladder_id = $1)
            """;
    private static final String NEAR_THEIR_END = SELECT + """
             WHERE check_in_by > $1
               AND check_in_by <= $2
               AND NOT reminded
            """;
    private static final String OVER = SELECT + """
             WHERE check_in_by <= $1
             ORDER BY check_in_by
             LIMIT $2
            """;
    private static final String NEXT_END = "SELECT min(check_in_by) AS at FROM pretence WHERE $1 OR NOT reminded";
    private static final String REMIND = """
            UPDATE pretence
               SET reminded = true
             WHERE dispatch_id = $1
               AND check_in_by = $2
               AND NOT reminded
            """;
    private static final String FORGET = """
            DELETE FROM pretence
             WHERE dispatch_id = $1
            """;
    private static final String FORGET_ALL = """
            DELETE FROM pretence
             WHERE member_id = $1
            """;

    private final Heart heart;
    private final Dispatches dispatches;
    private final SafetyTimers safetyTimers;
    private final PretendedTimers timers;
    private final PretendedShifts shifts;

    public Pretences(Heart heart, Dispatches dispatches, SafetyTimers safetyTimers, PretendedTimers timers,
            PretendedShifts shifts) {
        this.heart = heart;
        this.dispatches = dispatches;
        this.safetyTimers = safetyTimers;
        this.timers = timers;
        this.shifts = shifts;
    }

    private record Pretended<T>(T answer, List<Pretence> after, List<SafetyTimer> laid, List<SafetyTimer> timers) {}

    /** Does some work to what this phone was told, undoes it, and keeps what the phone is told by it. */
    public <T> T pretending(Transaction tx, MemberId member, Supplier<T> work) {
        var known = of(tx, member);
        var about = new ArrayList<>(known.keySet());
        dispatches.liveOf(tx, member).stream().map(Dispatch::id).filter(id -> !known.containsKey(id)).forEach(about::add);
        var pretended = tx.undone(() -> {
            known.values().stream().flatMap(one -> dispatches.find(tx, one.dispatch()).stream())
                    .sorted(Comparator.comparing((Dispatch one) -> one.alert().value()))
                    .forEach(dispatch -> lay(tx, dispatch, Objects.requireNonNull(known.get(dispatch.id()))));
            var laid = timers.lay(tx, member);
            var answer = work.get();
            return new Pretended<>(answer, about.stream().flatMap(id -> dispatches.find(tx, id).stream())
                    .map(dispatch -> standing(tx, dispatch)).toList(), laid, safetyTimers.insideOf(tx, member));
        });
        timers.keep(tx, pretended.laid, pretended.timers);
        pretended.after.stream().filter(one -> !one.equals(known.get(one.dispatch()))).forEach(one -> keep(tx, one));
        return pretended.answer;
    }

    /** Her times inside, as her phone knows them. */
    public List<SafetyTimer> timersOf(Transaction tx, MemberId member) {
        return timers.knownOf(tx, member);
    }

    /** All alerts of which her phone was told something else than is true. */
    public List<AlertId> alertsOf(Transaction tx, MemberId member) {
        return of(tx, member).keySet().stream().flatMap(id -> dispatches.find(tx, id).stream()).map(Dispatch::alert).distinct().toList();
    }

    /** From now on her phone is told what it expects. */
    void begin(Transaction tx, MemberId member) {
        pretending(tx, member, () -> true);
    }

    /** A lease, or one her phone believes in, is over. Ended it with her time inside, to her phone both go on. Says whether they do. */
    public boolean goesOn(Transaction tx, Dispatch dispatch, Ladder.Acknowledged had, CheckIns checkIns) {
        var until = timers.longestOf(tx, dispatch.member(), had, checkIns);
        until.ifPresent(end -> keep(tx, Pretence.of(dispatch, had, end)));
        return until.isPresent();
    }

    /** A dispatch as the phone knows it that it came to. */
    public Dispatch asTold(Transaction tx, Dispatch dispatch) {
        return find(tx, dispatch.id()).map(one -> dispatch.in(one.state())).orElse(dispatch);
    }

    /** What lives for her, as her phone knows it. */
    public List<Dispatch> liveOf(Transaction tx, MemberId member) {
        var known = of(tx, member);
        return asTold(dispatches.liveOf(tx, member, known.keySet()), known);
    }

    /** The same, the gravest first. */
    public List<Dispatch> gravestLiveOf(Transaction tx, MemberId member) {
        var known = of(tx, member);
        return asTold(dispatches.gravestLiveOf(tx, member, known.keySet()), known);
    }

    /** The gravest that is open to her, or the next behind another, as her phone knows it. */
    public Optional<Dispatch> nextOpenOf(Transaction tx, MemberId member, @Nullable DispatchId after) {
        return of(tx, member).isEmpty() ? dispatches.nextOpenOf(tx, member, after)
                : pretending(tx, member, () -> dispatches.nextOpenOf(tx, member, after));
    }

    private static List<Dispatch> asTold(List<Dispatch> all, Map<DispatchId, Pretence> known) {
        return all.stream().map(one -> Optional.ofNullable(known.get(one.id())).map(told -> one.in(told.state())).orElse(one))
                .filter(one -> one.state().isLive()).toList();
    }

    public Optional<Pretence> find(Transaction tx, DispatchId dispatch) {
        return tx.queryOne(OF_DISPATCH, Pretences::read, dispatch.value());
    }

    public List<Pretence> of(Transaction tx, Ladder ladder) {
        return tx.query(OF_LADDER, Pretences::read, ladder.id().value());
    }

    /** Leases that phones believe in, end within a time, and were not reminded of. */
    public List<Pretence> nearTheirEnd(Transaction tx, Instant now, Instant until) {
        return tx.query(NEAR_THEIR_END, Pretences::read, now, until);
    }

    /** When the first of the leases that phones believe in ends, or ended; of all, or of those that were not reminded of. */
    public Optional<Instant> nextEnd(Transaction tx, boolean all) {
        return tx.moment(NEXT_END, all);
    }

    /** Leases that phones believe in and that have ended. */
    public List<Pretence> over(Transaction tx, Instant now, int limit) {
        return tx.query(OVER, Pretences::read, now, limit);
    }

    /** Says whether nobody else has reminded her. */
    public boolean remind(Transaction tx, Pretence pretence) {
        return tx.execute(REMIND, pretence.dispatch().value(), Objects.requireNonNull(pretence.held()).checkInBy()) > 0;
    }

    public void keep(Transaction tx, Pretence one) {
        var held = one.held();
        tx.execute(KEEP, one.dispatch().value(), one.member().value(), one.state().word(), held == null ? null : held.since(),
                one.confirmedAt(), held == null ? null : held.checkInBy());
    }

    /** The phone is told what is true. */
    public void forget(Transaction tx, DispatchId dispatch) {
        tx.execute(FORGET, dispatch.value());
    }

    /** Nothing speaks against her phone any more. */
    void forgetAll(Transaction tx, MemberId member) {
        tx.execute(FORGET_ALL, member.value());
        timers.forgetAll(tx, member);
        shifts.forgetAll(tx, member);
    }

    private Map<DispatchId, Pretence> of(Transaction tx, MemberId member) {
        return tx.query(OF_MEMBER, Pretences::read, member.value()).stream().collect(Collectors.toMap(Pretence::dispatch, Function.identity()));
    }

    private void lay(Transaction tx, Dispatch dispatch, Pretence pretence) {
        var now = tx.now();
        heart.alerts().lock(tx, dispatch.alert()).filter(alert -> alert.state() != AlertState.RESOLVED)
                .flatMap(alert -> alert.ladder(dispatch.discipline())).ifPresent(ladder -> {
                    if (dispatch.state() != pretence.state()) {
                        dispatches.writing().move(tx, dispatch, pretence.state(), now);
                    }
                    if (pretence.confirmedAt() != null) {
                        heart.leases().take(tx, pretence.carried(ladder, now), now);
                    }
                    var told = pretence.on(ladder, now);
                    if (!told.equals(ladder) && !dispatch.companion()) {
                        heart.ladders().save(tx, told);
                    }
                });
    }

    private Pretence standing(Transaction tx, Dispatch dispatch) {
        var ladder = heart.ladders().of(tx, dispatch.alert()).stream().filter(one -> one.id().equals(dispatch.ladder())).findFirst().orElseThrow();
        return ladder instanceof Ladder.Acknowledged had && had.isHeldBy(dispatch.member()) && dispatch.state() == DispatchState.TAKEN
                ? Pretence.of(dispatch, had, had.checkInBy()) : new Pretence(dispatch.id(), dispatch.member(), dispatch.state(), null,
                        heart.leases().carriedFrom(tx, ladder, dispatch.member()).orElse(null));
    }

    private static Pretence read(Row row) {
        var held = row.momentIfAny("held_since").map(since -> new Pretence.Held(since, row.moment("check_in_by"))).orElse(null);
        return new Pretence(new DispatchId(row.id("dispatch_id")), new MemberId(row.id("member_id")), DispatchState.of(row.text("state")),
                held, row.momentIfAny("confirmed_at").orElse(null));
    }
}
