package gateway.holding;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.database.Transaction;
import gateway.member.MemberId;

/** A holder says that it has ended. That only proposes: she stays the holder until a coordinator confirms. */
public final class ProposingDone {

    private final Alerts alerts;
    private final Timeline timeline;

    public ProposingDone(Alerts alerts, Timeline timeline) {
        this.alerts = alerts;
        this.timeline = timeline;
    }

    public void propose(Transaction tx, LockedAlert alert, MemberId by, String words) {
        alerts.save(tx, alert.alert().proposeDone(by));
        timeline.add(tx, alert, Actor.of(by), new TimelineEntry.DoneProposed(by, words));
    }
}
