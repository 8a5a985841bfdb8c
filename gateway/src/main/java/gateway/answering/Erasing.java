package gateway.answering;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.Heart;
import gateway.alert.LockedAlert;
import gateway.contact.ContactPointId;
import gateway.contact.ContactPoints;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When its time has come, destroys an alert's key, and that of the phone it came from if nothing else was told by it: words
 * and number are gone for good. That it happened, and when, stays and can still be verified. A borrowed phone's number goes
 * once all that was told from it has been over for a while.
 */
public final class Erasing {

    private static final int A_TURN = 50;

    private final Database database;
    private final Erasures erasures;
    private final Heart heart;
    private final ContactPoints contactPoints;
    private final Duration patience;
    private final DueRows<AlertId> due;

    /** @param patience how long after its last alert was resolved a borrowed phone is forgotten */
    public Erasing(Database database, Erasures erasures, Heart heart, ContactPoints contactPoints, Duration patience) {
        this.heart = heart;
        this.database = database;
        this.erasures = erasures;
        this.contactPoints = contactPoints;
        this.patience = patience;
        this.due = new DueRows<>(database, "To be erased, alert", alert -> alert, (tx, id) -> erase(tx, id));
    }

    public Optional<Instant> tick() {
        var next = due.turn(tx -> erasures.due(tx, tx.now(), A_TURN), erasures::nextDue);
        database.run(tx -> contactPoints.marks().borrowedAndOver(tx, tx.now().minus(patience), A_TURN)
                .forEach(phone -> contactPoints.lock(tx, phone).ifPresent(known -> contactPoints.erase(tx, phone))));
        return next;
    }

    /**
     * With all that was merged into it, which is the same. The contact points first, then the alerts, each by their ids: the
     * order of locks.
     */
    private void erase(Transaction tx, AlertId id) {
        var all = Stream.concat(Stream.of(id), heart.merges().mergedFrom(tx, id).stream())
                .flatMap(one -> heart.alerts().find(tx, one).stream()).toList();
        all.stream().map(Alert::contactPoint).distinct().sorted(Comparator.comparing(ContactPointId::value))
                .forEach(phone -> contactPoints.lock(tx, phone));
        var locked = all.stream().map(Alert::id).sorted(Comparator.comparing(AlertId::value))
                .flatMap(one -> heart.alerts().lock(tx, one).stream()).toList();
        if (erasures.stands(tx, id)) {
            locked.stream().filter(one -> heart.merges().survivorOf(tx, one.alert().id()).equals(id)).forEach(one -> erase(tx, one));
        }
        erasures.forget(tx, id);
    }

    private void erase(Transaction tx, LockedAlert alert) {
        var phone = !heart.alerts().marks().hasAnother(tx, alert.alert()) && contactPoints.find(tx, alert.alert().contactPoint())
                .filter(found -> found.enrolment().isEmpty()).isPresent();
        heart.alerts().marks().erase(tx, alert, phone, tx.now());
        if (phone) {
            contactPoints.erase(tx, alert.alert().contactPoint());
        }
    }
}
