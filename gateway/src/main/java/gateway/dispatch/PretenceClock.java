package gateway.dispatch;

import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.CheckIns;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Members;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a phone in doubt that the check-in it believes in was missed, and reminds it of the time inside it believes in, at the
 * moment at which any other phone would hear it.
 */
public final class PretenceClock {

    private static final Logger log = LoggerFactory.getLogger(PretenceClock.class);
    private static final int A_TURN = 200;

    private final Database database;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Pretences pretences;
    private final PretendedTimers timers;
    private final Members members;
    private final Telling telling;
    private final CheckIns checkIns;
    private final InstantSource clock;

    public PretenceClock(Database database, Alerts alerts, Dispatches dispatches, Pretences pretences, PretendedTimers timers, Members members,
            Telling telling, CheckIns checkIns, InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.pretences = pretences;
        this.timers = timers;
        this.members = members;
        this.telling = telling;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    public void tick() {
        for (var over : database.inTransaction(tx -> pretences.over(tx, clock.instant(), A_TURN))) {
            try {
                database.run(tx -> lapse(tx, over.dispatch()));
            } catch (RuntimeException failure) {
                log.error("What dispatch {} seems to be could not be ended; the next turn tries again", over.dispatch(), failure);
            }
        }
        for (var inside : database.inTransaction(tx -> timers.toRemind(tx, A_TURN))) {
            try {
                database.run(tx -> remind(tx, inside));
            } catch (RuntimeException failure) {
                log.error("A phone could not be reminded of timer {}; the next turn tries again", inside.id(), failure);
            }
        }
    }

    private void remind(Transaction tx, SafetyTimer inside) {
        var alert = alerts.lock(tx, inside.alert());
        if (timers.remind(tx, inside) && clock.instant().isBefore(inside.dueAt())) {
            members.find(tx, inside.member()).ifPresent(member -> alert.ifPresent(known ->
                    telling.remindOfTimeInside(tx, known, member, inside.dueAt())));
        }
    }

    private void lapse(Transaction tx, DispatchId id) {
        var dispatch = dispatches.find(tx, id);
        var alert = dispatch.flatMap(found -> alerts.lock(tx, found.alert()));
        var now = clock.instant();
        var over = pretences.find(tx, id).filter(one -> one.held() != null && !one.held().checkInBy().isAfter(now));
        if (over.isEmpty()) {
            return;
        }
        if (alert.isEmpty() || alert.get().state() == AlertState.RESOLVED) {
            pretences.forget(tx, id);
            return;
        }
        var told = over.get();
        pretences.keep(tx, told.lapsed());
        members.find(tx, told.member()).ifPresent(member -> telling.tellOfLapse(tx, alert.get(), dispatch.orElseThrow(), member,
                told.on(alert.get().ladder(dispatch.orElseThrow().discipline()).orElseThrow(), now).isCarriedOnByText(checkIns)));
    }
}
