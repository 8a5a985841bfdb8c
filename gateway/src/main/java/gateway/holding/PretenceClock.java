package gateway.holding;

import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.CheckIns;
import gateway.alert.Ladder;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.safety.Pretence;
import gateway.safety.Safety;
import gateway.safety.SafetyTimer;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a phone in doubt that the check-in it believes in was missed, and reminds it of the time inside it believes in, at the
 * moment at which any other phone would hear it.
 */
public final class PretenceClock {

    private static final int A_TURN = 200;

    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Safety safety;
    private final CheckIns checkIns;
    private final DueRows<Pretence> over;
    private final DueRows<SafetyTimer> inside;

    public PretenceClock(Database database, Alerts alerts, Dispatching dispatching, Safety safety, CheckIns checkIns) {
        this.dispatching = dispatching;
        this.safety = safety;
        this.alerts = alerts;
        this.checkIns = checkIns;
        this.over = new DueRows<>(database, "What a phone was told of dispatch", Pretence::dispatch,
                (tx, one) -> lapse(tx, one.dispatch()));
        this.inside = new DueRows<>(database, "What a phone was told of timer", SafetyTimer::id, this::remind);
    }

    public Optional<Instant> tick() {
        return DueRows.first(inside.turn(tx -> safety.pretendedTimers().toRemind(tx, A_TURN), safety.pretendedTimers()::nextToRemind),
                over.turn(tx -> safety.pretences().over(tx, tx.now(), A_TURN), tx -> safety.pretences().nextEnd(tx, true)));
    }

    private void remind(Transaction tx, SafetyTimer inside) {
        var alert = alerts.lock(tx, inside.alert());
        if (safety.pretendedTimers().remind(tx, inside) && tx.now().isBefore(inside.dueAt())) {
            dispatching.members().find(tx, inside.member()).ifPresent(member -> alert.ifPresent(known ->
                    dispatching.telling().remindOfTimeInside(tx, known, member, inside.dueAt())));
        }
    }

    private void lapse(Transaction tx, DispatchId id) {
        var dispatch = dispatching.dispatches().find(tx, id);
        var alert = dispatch.flatMap(found -> alerts.lock(tx, found.alert()));
        var now = tx.now();
        var over = safety.pretences().find(tx, id).filter(one -> one.held() != null && !one.held().checkInBy().isAfter(now));
        if (over.isEmpty()) {
            return;
        }
        if (alert.isEmpty() || alert.get().state() == AlertState.RESOLVED) {
            safety.pretences().forget(tx, id);
            return;
        }
        var told = over.get();
        var ladder = told.on(alert.get().ladder(dispatch.orElseThrow().discipline()).orElseThrow(), now);
        if (ladder instanceof Ladder.Acknowledged held && !safety.pretences().goesOn(tx, dispatch.orElseThrow(), held, checkIns)) {
            safety.pretences().keep(tx, told.lapsed());
            dispatching.members().find(tx, told.member()).ifPresent(member -> dispatching.telling().tellOfLapse(tx, alert.get(), dispatch.orElseThrow(), member,
                    held.isCarriedOnByText(checkIns)));
        }
    }
}
