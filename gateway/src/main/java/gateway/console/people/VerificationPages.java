package gateway.console.people;

import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Member;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** GET /verification: whether one's own phone is verified, and where the code that went to it is written. */
public final class VerificationPages {

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    VerificationPages(Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions, Pages pages,
            RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    public void own(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var shown = database.inTransaction(tx -> standings(tx, List.of(visit.member()), words, visit));
        pages.send(request, 200, "people/verification", "verification.title", frame -> new VerificationPage(frame,
                shown.getOrDefault(visit.member().alias(), ""), visit.member().phone() != null));
    }

    /** POST /verification: the code that went to her own phone. */
    public void give(RoutingContext request) {
        var code = request.<Form>get("form").only("code").text("code");
        Visit visit = request.get("visit");
        database.run(tx -> sessions.leave(tx, visit.signedIn().idHash(), acts.verifying().give(tx, visit.member(), code)
                ? PageNotice.done("notice.verified") : PageNotice.refused("notice.not-verified")));
        Pages.redirect(request, "/verification");
    }

    /** POST /members/:alias/verification: a coordinator has a code sent. */
    public void ask(RoutingContext request) {
        request.<Form>get("form").only();
        Visit visit = request.get("visit");
        var found = database.inTransaction(tx -> {
            var member = stores.members().byAlias(tx, request.pathParam("alias"));
            member.ifPresent(asked -> sessions.leave(tx, visit.signedIn().idHash(), switch (acts.verifying().ask(tx, asked)) {
                case SENT -> PageNotice.done("notice.code-sent", "who", asked.alias());
                case TOO_OFTEN -> PageNotice.refused("notice.code-too-often", "who", asked.alias());
                case NO_PHONE -> PageNotice.refused("notice.code-no-phone", "who", asked.alias());
            }));
            return member.isPresent();
        });
        if (found) {
            Pages.redirect(request, "/members");
        } else {
            errors.absent(request);
        }
    }

    /** How each member's phone stands, by alias; nothing of one that is verified for long. */
    Map<String, String> standings(Transaction tx, List<Member> members, Words words, Visit visit) {
        var until = stores.members().verifications().untilOfAll(tx);
        var standings = new HashMap<String, String>();
        for (var member : members) {
            var told = new ArrayList<String>();
            var end = until.get(member.id());
            if (end != null) {
                told.add(words.say(end.isAfter(visit.now()) ? "verification.until" : "verification.over", "date", words.day(end)));
            }
            stores.members().verifications().waiting(tx, member.id(), visit.now()).ifPresent(waiting ->
                    told.add(words.say("verification.waiting", "time", words.time(waiting.until()))));
            standings.put(member.alias(), String.join(" ", told));
        }
        return standings;
    }
}
