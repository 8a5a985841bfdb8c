package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;

/** A member writes a note into an alert's timeline. */
public final class NoteTaking {


    public NoteTaking() {
    }

    public void note(Transaction tx, LockedAlert alert, MemberId by, String words) {
        alert.tell(tx, Actor.of(by), new AlertEntry.Noted(words));
    }
}
