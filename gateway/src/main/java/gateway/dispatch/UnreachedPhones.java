package gateway.dispatch;

import gateway.alert.Alerts;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Members;
import gateway.messaging.Outbox;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds dispatches whose text the carrier refused, could not deliver or lost, so that their ladder does not wait for a
 * phone that never heard. The postman knows nothing of alerts: what is above looks down.
 */
public final class UnreachedPhones {

    private static final Logger log = LoggerFactory.getLogger(UnreachedPhones.class);
    private static final int A_TURN = 200;

    private final Database database;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Members members;
    private final Passing passing;
    private final RefusedPhones refusedPhones;
    private final GeographicPermissions permissions;

    public UnreachedPhones(Database database, Outbox outbox, Alerts alerts, Dispatches dispatches, Members members, Passing passing,
            RefusedPhones refusedPhones, GeographicPermissions permissions) {
        this.database = database;
        this.outbox = outbox;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.members = members;
        this.passing = passing;
        this.refusedPhones = refusedPhones;
        this.permissions = permissions;
    }

    public void tick() {
        for (var failed : database.inTransaction(tx -> outbox.failedOfDispatches(tx, A_TURN))) {
            var id = new DispatchId(failed.dispatch());
            try {
                database.run(tx -> note(tx, id, Optional.ofNullable(failed.error())));
            } catch (RuntimeException failure) {
                log.error("Dispatch {} that did not arrive could not be noted; the next turn tries again", id, failure);
            }
        }
    }

    private void note(Transaction tx, DispatchId id, Optional<String> error) {
        var dispatch = dispatches.find(tx, id).orElseThrow();
        alerts.lock(tx, dispatch.alert()).ifPresent(alert -> dispatches.find(tx, id)
                .filter(asked -> asked.state() == DispatchState.ASKED)
                .ifPresent(asked -> passing.unreached(tx, alert, asked, error.orElse(""))));
        permissions.heed(tx, error.orElse(null));
        outbox.noteFailure(tx, id.value());
        if (error.filter(RefusedPhones.OPTED_OUT::equals).isPresent()) {
            members.find(tx, dispatch.member()).ifPresent(member -> refusedPhones.refuse(tx, member));
        }
    }
}
