package gateway.console;

import gateway.console.alerts.AlertPages;
import gateway.console.frame.ChangesStream;
import gateway.console.frame.Form;
import gateway.console.frame.MembersOnly;
import gateway.console.frame.Pages;
import gateway.console.frame.Upload;
import gateway.console.frame.Visit;
import gateway.console.frame.Who;
import gateway.console.people.MemberPages;
import gateway.console.prompts.PromptsPage;
import gateway.console.rosters.RosterPages;
import gateway.console.signin.SignInPages;
import gateway.voice.Sound;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Every address of the console, all nouns, each with who may open it. Whoever may not finds nothing there. */
public final class ConsoleRoutes {

    /** One address and what answers there. */
    record Route(HttpMethod method, String path, Who who, Handler<RoutingContext> answer) {

        @Override
        public String toString() {
            return method + " " + path + " " + who;
        }
    }

    /** The one form that brings a file. */
    private static final String PROMPTS = "/prompts";

    private final List<Route> routes;
    private final Guards guards;

    ConsoleRoutes(Guards guards, SignInPages signIn, ChangesStream changes, AlertPages alerts, RosterPages rosters, MemberPages members,
            PromptsPage prompts) {
        this.guards = guards;
        var session = signIn.session();
        var forms = alerts.forms();
        var unread = alerts.unread();
        this.routes = List.of(
                get("/", Who.ANYONE, session::start),
                get("/sign-in", Who.ANYONE, session::signIn),
                post("/sign-in", Who.ANYONE, session::signInByPassword),
                get("/sign-in/:token", Who.ANYONE, session::link),
                post("/sign-in/:token", Who.ANYONE, session::redeem),
                post("/language", Who.ANYONE, session::language),
                get("/assets/:name", Who.ANYONE, guards.pages()::sendAsset),
                post("/sign-out", Who.MEMBER, session::signOut),
                get("/password", Who.MEMBER, session::password),
                post("/password", Who.MEMBER, session::choosePassword),
                get("/pin", Who.MEMBER, signIn.pin()::show),
                post("/pin", Who.MEMBER, signIn.pin()::keep),
                get("/changes", Who.MEMBER, changes::handle),
                get("/alerts", Who.MEMBER, alerts.board()::handle),
                get("/alerts/:number", Who.ASKED, alerts.one()::handle),
                post("/alerts/:number/acknowledgement", Who.ASKED, forms.holding()::acknowledgement),
                post("/alerts/:number/check-in", Who.ASKED, forms.holding()::checkIn),
                post("/alerts/:number/handback", Who.ASKED, forms.holding()::handback),
                post("/alerts/:number/escalation", Who.ASKED, forms.holding()::escalation),
                post("/alerts/:number/timer", Who.ASKED, forms.timers()::timer),
                post("/alerts/:number/timer-end", Who.ASKED, forms.timers()::timerEnd),
                post("/alerts/:number/timer-clearance", Who.COORDINATOR, forms.timers()::timerClearance),
                post("/alerts/:number/note", Who.ASKED, forms.reports()::note),
                post("/alerts/:number/resolution", Who.COORDINATOR, forms.ending()::resolution),
                post("/alerts/:number/reopening", Who.COORDINATOR, forms.ending()::reopening),
                post("/alerts/:number/seizure", Who.COORDINATOR, forms.reporter()::seizure),
                post("/alerts/:number/reveal", Who.HOLDER, forms.reporter()::reveal),
                post("/alerts/:number/reports/:report/code", Who.ASKED, forms.reports()::code),
                post("/alerts/:number/reports/:report/mute", Who.COORDINATOR, forms.reports()::mute),
                post("/alerts/:number/proposals/:proposal/decision", Who.HOLDER, forms.reports()::decision),
                post("/alerts/:number/merger", Who.COORDINATOR, forms.ending()::merger),
                post("/alerts/:number/wrong-number", Who.COORDINATOR, forms.ending()::wrongNumber),
                get("/unread", Who.MEMBER, unread.all()::handle),
                post("/unread/:text/sighting", Who.MEMBER, unread.all()::sighting),
                post("/unread/machines/:text/sighting", Who.COORDINATOR, unread.machines()::sighting),
                post("/unread/machines/:text/code", Who.COORDINATOR, unread.machines()::code),
                post("/unread/machines/:text/mute", Who.COORDINATOR, unread.machines()::mute),
                get("/reading", Who.COORDINATOR, unread.reading()::blank),
                post("/reading", Who.COORDINATOR, unread.reading()::read),
                get("/mutes", Who.COORDINATOR, unread.machines()::mutes),
                post("/mutes/:mute/end", Who.COORDINATOR, unread.machines()::end),
                post("/warnings/:warning/sighting", Who.COORDINATOR, alerts.warnings()::sighting),
                post("/alerts/:number/ring-back", Who.HOLDER, forms.reporter()::ringBack),
                post("/alerts/:number/card", Who.HOLDER, forms.reporter()::card),
                post("/alerts/:number/companions", Who.HOLDER, forms.holding()::companions),
                post("/alerts/:number/ladders", Who.HOLDER, forms.holding()::ladders),
                get("/rosters", Who.MEMBER, rosters.weeks()::handle),
                get("/rosters/what-if", Who.COORDINATOR, rosters.whatIf()::handle),
                get("/rosters/:name", Who.COORDINATOR, rosters.covers()::handle),
                post("/rosters/:name/covers", Who.COORDINATOR, rosters.covers()::addCover),
                post("/rosters/:name/covers/:cover/withdrawal", Who.COORDINATOR, rosters.covers()::withdrawCover),
                post("/rosters/:name/surges", Who.COORDINATOR, rosters.covers()::addSurge),
                post("/rosters/:name/surges/:cover/withdrawal", Who.COORDINATOR, rosters.covers()::withdrawSurge),
                post("/rosters/:name/calendar", Who.COORDINATOR, rosters.calendars()::ofRoster),
                get("/policies", Who.COORDINATOR, rosters.policies()::all),
                get("/policies/:name", Who.COORDINATOR, rosters.policies()::one),
                get("/rosters/:name/hand-over", Who.MEMBER, rosters.handOver()::handle),
                get("/shifts", Who.MEMBER, rosters.shifts()::handle),
                post("/shifts/word", Who.MEMBER, rosters.shifts()::word),
                post("/shifts/offers", Who.MEMBER, rosters.shifts()::offer),
                post("/shifts/offers/:offer/acceptance", Who.MEMBER, rosters.shifts()::acceptance),
                post("/shifts/offers/:offer/withdrawal", Who.MEMBER, rosters.shifts()::withdrawal),
                post("/shifts/offers/:offer/refusal", Who.COORDINATOR, rosters.shifts()::refusal),
                post("/calendars", Who.MEMBER, rosters.calendars()::own),
                get("/calendars/:token.ics", Who.ANYONE, rosters.calendars()::feed),
                get("/enrolments", Who.COORDINATOR, members.enrolments()::list),
                get("/enrolments/new", Who.COORDINATOR, members.enrolments()::blank),
                post("/enrolments", Who.COORDINATOR, members.enrolments()::enrolment),
                get("/enrolments/:id", Who.COORDINATOR, members.enrolments()::show),
                post("/enrolments/:id/change", Who.COORDINATOR, members.enrolments()::change),
                post("/enrolments/:id/withdrawal", Who.COORDINATOR, members.enrolments()::withdrawal),
                get("/verification", Who.MEMBER, members.all().verification()::own),
                post("/verification", Who.MEMBER, members.all().verification()::give),
                post("/members/:alias/verification", Who.COORDINATOR, members.all().verification()::ask),
                get("/members", Who.COORDINATOR, members.all()::handle),
                post("/members/:alias/phone-loss", Who.COORDINATOR, members.all()::phoneLoss),
                post("/members/:alias/phone-found", Who.COORDINATOR, members.all().phones()::found),
                post("/members/:alias/phone-texts", Who.COORDINATOR, members.all().phones()::texts),
                get("/members/:alias", Who.HERSELF, members.one()::handle),
                post("/members/:alias/choices", Who.HERSELF, members.one()::choices),
                get("/prompts", Who.COORDINATOR, prompts::handle),
                post(PROMPTS, Who.COORDINATOR, prompts::keep),
                post("/prompts/use", Who.COORDINATOR, prompts::use),
                get("/prompts/:name", Who.ANYONE, prompts::sound));
    }

