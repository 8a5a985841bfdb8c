package gateway.holding;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.entry.HoldingEntry;
import gateway.member.MemberId;

/** A holder says that it has ended. That only proposes: she stays the holder until a coordinator confirms. */
public final class ProposingDone {

    private final Alerts alerts;

    public ProposingDone(Alerts alerts) {
        this.alerts = alerts;
    }

    public void propose(Transaction tx, LockedAlert alert, MemberId by, String words) {
        alerts.save(tx, alert.alert().proposeDone(by));
        alert.tell(tx, Actor.of(by), new HoldingEntry.DoneProposed(by, words));
    }
}
