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

/** Tells a phone in doubt that the check-in it believes in was missed, at the moment at which any other phone would hear it. */
public final class PretenceClock {

    private static final Logger log = LoggerFactory.getLogger(PretenceClock.class);
    private static final int A_TURN = 200;

    private final Database database;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Pretences pretences;
    private final Members members;
    private final Telling telling;
    private final CheckIns checkIns;
    private final InstantSource clock;

    public PretenceClock(Database database, Alerts alerts, Dispatches dispatches, Pretences pretences, Members members, Telling telling,
            CheckIns checkIns, InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.pretences = pretences;
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
