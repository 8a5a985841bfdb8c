package gateway.console.rosters;

import static java.util.stream.Collectors.toMap;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.duty.ShiftChange;
import gateway.member.MemberId;
import gateway.roster.Roster;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** GET /rosters/:name/hand-over: who goes and who comes, and what is open, for those of the roster and for coordinators. */
public final class HandOverPages {

    private final Database database;
    private final ConsoleStores stores;
    private final RosterCovers covers;
    private final Pages pages;
    private final RequestErrors errors;

    public HandOverPages(Database database, ConsoleStores stores, RosterCovers covers, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.covers = covers;
        this.pages = pages;
        this.errors = errors;
    }

    private record Brief(String last, String next, List<HandOverPage.Line> lines, String roster) {}

    public void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var brief = database.inTransaction(tx -> covers.named(tx, request)
                .filter(roster -> visit.isCoordinator() || roster.members().contains(visit.member().id()))
                .map(roster -> read(tx, roster, visit, words)));
        brief.ifPresentOrElse(found -> pages.send(request, 200, "rosters/hand-over", "hand-over.title",
                frame -> new HandOverPage(frame, found.roster(), found.last(), found.next(), found.lines())), () -> errors.absent(request));
    }

    private Brief read(Transaction tx, Roster roster, Visit visit, Words words) {
        var aliases = new Aliases(tx, stores.members(), words);
        var inZone = new Words(words.phrases(), words.language(), roster.zone(), words.now());
        var lately = ShiftChange.lately(roster, words.now());
        var last = lately.isEmpty() ? "" : say("hand-over.last", lately.getLast(), inZone, aliases);
        var next = ShiftChange.next(roster, words.now()).map(change -> say("hand-over.next", change, inZone, aliases)).orElse("");
        return new Brief(last, next, lines(tx, roster, visit, inZone, aliases), roster.name());
    }

    private static String say(String key, ShiftChange change, Words words, Aliases aliases) {
        return words.say(key, "time", words.dayAndTime(change.at()), "gone", aliases.of(change.gone()), "here",
                change.takes().isEmpty() ? words.say("rosters.nobody") : aliases.of(change.takes()));
    }

    /** What any of the roster's people has or was asked, each alert once, the oldest first. */
    private List<HandOverPage.Line> lines(Transaction tx, Roster roster, Visit visit, Words words, Aliases aliases) {
        var ids = new LinkedHashSet<AlertId>();
        roster.members().stream().flatMap(member -> stores.dispatches().liveOf(tx, member).stream())
                .filter(dispatch -> dispatch.discipline() == roster.discipline()).map(Dispatch::alert).forEach(ids::add);
        var ladders = stores.ladders().ofAll(tx, List.copyOf(ids)).stream().filter(ladder -> ladder.discipline() == roster.discipline())
                .collect(toMap(Ladder::alert, ladder -> ladder));
        var mayOpen = stores.dispatches().asked().askedOf(tx, visit.member().id(), ids);
        var lines = new ArrayList<HandOverPage.Line>();
        ids.stream().flatMap(id -> stores.alerts().find(tx, id).stream()).sorted(Comparator.comparing(Alert::openedAt))
                .forEach(alert -> lines.add(line(alert, Objects.requireNonNull(ladders.get(alert.id())), words, aliases,
                        visit.member().id(), visit.isCoordinator() || mayOpen.contains(alert.id()))));
        return List.copyOf(lines);
    }

    private HandOverPage.Line line(Alert alert, Ladder ladder, Words words, Aliases aliases, MemberId reader, boolean mayOpen) {
        var area = alert.area() == null ? "" : " " + alert.area();
        var mark = stores.codebook().byId(alert.code()).orElse(stores.codebook().unclear()).mark();
        var holder = ladder.holder().map(aliases::of).orElse(words.say("hand-over.nobody"));
        var limit = switch (ladder) {
            case Ladder.Acknowledged held -> words.say("ladder.check-in", "time", words.time(held.checkInBy()));
            case Ladder.Climbing climbing -> words.say("ladder.next-step", "time", words.time(climbing.dueAt()));
            case Ladder.Ended _ -> words.say("ladder.ended");
        };
        return new HandOverPage.Line(alert.number().toString(), mayOpen ? "/alerts/" + alert.number() : "", "C" + mark + area,
                holder, limit, ladder.isHeldBy(reader));
    }
}
