package gateway.intake;

import gateway.alert.Beginning;
import gateway.alert.LockedAlert;
import gateway.asking.HearingAgain;
import gateway.contact.ContactPointId;
import gateway.contact.ContactPoints;
import gateway.database.Transaction;
import gateway.messaging.Outbox;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Set;

/**
 * What a code does to an alert it comes to, whether a text named it or a human read it: the phone it came from is presumed
 * seized, it is asked for afresh, others are asked beside the peers, as the code wants it.
 */
public final class Weighing {

    private final ContactPoints contactPoints;
    private final Beginning beginning;
    private final HearingAgain hearingAgain;
    private final LaterTexts laterTexts;
    private final Outbox outbox;

    public Weighing(ContactPoints contactPoints, Beginning beginning, HearingAgain hearingAgain, LaterTexts laterTexts,
            Outbox outbox) {
        this.contactPoints = contactPoints;
        this.beginning = beginning;
        this.hearingAgain = hearingAgain;
        this.laterTexts = laterTexts;
        this.outbox = outbox;
    }

    /** Nothing is sent to this phone from now on, until a human says that it is safe. Its contact point is locked. */
    public void seize(Transaction tx, ContactPointId phone, Instant now) {
        contactPoints.marks().setSeized(tx, phone, true, now);
        outbox.cancelOfContactPoint(tx, phone.value(), now);
    }

    /** After the entry that tells of the code: asks afresh, and brings in whom it wants. */
    public void weigh(Transaction tx, LockedAlert alert, boolean asksAfresh, Set<Discipline> wanted, Instant now) {
        if (asksAfresh) {
            laterTexts.forget(tx, alert.alert().id());
            hearingAgain.askAfresh(tx, alert);
        }
        beginning.beginWanted(tx, alert, wanted, now);
    }
}
