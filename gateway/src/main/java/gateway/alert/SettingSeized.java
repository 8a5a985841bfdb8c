package gateway.alert;

import gateway.contact.ContactPoints;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;
import gateway.messaging.Outbox;

/** A human says that the reporter's phone is seized, or that it is in its owner's hands again. */
public final class SettingSeized {

    private final ContactPoints contactPoints;
    private final Outbox outbox;

    public SettingSeized(ContactPoints contactPoints, Outbox outbox) {
        this.contactPoints = contactPoints;
        this.outbox = outbox;
    }

    public void set(Transaction tx, LockedAlert alert, MemberId by, boolean seized, String reason) {
        var now = tx.now();
        contactPoints.marks().setSeized(tx, alert.alert().contactPoint(), seized, now);
        if (seized) {
            outbox.cancelOfContactPoint(tx, alert.alert().contactPoint().value(), now);
        }
        alert.tell(tx, Actor.of(by),
                seized ? new AlertEntry.SeizureSet(reason) : new AlertEntry.SeizureLifted(reason));
    }
}
