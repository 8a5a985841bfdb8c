package gateway.console.alerts;

import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Visit;
import gateway.database.Database;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/** POST /warnings/:warning/sighting: a coordinator has seen a warning, and it leaves the board. */
public final class WarningsForm {

    private final Database database;
    private final ConsoleStores stores;
    private final RequestErrors errors;

    public WarningsForm(Database database, ConsoleStores stores, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.errors = errors;
    }

    public void sighting(RoutingContext request) {
        Visit visit = request.get("visit");
        Form form = request.get("form");
        form.only();
        var warning = id(request.pathParam("warning"));
        if (warning.isEmpty()) {
            errors.absent(request);
            return;
        }
        database.run(tx -> stores.warnings().see(tx, warning.get(), visit.member().id(), visit.now()));
        Pages.redirect(request, "/alerts");
    }

    /** An id as an address writes it; empty for anything else. */
    static Optional<UUID> id(String written) {
        return written.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(written))
                : Optional.empty();
    }
}
