package gateway.asking;

import gateway.alert.Alerts;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.member.Members;
import gateway.messaging.FailedDispatch;
import gateway.messaging.Outbox;
import gateway.safety.RefusedPhones;
import gateway.telling.GeographicPermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds dispatches whose text the carrier refused, could not deliver or lost, so that their ladder does not wait for a
 * phone that never heard. The postman knows nothing of alerts: what is above looks down.
 */
public final class UnreachedPhones {

    private static final int A_TURN = 200;

    private final Outbox outbox;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Members members;
    private final Passing passing;
    private final RefusedPhones refusedPhones;
    private final GeographicPermissions permissions;
    private final DueRows<FailedDispatch> failed;

    public UnreachedPhones(Database database, Outbox outbox, Alerts alerts, Dispatches dispatches, Members members, Passing passing,
            RefusedPhones refusedPhones, GeographicPermissions permissions) {
        this.outbox = outbox;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.members = members;
        this.passing = passing;
        this.refusedPhones = refusedPhones;
        this.permissions = permissions;
        this.failed = new DueRows<>(database, "Dispatch that did not arrive", FailedDispatch::dispatch,
                (tx, one) -> note(tx, new DispatchId(one.dispatch()), Optional.ofNullable(one.error())));
    }

    public Optional<Instant> tick() {
        return failed.turn(tx -> outbox.failures().failedOfDispatches(tx, A_TURN));
    }

    private void note(Transaction tx, DispatchId id, Optional<String> error) {
        var dispatch = dispatches.find(tx, id).orElseThrow();
        alerts.lock(tx, dispatch.alert()).ifPresent(alert -> dispatches.find(tx, id)
                .filter(asked -> asked.state() == DispatchState.ASKED)
                .ifPresent(asked -> passing.unreached(tx, alert, asked, error.orElse(""))));
        permissions.heed(tx, error.orElse(null));
        outbox.failures().noteFailure(tx, id.value());
        if (error.filter(RefusedPhones.OPTED_OUT::equals).isPresent()) {
            members.find(tx, dispatch.member()).ifPresent(member -> refusedPhones.refuse(tx, member));
        }
    }
}
