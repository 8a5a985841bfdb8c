package gateway.console.rosters;

import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.roster.Cover;
import gateway.roster.Cover.Change;
import gateway.roster.CoverId;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.SurgeShift;
import gateway.roster.WallTime;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** GET /rosters/:name, and the forms there: covers and surge plans are made and withdrawn by coordinators. */
public final class RosterCovers {

    private static final Duration LONGEST = Duration.ofDays(62);
    private static final int MOST_DATES = 31;

    private final Database database;
    private final ConsoleStores stores;
    private final CoverLines lines;
    private final Sessions sessions;
    private final RostersPage weeks;
    private final Pages pages;
    private final RequestErrors errors;

    public RosterCovers(Database database, ConsoleStores stores, Sessions sessions, RostersPage weeks, Pages pages,
            RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        lines = new CoverLines(stores);
        this.sessions = sessions;
        this.weeks = weeks;
        this.pages = pages;
        this.errors = errors;
    }

    /** GET /rosters/:name */
    public void handle(RoutingContext request) {
        var words = pages.words(request);
        var first = RostersPage.firstDay(request);
        record Shown(RosterPage.Week week, List<CoversPage.Line> covers, List<CoversPage.Line> surges, List<Member> members) {}
        var shown = database.inTransaction(tx -> named(tx, request).map(roster -> new Shown(
                weeks.weeks(tx, List.of(roster), first, words).getFirst(), lines.covers(tx, roster, words),
                lines.surges(tx, roster, words), stores.members().all(tx))));
        if (shown.isEmpty()) {
            errors.absent(request);
            return;
        }
        var found = shown.get();
        var askable = found.members().stream().filter(member -> member.askablePhone().isPresent()).map(Member::alias).toList();
        pages.send(request, 200, "rosters/roster", "covers.title", frame -> new CoversPage(frame, found.week(), found.covers(),
                found.surges(), askable, found.members().stream().map(Member::alias).toList()));
    }

    /** POST /rosters/:name/covers */
    public void addCover(RoutingContext request) {
        var form = request.<Form>get("form").only("change", "member", "away", "from", "to");
        act(request, (tx, roster) -> {
            var change = change(tx, form);
            var from = moment(form.text("from"), roster);
            var to = moment(form.text("to"), roster);
            Visit visit = request.get("visit");
            if (change.isEmpty()) {
                return PageNotice.refused("notice.cover-member");
            }
            if (from.isEmpty() || to.isEmpty() || !to.get().isAfter(from.get()) || !to.get().isAfter(visit.now())
                    || from.get().plus(LONGEST).isBefore(to.get())) {
                return PageNotice.refused("notice.cover-time");
            }
            var cover = new Cover(change.get(), from.get(), to.get());
            stores.rosters().covers().add(tx, roster.id(), cover, visit.member().id());
            return PageNotice.done(leavesGap(tx, roster, cover) ? "notice.cover-made-gap" : "notice.cover-made");
        });
    }

    /** POST /rosters/:name/surges */
    public void addSurge(RoutingContext request) {
        var form = request.<Form>get("form").only("plan", "member", "dates", "from", "to");
        act(request, (tx, roster) -> {
            var member = askable(tx, form.text("member"));
            var dates = dates(form.text("dates"));
            var from = time(form.text("from"));
            var to = time(form.text("to"));
            var plan = form.text("plan");
            if (member.isEmpty()) {
                return PageNotice.refused("notice.cover-member");
            }
            if (dates.isEmpty() || from.isEmpty() || to.isEmpty() || plan.isEmpty() || plan.length() > 60) {
                return PageNotice.refused("notice.surge-wrong");
            }
            Visit visit = request.get("visit");
            stores.rosters().covers().addSurge(tx, roster.id(), new SurgeShift(VisibleText.of(plan), member.get().id(), dates,
                    from.get(), to.get()), visit.member().id());
            return PageNotice.done("notice.surge-made");
        });
    }

