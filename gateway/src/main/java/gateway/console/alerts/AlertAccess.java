package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertNumber;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.database.Transaction;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Who may see an alert: a coordinator all, a responder what he or she was asked; the number also who holds it. */
public final class AlertAccess {

    private final Database database;
    private final ConsoleStores stores;

    public AlertAccess(Database database, ConsoleStores stores) {
        this.database = database;
        this.stores = stores;
    }

    public boolean mayOpen(Visit visit, RoutingContext request) {
        return database.inTransaction(tx -> alert(tx, request).filter(alert -> wasAsked(tx, visit, alert)).isPresent());
    }

    public boolean mayReveal(Visit visit, RoutingContext request) {
        return database.inTransaction(tx -> alert(tx, request).filter(alert -> mayReveal(tx, visit, alert)).isPresent());
    }

    boolean mayReveal(Transaction tx, Visit visit, Alert alert) {
        return visit.isCoordinator()
                || stores.ladders().ofAll(tx, List.of(alert.id())).stream().anyMatch(ladder -> ladder.isHeldBy(visit.member().id()));
    }

    private boolean wasAsked(Transaction tx, Visit visit, Alert alert) {
        return visit.isCoordinator()
                || !stores.dispatches().asked().askedOf(tx, visit.member().id(), List.of(alert.id())).isEmpty();
    }

    private Optional<Alert> alert(Transaction tx, RoutingContext request) {
        return number(request).flatMap(number -> stores.alerts().find(tx, number));
    }

    static Optional<AlertNumber> number(RoutingContext request) {
        return AlertNumber.read(request.pathParam("number"))
                .filter(number -> number.toString().equals(request.pathParam("number")));
    }
}
