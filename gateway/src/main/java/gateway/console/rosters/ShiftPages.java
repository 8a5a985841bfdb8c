package gateway.console.rosters;

import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.duty.DutyDesk;
import gateway.duty.HeldShift;
import gateway.duty.OfferState;
import gateway.duty.ShiftOffer;
import gateway.duty.Swapping;
import gateway.member.Member;
import gateway.roster.Roster;
import gateway.safety.SafetyTimer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** GET /shifts, and its forms: a member gives her word, offers a shift, accepts one, and takes either back. */
public final class ShiftPages {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int MOST_MISSED = 100;

    private final Database database;
    private final ConsoleStores stores;
    private final DutyDesk desk;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    public ShiftPages(Database database, ConsoleStores stores, DutyDesk desk, Sessions sessions, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.desk = desk;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    private record Shown(boolean waits, List<ShiftsPage.Own> own, List<ShiftsPage.Offer> offers, String inside,
            List<ShiftsPage.Missed> missed) {}

    public void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var shown = database.inTransaction(tx -> new Shown(!desk.open(tx, visit.member()).isEmpty(),
                desk.shifts(tx, visit.member(), AHEAD).stream().map(held -> own(held, words)).toList(), offers(tx, visit, words),
                inside(tx, visit, words), missed(tx, visit, words)));
        pages.send(request, 200, "rosters/shifts", "shifts.title", frame -> new ShiftsPage(frame, shown.waits(), shown.own(), shown.offers(), shown.inside(), shown.missed()));
    }

    /** Where she ends it: the page of the alert she is inside for. */
    private String inside(Transaction tx, Visit visit, Words words) {
        return stores.safetyTimers().standingOf(tx, List.of(visit.member().id())).stream().filter(SafetyTimer::keepsQuiet).findFirst()
                .map(timer -> words.say("shifts.inside", "number", stores.alerts().numberOf(tx, timer.alert()),
                        "since", words.time(timer.begunAt()), "due", words.time(timer.dueAt()))).orElse("");
    }

    private List<ShiftsPage.Missed> missed(Transaction tx, Visit visit, Words words) {
        return stores.safetyTimers().quiet().lastQuietOf(tx, visit.member().id())
                .map(since -> stores.outbox().keptBackOf(tx, visit.member().id().value(), since, MOST_MISSED)).orElse(List.of()).stream()
                .map(text -> new ShiftsPage.Missed(words.time(text.madeAt()), VisibleText.of(text.words()))).toList();
    }

    /** POST /shifts/word */
    public void word(RoutingContext request) {
        request.<Form>get("form").only();
        act(request, (tx, member) -> desk.on(tx, member) ? PageNotice.done("notice.word-given")
                : PageNotice.refused("notice.word-not-asked"));
    }

    /** POST /shifts/offers */
    public void offer(RoutingContext request) {
        var form = request.<Form>get("form").only("roster", "from");
        act(request, (tx, member) -> desk.shifts(tx, member, AHEAD).stream()
                .filter(held -> held.roster().id().toString().equals(form.text("roster"))
                        && held.shift().from().toString().equals(form.text("from")))
                .findFirst().map(held -> notice(desk.off(tx, held))).orElse(PageNotice.refused("notice.offer-too-late")));
    }

    /** POST /shifts/offers/:offer/acceptance: by whoever covers it, and by a coordinator who lets it stand */
    public void acceptance(RoutingContext request) {
        onOffer(request, (tx, id, member) -> desk.accept(tx, id, member));
    }

    /** POST /shifts/offers/:offer/withdrawal: by whoever offered it, or accepted it */
    public void withdrawal(RoutingContext request) {
        onOffer(request, (tx, id, member) -> desk.undo(tx, id, member));
    }

    /** POST /shifts/offers/:offer/refusal: by a coordinator */
    public void refusal(RoutingContext request) {
        onOffer(request, (tx, id, member) -> desk.decline(tx, id));
    }

    private interface Act {
        PageNotice by(Transaction tx, Member member);
    }

    private interface OfferAct {
        Swapping.Result on(Transaction tx, UUID offer, Member member);
    }

    private void onOffer(RoutingContext request, OfferAct act) {
        request.<Form>get("form").only();
        var id = id(request.pathParam("offer"));
        if (id.isEmpty()) {
            errors.absent(request);
            return;
        }
        act(request, (tx, member) -> notice(act.on(tx, id.get(), member)));
    }

    private void act(RoutingContext request, Act act) {
        Visit visit = request.get("visit");
        database.run(tx -> sessions.leave(tx, visit.signedIn().idHash(), act.by(tx, visit.member())));
        Pages.redirect(request, "/shifts");
    }

    private static PageNotice notice(Swapping.Result result) {
        return switch (result) {
            case OFFERED -> PageNotice.done("notice.offer-made");
            case OFFERED_BEFORE -> PageNotice.refused("notice.offer-made-before");
            case TAKEN -> PageNotice.done("notice.offer-taken");
            case WAITS -> PageNotice.done("notice.offer-waits");
            case TAKEN_BEFORE -> PageNotice.refused("notice.offer-gone");
            case DECLINED -> PageNotice.done("notice.offer-declined");
            case UNDONE -> PageNotice.done("notice.offer-undone");
            case TOO_LATE, NOT_YOURS -> PageNotice.refused("notice.offer-too-late");
        };
    }

    private static ShiftsPage.Own own(HeldShift held, Words words) {
        return new ShiftsPage.Own(when(held.roster(), held.shift().from(), held.shift().to(), words), held.roster().name(),
                held.roster().id().toString(), held.shift().from().toString());
    }

    /** Those she made or accepted, those she may cover, and for coordinators all. */
    private List<ShiftsPage.Offer> offers(Transaction tx, Visit visit, Words words) {
        var aliases = new Aliases(tx, stores.members(), words);
        var rosters = stores.rosters().all(tx);
        var reader = visit.member().id();
        return desk.offers(tx).stream().flatMap(offer -> rosters.stream().filter(roster -> roster.id().equals(offer.roster()))
                .filter(roster -> visit.isCoordinator() || offer.shift().member().equals(reader) || roster.members().contains(reader))
                .map(roster -> offer(offer, roster, visit, words, aliases))).toList();
    }

    private ShiftsPage.Offer offer(ShiftOffer offer, Roster roster, Visit visit, Words words, Aliases aliases) {
        var reader = visit.member().id();
        var hers = offer.shift().member().equals(reader);
        var accepted = reader.equals(offer.taker());
        var what = words.say("shifts.offer-" + offer.state().word(), "who", aliases.of(offer.shift().member()), "when",
                when(roster, offer.shift().from(), offer.shift().to(), words), "roster", roster.name(), "taker",
                offer.taker() == null ? "" : aliases.of(offer.taker()));
        var begun = !words.now().isBefore(offer.shift().from());
        return new ShiftsPage.Offer(what, "/shifts/offers/" + offer.id(),
                offer.state() == OfferState.OPEN && !hers && roster.members().contains(reader),
                (hers || accepted) && !(offer.state() == OfferState.TAKEN && begun),
                offer.state() == OfferState.WAITING && visit.isCoordinator() && !accepted);
    }

    private static String when(Roster roster, Instant from, Instant to, Words words) {
        var inZone = new Words(words.phrases(), words.language(), roster.zone(), words.now());
        return inZone.dayAndTime(from) + " – " + inZone.dayAndTime(to);
    }

    private static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
