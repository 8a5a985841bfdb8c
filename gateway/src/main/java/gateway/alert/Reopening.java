package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;

/**
 * A coordinator opens a resolved alert again: every ladder climbs from its first step, at once. One that was merged into
 * another stands by itself again.
 */
public final class Reopening {

    private final Heart heart;

    public Reopening(Heart heart) {
        this.heart = heart;
    }

    /** With one that was merged, the other is locked too. Says whether the alert was resolved, and so is open again now. */
    public boolean reopen(Transaction tx, LockedAlert alert, MemberId by, String reason) {
        if (alert.state() != AlertState.RESOLVED) {
            return false;
        }
        var now = tx.now();
        var id = alert.alert().id();
        var mergedInto = heart.merges().mergedInto(tx, id);
        heart.merges().undo(tx, id);
        heart.alerts().save(tx, alert.alert().reopen());
        heart.arrestees().of(tx, alert.alert().id()).forEach(arrestee -> heart.arrestees().setOutcome(tx, arrestee, null));
        alert.ladders(Ladder.Ended.class).forEach(ladder -> {
            heart.ladders().save(tx, ladder.reopen(now));
            heart.leases().forget(tx, ladder);
        });
        alert.tell(tx, Actor.of(by), new AlertEntry.Reopened(reason));
        mergedInto.flatMap(other -> heart.alerts().lock(tx, other)).ifPresent(other ->
                other.tell(tx, Actor.of(by), new AlertEntry.Unmerged(id.value())));
        return true;
    }
}
