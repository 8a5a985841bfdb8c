package gateway.console.people;

import gateway.console.frame.ConsoleStores;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.member.Member;
import gateway.roster.Night;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.Stint;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** GET /members/:alias, and POST /members/:alias/choices: for herself and for coordinators. */
public final class MemberDetailsPage {

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final int MOST_COUNTED = 500;

    private final Database database;
    private final ConsoleStores stores;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    public MemberDetailsPage(Database database, ConsoleStores stores, Sessions sessions, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    /** GET /members/:alias */
    public void handle(RoutingContext request) {
        var words = pages.words(request);
        Visit visit = request.get("visit");
        record Shown(Member member, List<MemberDetails.Shift> shifts, List<MemberDetails.Asked> asked, List<String> counted,
                MemberDetails.Form form) {}
        var shown = database.inTransaction(tx -> named(tx, request).map(member -> new Shown(member, shifts(tx, member, words),
                asked(tx, member, words), counted(tx, member, words),
                new ChoicesForm(stores.gazetteer(), words).shown(stores.members().choices().of(tx, member.id()), words))));
        if (shown.isEmpty()) {
            errors.absent(request);
            return;
        }
        var member = shown.get().member();
        pages.send(request, 200, "people/member", "member.title", frame -> new MemberDetails(frame, member.alias(),
                MembersPage.roles(member, words), words.say("phone." + MembersPage.phone(member)),
                member.askablePhone().isPresent(), visit.isCoordinator() && MembersPage.mayLose(member),
                member.id().equals(visit.member().id()), path(member), shown.get().shifts(), shown.get().asked(),
                shown.get().counted(), shown.get().form()));
    }

    /** POST /members/:alias/choices */
    public void choices(RoutingContext request) {
        var chosen = new ChoicesForm(stores.gazetteer(), pages.words(request)).read(request.get("form"));
        Visit visit = request.get("visit");
        var member = database.inTransaction(tx -> {
            var found = named(tx, request);
            found.ifPresent(one -> {
                stores.members().choices().keep(tx, one.id(), chosen, visit.member().id());
                sessions.leave(tx, visit.signedIn().idHash(), PageNotice.done("notice.choices-kept", "who", one.alias()));
            });
            return found;
        });
        member.ifPresentOrElse(one -> Pages.redirect(request, path(one)), () -> errors.absent(request));
    }

    static String path(Member member) {
        return "/members/" + member.alias();
    }

    private Optional<Member> named(Transaction tx, RoutingContext request) {
        return stores.members().byAlias(tx, request.pathParam("alias"));
    }

    private List<MemberDetails.Shift> shifts(Transaction tx, Member member, Words words) {
        var now = words.now();
        record Turn(Roster roster, Stint stint) {}
        return stores.rosters().all(tx).stream()
                .flatMap(roster -> OnCall.shifts(roster, now, now.plus(AHEAD)).stream()
                        .filter(stint -> stint.member().equals(member.id())).map(stint -> new Turn(roster, stint)))
                .sorted(Comparator.comparing((Turn turn) -> turn.stint().from()).thenComparing(turn -> turn.roster().name()))
                .map(turn -> {
                    var there = words.in(turn.roster().zone());
                    var from = turn.stint().from().equals(now) ? words.say("member.now") : there.dayAndTime(turn.stint().from());
                    var to = turn.stint().to();
                    return new MemberDetails.Shift(turn.roster().name(), to.equals(now.plus(AHEAD))
                            ? words.say("member.endless", "from", from) : from + " – " + there.dayAndTime(to));
                }).toList();
    }

    private List<MemberDetails.Asked> asked(Transaction tx, Member member, Words words) {
        return stores.dispatches().liveOf(tx, member.id()).stream()
                .sorted(Comparator.comparing((Dispatch dispatch) -> dispatch.state() != DispatchState.TAKEN)
                        .thenComparing(Dispatch::askedAt, Comparator.reverseOrder()))
                .map(dispatch -> new MemberDetails.Asked(stores.alerts().numberOf(tx, dispatch.alert()),
                        words.say("discipline." + dispatch.discipline().word()), words.time(dispatch.askedAt()),
                        words.say("dispatch-state." + dispatch.state().word().replace('_', '-')),
                        dispatch.state() == DispatchState.TAKEN)).toList();
    }

    private List<String> counted(Transaction tx, Member member, Words words) {
        var week = stores.dispatches().since(tx, member.id(), words.now().minus(A_WEEK), MOST_COUNTED);
        var sentences = new ArrayList<String>();
        sentences.add(words.say("member.counts", "alerts", alerts(week.stream()),
                "nights", alerts(week.stream().filter(one -> Night.isAt(one.askedAt(), words.zone())))));
        Night.fellBefore(words.now(), words.zone()).ifPresent(fell -> sentences.add(words.say("member.tonight",
                "alerts", alerts(week.stream().filter(one -> !one.askedAt().isBefore(fell))))));
        return List.copyOf(sentences);
    }

    private static String alerts(Stream<Dispatch> asked) {
        return Long.toString(asked.map(Dispatch::alert).distinct().count());
    }
}
