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
import gateway.member.BarReason;
import gateway.member.Member;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Collectors;

/** GET /members, and POST /members/:alias/phone-loss: the phone is lost or seized, so nothing more is sent to it. */
public final class MembersPage {

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;
    private final VerificationPages verification;
    private final PhoneForms phones;

    public MembersPage(Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions, Pages pages,
            RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
        this.verification = new VerificationPages(database, stores, acts, sessions, pages, errors);
        this.phones = new PhoneForms(database, stores, acts, sessions, errors);
    }

    public PhoneForms phones() {
        return phones;
    }

    public VerificationPages verification() {
        return verification;
    }

    public void handle(RoutingContext request) {
        var words = pages.words(request);
        Visit visit = request.get("visit");
        var all = database.inTransaction(stores.members()::all);
        var members = all.stream().map(member -> line(member, words)).toList();
        var verified = database.inTransaction(tx -> verification.standings(tx, all, words, visit));
        var standing = database.inTransaction(tx -> new MemberStandings(stores).of(tx, all, words));
        pages.send(request, 200, "people/members", "members.title", frame -> new MemberPage(frame, members, verified, standing));
    }

    public void phoneLoss(RoutingContext request) {
        request.<Form>get("form").only();
        Visit visit = request.get("visit");
        var found = database.inTransaction(tx -> {
            var member = stores.members().byAlias(tx, request.pathParam("alias"));
            member.ifPresent(loser -> {
                var lost = acts.losingPhone().lose(tx, loser, BarReason.LOST, visit.member().alias());
                // The phone may be signed in here; the browser that says so stays.
                sessions.endOthersOf(tx, loser.id(), visit.signedIn());
                sessions.leave(tx, visit.signedIn().idHash(), lost
                        ? PageNotice.done("notice.phone-lost", "who", loser.alias())
                        : PageNotice.refused("notice.phone-not-lost", "who", loser.alias()));
            });
            return member.isPresent();
        });
        if (found) {
            Pages.redirect(request, "/members");
        } else {
            errors.absent(request);
        }
    }

    private static MemberPage.Line line(Member member, Words words) {
        return new MemberPage.Line(member.alias(), roles(member, words), words.say("phone." + phone(member)),
                member.askablePhone().isPresent(),
                mayLose(member), member.barred().contains(BarReason.LOST), member.refusedSince() != null);
    }

    static String roles(Member member, Words words) {
        return member.roles().stream().sorted().map(role -> words.say("role." + role.word()))
                .collect(Collectors.joining(", "));
    }

    static boolean mayLose(Member member) {
        return member.phone() != null && !member.barred().contains(BarReason.LOST);
    }

    /** How her phone stands, as the word of the phrase {@code phone.<word>}. */
    static String phone(Member member) {
        if (member.phone() == null) {
            return "none";
        }
        if (member.barred().contains(BarReason.LOST)) {
            return "lost";
        }
        if (member.refusedSince() != null) {
            return "refused";
        }
        return member.expired() ? "expired" : member.verified() ? "reachable" : "unverified";
    }
}
