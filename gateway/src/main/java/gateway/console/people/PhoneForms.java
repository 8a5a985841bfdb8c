package gateway.console.people;

import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Member;
import io.vertx.ext.web.RoutingContext;

/** POST /members/:alias/phone-found, of a lost phone, and /members/:alias/phone-texts, of one whose carrier took no texts. */
public final class PhoneForms {

    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final Sessions sessions;
    private final RequestErrors errors;

    PhoneForms(Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.sessions = sessions;
        this.errors = errors;
    }

    /** A coordinator says that a lost phone was found. */
    public void found(RoutingContext request) {
        var reason = request.<Form>get("form").only("reason").text("reason");
        Visit visit = request.get("visit");
        act(request, (tx, member) -> {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                return PageNotice.refused("notice.words-missing");
            }
            return switch (acts.findingPhone().find(tx, member, visit.member(), reason)) {
                case FOUND -> PageNotice.done("notice.phone-found", "who", member.alias());
                case CODE_SENT -> PageNotice.done("notice.phone-found-code", "who", member.alias());
                case TOO_OFTEN -> PageNotice.refused("notice.code-too-often", "who", member.alias());
                case NOT_LOST -> PageNotice.refused("notice.phone-not-lost", "who", member.alias());
            };
        });
    }

    /** A coordinator says that the phone may be texted again. */
    public void texts(RoutingContext request) {
        request.<Form>get("form").only();
        act(request, (tx, member) -> acts.refusedPhones().end(tx, member.id())
                ? PageNotice.done("notice.phone-texts", "who", member.alias())
                : PageNotice.refused("notice.phone-texts-already", "who", member.alias()));
    }

    private interface Act {
        PageNotice on(Transaction tx, Member member);
    }

    private void act(RoutingContext request, Act act) {
        Visit visit = request.get("visit");
        var found = database.inTransaction(tx -> {
            var member = stores.members().byAlias(tx, request.pathParam("alias"));
            member.ifPresent(known -> sessions.leave(tx, visit.signedIn().idHash(), act.on(tx, known)));
            return member.isPresent();
        });
        if (found) {
            Pages.redirect(request, "/members");
        } else {
            errors.absent(request);
        }
    }
}
