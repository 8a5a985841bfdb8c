package gateway.alert;

import gateway.contact.ContactPoints;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;
import java.util.Optional;

/** A member looks at the number an alert came from; that he or she did, and why, stands in the timeline. */
public final class Revealing {

    private final ContactPoints contactPoints;

    public Revealing(ContactPoints contactPoints) {
        this.contactPoints = contactPoints;
    }

    /** The sender as it reached us; empty once it has been erased. */
    public Optional<String> reveal(Transaction tx, LockedAlert alert, MemberId by, String reason) {
        alert.tell(tx, Actor.of(by), new AlertEntry.NumberRevealed(reason));
        return contactPoints.sender(tx, alert.alert().contactPoint());
    }
}
