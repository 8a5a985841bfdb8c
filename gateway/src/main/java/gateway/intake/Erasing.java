package gateway.intake;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.contact.ContactPoints;
import gateway.database.Database;
import gateway.database.Transaction;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When its time has come, destroys an alert's key, and that of the phone it came from if nothing else was told by it: words
 * and number are gone for good. That it happened, and when, stays and can still be verified. A borrowed phone's number goes
 * once all that was told from it has been over for a while.
 */
public final class Erasing {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);
    private static final int A_TURN = 50;

    private final Database database;
    private final Erasures erasures;
    private final Alerts alerts;
    private final ContactPoints contactPoints;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience how long after its last alert was resolved a borrowed phone is forgotten */
    public Erasing(Database database, Erasures erasures, Alerts alerts, ContactPoints contactPoints, Duration patience,
            InstantSource clock) {
        this.database = database;
        this.erasures = erasures;
        this.alerts = alerts;
        this.contactPoints = contactPoints;
        this.patience = patience;
        this.clock = clock;
    }

    public void tick() {
        for (var id : database.inTransaction(tx -> erasures.due(tx, clock.instant(), A_TURN))) {
            try {
                database.run(tx -> erase(tx, id));
            } catch (RuntimeException failure) {
                log.error("Alert {} could not be erased; the next turn tries again", id, failure);
            }
        }
        database.run(tx -> contactPoints.borrowedAndOver(tx, clock.instant().minus(patience), A_TURN)
                .forEach(phone -> contactPoints.lock(tx, phone).ifPresent(known -> contactPoints.erase(tx, phone))));
    }

    /** The contact point first, then the alert: the order of locks. */
    private void erase(Transaction tx, AlertId id) {
        alerts.find(tx, id).ifPresent(known -> {
            contactPoints.lock(tx, known.contactPoint());
            alerts.lock(tx, id).filter(alert -> erasures.stands(tx, id)).ifPresent(alert -> {
                var phone = !alerts.hasAnother(tx, alert.alert()) && contactPoints.find(tx, known.contactPoint())
                        .filter(found -> found.enrolment().isEmpty()).isPresent();
                alerts.erase(tx, alert, phone, clock.instant());
                if (phone) {
                    contactPoints.erase(tx, alert.alert().contactPoint());
                }
            });
        });
        erasures.forget(tx, id);
    }
}