    List<Route> table() {
        return routes;
    }

    /** Adds the console to the router; what has no other address there is absent. */
    public void mount(Router router) {
        for (var route : routes) {
            router.route(route.method(), route.path()).handler(request -> answer(route, request));
        }
        router.route().last().handler(request -> answer(get("", Who.ANYONE, guards.errors()::absent), request));
    }

    private void answer(Route route, RoutingContext request) {
        Pages.guard(request.response());
        try {
            request.put("visit", guards.membersOnly().stranger(request));
            if (!guards.origin().isAskedFor(request.request())) {
                guards.errors().tell(request, 421, "host");
            } else if (!route.method().equals(HttpMethod.POST)) {
                let(route, request);
            } else if (!guards.origin().sent(request.request())) {
                guards.errors().tell(request, 403, "foreign");
            } else {
                request.put("form", route.path().equals(PROMPTS)
                        ? Upload.read(request.request(), Sound.MOST_BYTES).await() : Form.read(request.request()).await());
                let(route, request);
            }
        } catch (RuntimeException failure) {
            guards.errors().failed(request, failure);
        }
    }

    private void let(Route route, RoutingContext request) {
        if (route.path().startsWith("/assets/") || route.path().equals("/prompts/:name")) {
            route.answer().handle(request);
            return;
        }
        guards.cookies().session(request).ifPresent(id -> request.put("session id", id));
        request.put("visit", guards.membersOnly().visit(request));
        Visit visit = request.get("visit");
        if (route.who() != Who.ANYONE && visit.session() == null) {
            askToSignIn(request);
        } else if (isAllowed(route, visit, request)) {
            route.answer().handle(request);
        } else {
            guards.errors().absent(request);
        }
    }

    private boolean isAllowed(Route route, Visit visit, RoutingContext request) {
        return switch (route.who()) {
            case ANYONE, MEMBER -> true;
            case ASKED -> guards.access().mayOpen(visit, request);
            case HOLDER -> guards.access().mayReveal(visit, request);
            case HERSELF -> visit.isCoordinator() || visit.member().alias().equalsIgnoreCase(request.pathParam("alias"));
            case COORDINATOR -> visit.isCoordinator();
        };
    }

    /** A page that fetched itself is told to go there whole; a stream just ends. */
    private static void askToSignIn(RoutingContext request) {
        if (request.request().path().equals("/changes")) {
            request.response().setStatusCode(401).end();
        } else if (MembersOnly.isByScript(request)) {
            request.response().putHeader("HX-Redirect", "/sign-in").setStatusCode(204).end();
        } else {
            Pages.redirect(request, "/sign-in");
        }
    }

    private static Route get(String path, Who who, Handler<RoutingContext> answer) {
        return new Route(HttpMethod.GET, path, who, answer);
    }

    private static Route post(String path, Who who, Handler<RoutingContext> answer) {
        return new Route(HttpMethod.POST, path, who, answer);
    }
}