    /** POST /rosters/:name/covers/:cover/withdrawal */
    public void withdrawCover(RoutingContext request) {
        withdraw(request, (tx, roster, id, visit) ->
                stores.rosters().covers().withdraw(tx, roster.id(), id, visit.member().id()));
    }

    /** POST /rosters/:name/surges/:cover/withdrawal */
    public void withdrawSurge(RoutingContext request) {
        withdraw(request, (tx, roster, id, visit) ->
                stores.rosters().covers().withdrawSurge(tx, roster.id(), id, visit.member().id()));
    }

    /** The roster the address names, by its name or its id. */
    Optional<Roster> named(Transaction tx, RoutingContext request) {
        var name = request.pathParam("name");
        return stores.rosters().all(tx).stream()
                .filter(roster -> roster.name().equals(name) || roster.id().toString().equals(name))
                .findFirst();
    }

    private interface Withdrawing {
        boolean withdraw(Transaction tx, Roster roster, CoverId id, Visit visit);
    }

    private interface Act {
        PageNotice on(Transaction tx, Roster roster);
    }

    private void withdraw(RoutingContext request, Withdrawing withdrawing) {
        request.<Form>get("form").only();
        Visit visit = request.get("visit");
        act(request, (tx, roster) -> id(request.pathParam("cover"))
                .filter(id -> withdrawing.withdraw(tx, roster, id, visit)).isPresent()
                ? PageNotice.done("notice.cover-withdrawn") : PageNotice.refused("notice.cover-gone"));
    }

    private void act(RoutingContext request, Act act) {
        Visit visit = request.get("visit");
        var done = database.inTransaction(tx -> named(tx, request).map(roster -> {
            sessions.leave(tx, visit.signedIn().idHash(), act.on(tx, roster));
            tx.announce();
            return RosterWeek.path(roster);
        }));
        done.ifPresentOrElse(path -> Pages.redirect(request, path), () -> errors.absent(request));
    }

    /** Whoever is put on call must be one who can be asked. */
    private Optional<Change> change(Transaction tx, Form form) {
        var member = stores.members().byAlias(tx, form.text("member"));
        var away = stores.members().byAlias(tx, form.text("away"));
        return switch (form.text("change")) {
            case "add" -> askable(tx, form.text("member")).map(found -> new Change.Add(found.id()));
            case "remove" -> member.map(found -> new Change.Remove(found.id()));
            case "stand-in" -> askable(tx, form.text("member")).flatMap(found -> away
                    .filter(absent -> !absent.id().equals(found.id()))
                    .map(absent -> new Change.StandIn(found.id(), absent.id())));
            default -> Optional.empty();
        };
    }

    private Optional<Member> askable(Transaction tx, String alias) {
        return stores.members().byAlias(tx, alias).filter(member -> member.askablePhone().isPresent());
    }

    private boolean leavesGap(Transaction tx, Roster roster, Cover cover) {
        var members = stores.members().all(tx).stream().collect(Collectors.toMap(Member::id, Function.identity()));
        return stores.rosters().find(tx, roster.id()).map(now -> !OnCall.gaps(now, cover.from(), cover.to(),
                id -> Optional.ofNullable(members.get(id)).flatMap(Member::askablePhone).isPresent()).isEmpty()).orElse(false);
    }

    private static Optional<Instant> moment(String written, Roster roster) {
        try {
            return Optional.of(WallTime.momentOf(LocalDateTime.parse(written.replace(' ', 'T')), roster.zone()));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String written) {
        try {
            return Optional.of(LocalTime.parse(written));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** Empty unless every one is a date. */
    private static Set<LocalDate> dates(String written) {
        try {
            var dates = Arrays.stream(written.split("[,;\\s]+")).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
            return dates.size() <= MOST_DATES ? dates : Set.of();
        } catch (DateTimeParseException notADate) {
            return Set.of();
        }
    }

    private static Optional<CoverId> id(String written) {
        try {
            return Optional.of(new CoverId(UUID.fromString(written)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
