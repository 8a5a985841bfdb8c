package gateway.console;

import gateway.database.Database;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/** POST /warnings/:warning/sighting: a coordinator has seen a warning, and it leaves the board. */
final class WarningsForm {

    private final Database database;
    private final ConsoleStores stores;
    private final RequestErrors errors;

    WarningsForm(Database database, ConsoleStores stores, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.errors = errors;
    }

    void sighting(RoutingContext request) {
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
