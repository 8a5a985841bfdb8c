package gateway.console.signin;

import gateway.console.frame.Cookies;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.SecretToken;
import gateway.console.frame.Sessions;
import gateway.console.frame.SignInLinks;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.phone.Language;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Optional;

/** Signing in by a one-time link or by alias and password, choosing a password, signing out, choosing a language. */
public final class SessionPages {

    private static final int SHORTEST_PASSWORD = 15;
    private static final int LONGEST_PASSWORD = 256;
    private static final int FEWEST_DIFFERENT = 5;

    private final Database database;
    private final Members members;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInLinks links;
    private final Cookies cookies;
    private final Pages pages;

    public SessionPages(Database database, Members members, Passwords passwords, Sessions sessions, SignInLinks links,
            Cookies cookies, Pages pages) {
        this.database = database;
        this.members = members;
        this.passwords = passwords;
        this.sessions = sessions;
        this.links = links;
        this.cookies = cookies;
        this.pages = pages;
    }

    /** GET / */
    public void start(RoutingContext request) {
        Visit visit = request.get("visit");
        Pages.redirect(request, visit.session() == null ? "/sign-in" : "/alerts");
    }

    /** GET /sign-in */
    public void signIn(RoutingContext request) {
        pages.send(request, 200, "signin/sign-in", "sign-in.title", frame -> new SignInPage(frame, "", ""));
    }

    /** GET /sign-in/:token shows a button and uses nothing up, because phones look at links before people do. */
    public void link(RoutingContext request) {
        pages.send(request, 200, "signin/sign-in-link", "sign-in.title", frame -> new SignInPage(frame, "", ""));
    }

    /** POST /sign-in/:token */
    public void redeem(RoutingContext request) {
        form(request).only();
        record Began(SecretToken id, boolean hasPassword) {}
        var began = database.inTransaction(tx -> links.redeem(tx, request.pathParam("token"), tx.now())
                .flatMap(member -> members.find(tx, member))
                .map(member -> new Began(sessions.begin(tx, member.id(), true, tx.now()),
                        members.passwordHash(tx, member.id()).isPresent())));
        if (began.isEmpty()) {
            pages.send(request, 403, "signin/sign-in", "sign-in.title",
                    frame -> new SignInPage(frame, frame.say("sign-in.link-spent"), ""));
            return;
        }
        cookies.keepSession(request, began.get().id());
        Pages.redirect(request, began.get().hasPassword() ? "/alerts" : "/password");
    }

    /** POST /sign-in */
    public void signInByPassword(RoutingContext request) {
        var form = form(request).only("alias", "password");
        var alias = form.text("alias");
        var password = form.raw("password");
        var address = address(request.request().remoteAddress());
        var wait = database.inTransaction(tx -> passwords.throttle().begin(tx, alias, address, tx.now()));
        if (wait.isPresent()) {
            var seconds = Long.toString(Math.max(1, wait.get().toSeconds() + 1));
            request.response().putHeader("Retry-After", seconds);
            pages.send(request, 429, "signin/sign-in", "sign-in.title",
                    frame -> new SignInPage(frame, frame.say("sign-in.wait", "seconds", seconds), alias));
            return;
        }
        var member = database.inTransaction(tx -> members.byAlias(tx, alias)).map(Member::id);
        if (password.length() > LONGEST_PASSWORD || !isRight(member, password)) {
            pages.send(request, 403, "signin/sign-in", "sign-in.title",
                    frame -> new SignInPage(frame, frame.say("sign-in.wrong"), alias));
            return;
        }
        var id = database.inTransaction(tx -> {
            passwords.throttle().succeeded(tx, alias, address);
            return sessions.begin(tx, member.orElseThrow(), false, tx.now());
        });
        cookies.keepSession(request, id);
        Pages.redirect(request, "/alerts");
    }

