package gateway.safety;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.database.Transaction;
import gateway.member.Member;
import java.util.Map;

/**
 * A responder gave the PIN that says she is forced. Every coordinator is rung until one has heard of it, and until one has
 * cleared it nothing from her phone renews or ends anything. No entry tells of it: whoever forces her may read her page.
 */
public final class Duress {

    private final SafetyTimers timers;
    private final Alerts alerts;
    private final Summoning summoning;
    private final Pretences pretences;

    public Duress(SafetyTimers timers, Alerts alerts, Summoning summoning, Pretences pretences) {
        this.timers = timers;
        this.alerts = alerts;
        this.summoning = summoning;
        this.pretences = pretences;
    }

    /** Whether nothing from her phone counts: she is forced or overdue. */
    boolean isInDoubt(Transaction tx, Member member) {
        return timers.doubt(tx, member.id()).isPresent();
    }

    private boolean stands(Transaction tx, Member member) {
        return timers.doubt(tx, member.id()).filter(kind -> kind == SafetyTimer.Kind.DURESS).isPresent();
    }

    public void raise(Transaction tx, Member member, AlertId about) {
        if (!stands(tx, member)) {
            pretences.begin(tx, member.id());
            var timer = timers.duress(tx, member.id(), about, tx.now());
            alerts.lock(tx, about).ifPresent(alert -> summoning.summon(tx, alert, timer, member.id(), "duress",
                    Map.of("alias", member.alias(), "number", alert.alert().number().toString())));
        }
    }
}
