package gateway.holding;

import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.CheckIns;
import gateway.alert.Ladder;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.dispatch.Dispatches;
import gateway.member.Members;
import gateway.safety.Pretence;
import gateway.safety.Pretences;
import gateway.safety.PretendedTimers;
import gateway.safety.SafetyTimer;
import gateway.telling.Telling;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a phone in doubt that the check-in it believes in was missed, and reminds it of the time inside it believes in, at the
 * moment at which any other phone would hear it.
 */
public final class PretenceClock {

    private static final int A_TURN = 200;

    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Pretences pretences;
    private final PretendedTimers timers;
    private final Members members;
    private final Telling telling;
    private final CheckIns checkIns;
    private final DueRows<Pretence> over;
    private final DueRows<SafetyTimer> inside;

    public PretenceClock(Database database, Alerts alerts, Dispatches dispatches, Pretences pretences, PretendedTimers timers, Members members,
            Telling telling, CheckIns checkIns) {
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.pretences = pretences;
        this.timers = timers;
        this.members = members;
        this.telling = telling;
        this.checkIns = checkIns;
        this.over = new DueRows<>(database, "What a phone was told of dispatch", Pretence::dispatch,
                (tx, one) -> lapse(tx, one.dispatch()));
        this.inside = new DueRows<>(database, "What a phone was told of timer", SafetyTimer::id, this::remind);
    }

    public Optional<Instant> tick() {
        return DueRows.first(inside.turn(tx -> timers.toRemind(tx, A_TURN), timers::nextToRemind),
                over.turn(tx -> pretences.over(tx, tx.now(), A_TURN), tx -> pretences.nextEnd(tx, true)));
    }

    private void remind(Transaction tx, SafetyTimer inside) {
        var alert = alerts.lock(tx, inside.alert());
        if (timers.remind(tx, inside) && tx.now().isBefore(inside.dueAt())) {
            members.find(tx, inside.member()).ifPresent(member -> alert.ifPresent(known ->
                    telling.remindOfTimeInside(tx, known, member, inside.dueAt())));
        }
    }

    private void lapse(Transaction tx, DispatchId id) {
        var dispatch = dispatches.find(tx, id);
        var alert = dispatch.flatMap(found -> alerts.lock(tx, found.alert()));
        var now = tx.now();
        var over = pretences.find(tx, id).filter(one -> one.held() != null && !one.held().checkInBy().isAfter(now));
        if (over.isEmpty()) {
            return;
        }
        if (alert.isEmpty() || alert.get().state() == AlertState.RESOLVED) {
            pretences.forget(tx, id);
            return;
        }
        var told = over.get();
        var ladder = told.on(alert.get().ladder(dispatch.orElseThrow().discipline()).orElseThrow(), now);
        if (ladder instanceof Ladder.Acknowledged held && !pretences.goesOn(tx, dispatch.orElseThrow(), held)) {
            pretences.keep(tx, told.lapsed());
            members.find(tx, told.member()).ifPresent(member -> telling.tellOfLapse(tx, alert.get(), dispatch.orElseThrow(), member,
                    held.isCarriedOnByText(checkIns)));
        }
    }
}