    /** POST /sign-out */
    public void signOut(RoutingContext request) {
        form(request).only();
        Visit visit = request.get("visit");
        database.run(tx -> sessions.end(tx, visit.signedIn()));
        cookies.dropSession(request);
        request.response().putHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        Pages.redirect(request, "/sign-in");
    }

    /** GET /password */
    public void password(RoutingContext request) {
        showPassword(request, 200, "");
    }

    /** POST /password: all other sessions of the member end, and this one gets a new id. */
    public void choosePassword(RoutingContext request) {
        var form = form(request).only("old-password", "password", "again");
        Visit visit = request.get("visit");
        var member = visit.member();
        if (asksForOld(visit)) {
            switch (passwords.again().ask(member, form.raw("old-password"))) {
                case PasswordAgain.Result.Wrong _ -> {
                    showPassword(request, 403, "password.old-wrong");
                    return;
                }
                case PasswordAgain.Result.Wait(var seconds) -> {
                    request.response().putHeader("Retry-After", Long.toString(seconds));
                    showPassword(request, 429, "sign-in.wait", "seconds", Long.toString(seconds));
                    return;
                }
                case PasswordAgain.Result.Right _ -> { }
            }
        }
        var chosen = form.raw("password");
        var problem = problem(chosen, form.raw("again"), member.alias());
        if (!problem.isEmpty()) {
            showPassword(request, 400, problem);
            return;
        }
        var hash = passwords.hashing().hash(chosen);
        var id = database.inTransaction(tx -> {
            members.keepPasswordHash(tx, member.id(), hash);
            sessions.endAllOf(tx, member.id());
            var fresh = sessions.begin(tx, member.id(), false, tx.now());
            sessions.leave(tx, fresh.hash(), PageNotice.done("password.kept"));
            return fresh;
        });
        cookies.keepSession(request, id);
        Pages.redirect(request, "/alerts");
    }

    /** POST /language, from any page, back to where it was. */
    public void language(RoutingContext request) {
        var form = form(request).only("language", "back");
        Language.read(form.text("language")).ifPresent(chosen -> cookies.keepLanguage(request, chosen));
        var back = form.text("back");
        // Only paths of our own: never another host, and never one a browser may take for one.
        Pages.redirect(request, back.matches("/([A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*)?") ? back : "/");
    }

    private void showPassword(RoutingContext request, int status, String problem) {
        showPassword(request, status, problem, "least", Integer.toString(SHORTEST_PASSWORD));
    }

    private void showPassword(RoutingContext request, int status, String problem, String name, String value) {
        Visit visit = request.get("visit");
        pages.send(request, status, "signin/password", "password.title", frame -> new PasswordPage(frame,
                problem.isEmpty() ? "" : frame.say(problem, name, value), asksForOld(visit), SHORTEST_PASSWORD));
    }

    private boolean asksForOld(Visit visit) {
        return !visit.signedIn().isFreshFromLink(visit.now());
    }

    private boolean isRight(Optional<MemberId> member, String password) {
        var hash = member.flatMap(known -> database.inTransaction(tx -> members.passwordHash(tx, known)));
        return hash.isPresent() ? passwords.hashing().matches(password, hash.get()) : passwords.hashing().matchesNobody(password);
    }

    private static String problem(String chosen, String again, String alias) {
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST_PASSWORD) {
            return "password.short";
        }
        if (chosen.length() > LONGEST_PASSWORD) {
            return "password.long";
        }
        if (chosen.codePoints().distinct().count() < FEWEST_DIFFERENT || chosen.strip().equalsIgnoreCase(alias)) {
            return "password.guessable";
        }
        return chosen.equals(again) ? "" : "password.differs";
    }

    /** Loopback tells nothing: behind a tunnel everyone comes from there. */
    private static Optional<String> address(SocketAddress from) {
        return Optional.ofNullable(from.hostAddress())
                .filter(written -> !InetAddress.ofLiteral(written).isLoopbackAddress());
    }

    private static Form form(RoutingContext request) {
        return request.get("form");
    }
}
