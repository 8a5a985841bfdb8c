package gateway.console.signin;

import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.Frame;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.member.Member;
import gateway.member.PinRules;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** GET and POST /pin: a member chooses the digits that prove her in a call, and others for when she is forced. */
public final class PinPages {

    private final Database database;
    private final ConsoleStores stores;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Pages pages;

    public PinPages(Database database, ConsoleStores stores, Passwords passwords, Sessions sessions,
            Pages pages) {
        this.database = database;
        this.stores = stores;
        this.passwords = passwords;
        this.sessions = sessions;
        this.pages = pages;
    }

    public void show(RoutingContext request) {
        show(request, 200, _ -> "");
    }

    /** Whoever holds a phone that is signed in knows no password: it is asked for where there is one. */
    public void keep(RoutingContext request) {
        Form form = request.get("form");
        form.only("password", "pin", "again", "duress", "duress-again");
        Visit visit = request.get("visit");
        var member = visit.member();
        var problem = problem(form, member);
        if (problem.isPresent()) {
            show(request, 400, frame -> frame.say("pin." + problem.get()));
            return;
        }
        if (passwords.again().has(member)) {
            switch (passwords.again().ask(member, form.raw("password"))) {
                case PasswordAgain.Result.Wrong _ -> {
                    show(request, 400, frame -> frame.say("pin.password-wrong"));
                    return;
                }
                case PasswordAgain.Result.Wait(var seconds) -> {
                    request.response().putHeader("Retry-After", Long.toString(seconds));
                    show(request, 429, frame -> frame.say("sign-in.wait", "seconds", Long.toString(seconds)));
                    return;
                }
                case PasswordAgain.Result.Right _ -> { }
            }
        }
        var duress = form.raw("duress").isEmpty() ? stores.pins().nobodysPin() : form.raw("duress");
        var pinHash = passwords.hashing().hash(form.raw("pin"));
        var duressHash = passwords.hashing().hashLike(duress, pinHash);
        database.run(tx -> {
            stores.pins().keep(tx, member.id(), pinHash, duressHash, visit.now());
            sessions.leave(tx, visit.signedIn().idHash(), PageNotice.done("notice.pin-kept"));
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

    private void show(RoutingContext request, int status, Function<Frame, String> problem) {
        Visit visit = request.get("visit");
        var has = database.inTransaction(tx -> stores.pins().has(tx, visit.member().id()));
        var asks = passwords.again().has(visit.member());
        pages.send(request, status, "signin/pin", "pin.title", frame -> new PinPage(frame, problem.apply(frame), has, asks));
    }
}
