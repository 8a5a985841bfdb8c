package gateway.console;

import gateway.database.Database;
import gateway.member.Member;
import gateway.member.PinRules;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** GET and POST /pin: a member chooses the digits that prove her in a call, and others for when she is forced. */
final class PinPages {

    private final Database database;
    private final ConsoleStores stores;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final Pages pages;

    PinPages(Database database, ConsoleStores stores, PasswordHashing hashing, Sessions sessions, Pages pages) {
        this.database = database;
        this.stores = stores;
        this.hashing = hashing;
        this.sessions = sessions;
        this.pages = pages;
    }

    void show(RoutingContext request) {
        show(request, 200, "");
    }

    /** Whoever holds a phone that is signed in knows no password: it is asked for where there is one. */
    void keep(RoutingContext request) {
        Form form = request.get("form");
        form.only("password", "pin", "again", "duress", "duress-again");
        Visit visit = request.get("visit");
        var member = visit.member();
        var problem = problem(form, member).or(() -> password(form, member));
        if (problem.isPresent()) {
            show(request, 400, problem.get());
            return;
        }
        var duress = form.raw("duress").isEmpty() ? stores.pins().nobodysPin() : form.raw("duress");
        var pinHash = hashing.hash(form.raw("pin")).await();
        var duressHash = hashing.hashLike(duress, pinHash).await();
        database.run(tx -> {
            stores.pins().keep(tx, member.id(), pinHash, duressHash, visit.now());
            sessions.leave(tx, visit.signedIn().idHash(), Notice.done("notice.pin-kept"));
        });
        Pages.redirect(request, "/alerts");
    }

    private static Optional<String> problem(Form form, Member member) {
        var pin = form.raw("pin");
        var duress = form.raw("duress");
        if (!pin.equals(form.raw("again")) || !duress.equals(form.raw("duress-again"))) {
            return Optional.of("differs");
        }
        if (pin.equals(duress)) {
            return Optional.of(pin.isEmpty() ? "length" : "same");
        }
        return PinRules.fault(pin, member.phone())
                .or(() -> duress.isEmpty() ? Optional.empty() : PinRules.fault(duress, member.phone()));
    }

    private Optional<String> password(Form form, Member member) {
        var hash = database.inTransaction(tx -> stores.members().passwordHash(tx, member.id()));
        return hash.filter(kept -> !hashing.matches(form.raw("password"), kept).await()).map(_ -> "password-wrong");
    }

    private void show(RoutingContext request, int status, String problem) {
        Visit visit = request.get("visit");
        var member = visit.member().id();
        var has = database.inTransaction(tx -> stores.pins().has(tx, member));
        var asks = database.inTransaction(tx -> stores.members().passwordHash(tx, member)).isPresent();
        pages.send(request, status, "pin", "pin.title", frame -> new PinPage(frame,
                problem.isEmpty() ? "" : frame.say("pin." + problem), has, asks));
    }
}
