package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;

/**
 * A coordinator opens a resolved alert again: every ladder climbs from its first step, at once. One that was merged into
 * another stands by itself again.
 */
public final class Reopening {

    private final Alerts alerts;
    private final Arrestees arrestees;
    private final Ladders ladders;
    private final Leases leases;
    private final Merges merges;

    public Reopening(Alerts alerts, Arrestees arrestees, Ladders ladders, Leases leases, Merges merges) {
        this.alerts = alerts;
        this.arrestees = arrestees;
        this.ladders = ladders;
        this.leases = leases;
        this.merges = merges;
    }

    /** With one that was merged, the other is locked too. Says whether the alert was resolved, and so is open again now. */
    public boolean reopen(Transaction tx, LockedAlert alert, MemberId by, String reason) {
        if (alert.state() != AlertState.RESOLVED) {
            return false;
        }
        var now = tx.now();
        var id = alert.alert().id();
        var mergedInto = merges.mergedInto(tx, id);
        merges.undo(tx, id);
        alerts.save(tx, alert.alert().reopen());
        arrestees.of(tx, alert.alert().id()).forEach(arrestee -> arrestees.setOutcome(tx, arrestee, null));
        alert.ladders(Ladder.Ended.class).forEach(ladder -> {
            ladders.save(tx, ladder.reopen(now));
            leases.forget(tx, ladder);
        });
        alert.tell(tx, Actor.of(by), new AlertEntry.Reopened(reason));
        mergedInto.flatMap(other -> alerts.lock(tx, other)).ifPresent(other ->
                other.tell(tx, Actor.of(by), new AlertEntry.Unmerged(id.value())));
        return true;
    }
}
