package gateway.asking;

import gateway.alert.Alerts;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.messaging.FailedDispatch;
import gateway.messaging.Outbox;
import gateway.safety.RefusedPhones;
import gateway.telling.Dispatching;
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
    private final Dispatching dispatching;
    private final Passing passing;
    private final RefusedPhones refusedPhones;
    private final DueRows<FailedDispatch> failed;

    public UnreachedPhones(Database database, Outbox outbox, Alerts alerts, Dispatching dispatching, Passing passing,
            RefusedPhones refusedPhones) {
        this.dispatching = dispatching;
        this.outbox = outbox;
        this.alerts = alerts;
        this.passing = passing;
        this.refusedPhones = refusedPhones;
        this.failed = new DueRows<>(database, "Dispatch that did not arrive", FailedDispatch::dispatch,
                (tx, one) -> note(tx, new DispatchId(one.dispatch()), Optional.ofNullable(one.error())));
    }

    public Optional<Instant> tick() {
        return failed.turn(tx -> outbox.failures().failedOfDispatches(tx, A_TURN));
    }

    private void note(Transaction tx, DispatchId id, Optional<String> error) {
        var dispatch = dispatching.dispatches().find(tx, id).orElseThrow();
        alerts.lock(tx, dispatch.alert()).ifPresent(alert -> dispatching.dispatches().find(tx, id)
                .filter(asked -> asked.state() == DispatchState.ASKED)
                .ifPresent(asked -> passing.unreached(tx, alert, asked, error.orElse(""))));
        dispatching.permissions().heed(tx, error.orElse(null));
        outbox.failures().noteFailure(tx, id.value());
        if (error.filter(RefusedPhones.OPTED_OUT::equals).isPresent()) {
            dispatching.members().find(tx, dispatch.member()).ifPresent(member -> refusedPhones.refuse(tx, member));
        }
    }
}
