package gateway.console;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Alert;
import gateway.alert.AlertNumber;
import gateway.alert.AlertState;
import gateway.alert.Deciding;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.alert.OpeningCard;
import gateway.alert.Outcome;
import gateway.alert.Way;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.MoreHands;
import gateway.dispatch.Proof;
import gateway.dispatch.TimingSafety;
import gateway.member.MemberId;
import gateway.member.Role;
import gateway.roster.Discipline;
import gateway.voice.RingBackResult;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms of an alert's page, each an act: done on the locked alert, and told by a notice on the page that follows. */
final class AlertForms {

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    AlertForms(Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions, Pages pages,
            RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    /** One form being done: who sent it, what stands in it, and the alert it is about. */
    private record Doing(Transaction tx, LockedAlert alert, Visit visit, Form form, Words words) {

        String number() {
            return alert.alert().number().toString();
        }

        String time(Instant at) {
            return words.time(at);
        }

        /** Whose hands are meant: a responder's own; a coordinator acts for the holder. */
        MemberId holderFor(Discipline discipline) {
            var self = visit.member();
            return self.is(Role.COORDINATOR)
                    ? alert.ladder(discipline).flatMap(Ladder::holder).orElse(self.id()) : self.id();
        }
    }

    /** POST /alerts/:number/acknowledgement */
    void acknowledgement(RoutingContext request) {
        onLadder(request, (doing, discipline) -> switch (acts.acknowledging().acknowledge(doing.tx(), doing.alert(),
                discipline, doing.visit().member().id(), Way.PAGE)) {
            case AcknowledgeResult.Taken(var ladder, _) -> PageNotice.done("notice.taken", "number", doing.number(),
                    "time", doing.time(ladder.nextAt().orElseThrow()));
            case AcknowledgeResult.AlreadyTaken(var holder, var since) -> PageNotice.refused("notice.already-taken",
                    "who", new Aliases(doing.tx(), stores.members(), doing.words()).of(holder),
                    "number", doing.number(), "time", doing.time(since));
            case AcknowledgeResult.ProofNeeded _, AcknowledgeResult.Over _ -> PageNotice.refused("notice.over", "number", doing.number());
        });
    }

    /** POST /alerts/:number/check-in */
    void checkIn(RoutingContext request) {
        onLadder(request, (doing, discipline) -> switch (acts.checkingIn().checkIn(doing.tx(), doing.alert(), discipline,
                doing.visit().member().id(), Way.PAGE)) {
            case gateway.alert.CheckInResult.CheckedIn(_, _, var until) -> PageNotice.done("notice.checked-in",
                    "time", doing.time(until));
            case gateway.alert.CheckInResult.LastByText(_, _, var until) -> PageNotice.done("notice.checked-in",
                    "time", doing.time(until));
            case gateway.alert.CheckInResult.NotHolder _ -> PageNotice.refused("notice.not-holder", "number", doing.number());
        });
    }

    /** POST /alerts/:number/handback: the holder's own, or by a coordinator for whoever holds it */
    void handback(RoutingContext request) {
        onLadder(request, (doing, discipline) -> acts.handingBack().handBack(doing.tx(), doing.alert(), discipline,
                doing.holderFor(discipline), doing.visit().member().id(), Way.PAGE)
                ? PageNotice.done("notice.handed-back", "number", doing.number())
                : PageNotice.refused("notice.not-holder", "number", doing.number()));
    }

    /** POST /alerts/:number/escalation */
    void escalation(RoutingContext request) {
        onLadder(request, (doing, discipline) -> acts.escalatingNow().escalate(doing.tx(), doing.alert(), discipline,
                doing.visit().member().id())
                ? PageNotice.done("notice.escalated")
                : PageNotice.refused("notice.nothing-to-escalate"));
    }

    /** POST /alerts/:number/timer: she who has it goes into a station, for so many minutes. */
    void timer(RoutingContext request) {
        var written = form(request).only("minutes").text("minutes");
        var minutes = written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 0;
        Visit visit = request.get("visit");
        var number = AlertAccess.number(request);
        act(request, tx -> number.flatMap(named -> lockWithHeld(tx, named, visit.member().id())), doing -> told(doing,
                acts.timingSafety().goIn(doing.tx(), doing.alert(), doing.visit().member().id(), minutes, Proof.PAGE)));
    }

    /** POST /alerts/:number/timer-end: she is out again. */
    void timerEnd(RoutingContext request) {
        form(request).only();
        act(request, doing -> told(doing, acts.timingSafety().comeOut(doing.tx(), Optional.of(doing.alert()), doing.visit().member().id(),
                Proof.PAGE)));
    }

    /** POST /alerts/:number/timer-clearance: a coordinator knows what became of her who is overdue. */
    void timerClearance(RoutingContext request) {
        var alias = form(request).only("alias", "reason").text("alias");
        if (isErasedAndCleared(request, alias)) {
            Pages.redirect(request, "/alerts/" + AlertAccess.number(request).orElseThrow());
            return;
        }
        act(request, doing -> withWords(doing, "reason", reason -> stores.members().byAlias(doing.tx(), alias)
                .filter(member -> acts.timingSafety().clear(doing.tx(), doing.alert(), member.id(), doing.visit().member().id(),
                        reason))
                .map(member -> PageNotice.done("notice.timer-cleared", "who", member.alias()))
                .orElse(PageNotice.refused("notice.nothing-running"))));
    }

    /** She stands overdue though the alert was erased meanwhile, or nothing from her phone would ever count again. */
    private boolean isErasedAndCleared(RoutingContext request, String alias) {
        Visit visit = request.get("visit");
        return database.inTransaction(tx -> AlertAccess.number(request).flatMap(number -> stores.alerts().find(tx, number))
                .filter(alert -> stores.alerts().erasedAt(tx, alert.id()).isPresent())
                .flatMap(alert -> stores.members().byAlias(tx, alias).map(member -> {
                    var cleared = acts.timingSafety().clear(tx, alert.id(), member.id(), visit.member().id());
                    sessions.leave(tx, visit.signedIn().idHash(), cleared ? PageNotice.done("notice.timer-cleared", "who", member.alias())
                            : PageNotice.refused("notice.nothing-running"));
                    return cleared;
                })).isPresent());
    }

    private static PageNotice told(Doing doing, TimingSafety.Result result) {
        return switch (result) {
            case TimingSafety.Result.Runs(var dueAt, _) -> PageNotice.done("notice.inside", "time", doing.time(dueAt));
            case TimingSafety.Result.NoSuchTime _ -> PageNotice.refused("notice.inside-minutes", "least",
                    Integer.toString(TimingSafety.FEWEST_MINUTES), "most", Integer.toString(TimingSafety.MOST_MINUTES));
            case TimingSafety.Result.NotHolder _ -> PageNotice.refused("notice.not-holder", "number", doing.number());
            case TimingSafety.Result.Overdue _ -> PageNotice.refused("notice.inside-overdue");
            case TimingSafety.Result.Ended _ -> PageNotice.done("notice.out");
            case TimingSafety.Result.NotProven _, TimingSafety.Result.None _ -> PageNotice.refused("notice.nothing-running");
        };
    }

    /** POST /alerts/:number/note */
    void note(RoutingContext request) {
        form(request).only("words");
        act(request, doing -> withWords(doing, "words", words -> {
            acts.noteTaking().note(doing.tx(), doing.alert(), doing.visit().member().id(), words);
            return PageNotice.done("notice.noted");
        }));
    }

    /** POST /alerts/:number/resolution: an outcome for each arrestee, the fields outcome-1, outcome-2 … */
    void resolution(RoutingContext request) {
        act(request, doing -> {
            var people = stores.arrestees().of(doing.tx(), doing.alert().alert().id()).size();
            var fields = IntStream.rangeClosed(1, people).mapToObj(ordinal -> "outcome-" + ordinal).toList();
            var known = new ArrayList<>(fields);
            known.add("words");
            doing.form().only(known.toArray(String[]::new));
            var outcomes = fields.stream().map(doing.form()::text).toList();
            if (outcomes.contains(Outcome.WRONG_NUMBER)) {
                // It has a form of its own, since all is erased after it.
                throw new Form.Refused(400);
            }
            return switch (acts.resolving().resolve(doing.tx(), doing.alert(), doing.visit().member().id(), outcomes,
                    doing.form().words("words"))) {
                case RESOLVED -> PageNotice.done("notice.resolved", "number", doing.number());
                case ALREADY_RESOLVED -> PageNotice.refused("notice.over", "number", doing.number());
                case OUTCOME_MISSING -> PageNotice.refused("notice.outcome-missing");
            };
        });
    }

    /** POST /alerts/:number/reopening */
    void reopening(RoutingContext request) {
        form(request).only("reason");
        act(request, doing -> withWords(doing, "reason", reason ->
                acts.reopening().reopen(doing.tx(), doing.alert(), doing.visit().member().id(), reason)
                        ? PageNotice.done("notice.reopened", "number", doing.number())
                        : PageNotice.refused("notice.not-resolved", "number", doing.number())));
    }

    /** POST /alerts/:number/seizure: whether the reporter's phone is presumed seized. */
    void seizure(RoutingContext request) {
        var seized = switch (form(request).only("seized", "reason").text("seized")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new Form.Refused(400);
        };
        act(request, doing -> withWords(doing, "reason", reason -> {
            acts.settingSeized().set(doing.tx(), doing.alert(), doing.visit().member().id(), seized, reason);
            return PageNotice.done(seized ? "notice.seizure-set" : "notice.seizure-lifted");
        }));
    }

    /** POST /alerts/:number/reveal: shows the number once, on the page that answers; the timeline keeps who and why. */
    void reveal(RoutingContext request) {
        var reason = form(request).only("reason").words("reason");
        if (reason.isEmpty()) {
            act(request, doing -> PageNotice.refused("notice.words-missing"));
            return;
        }
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var number = AlertAccess.number(request);
        var revealed = database.inTransaction(tx -> number.flatMap(named -> lock(tx, named))
                .map(alert -> new Revealed(acts.revealing().reveal(tx, alert, visit.member().id(), reason),
                        new ReportsView(tx, stores, words, visit).hidden(alert.alert().id()))));
        if (revealed.isEmpty()) {
            errors.absent(request);
            return;
        }
        var written = revealed.get().sender().map(VisibleText::of).orElse(words.say("alert.erased"));
        pages.send(request, 200, "reveal", "reveal.title", frame -> new RevealPage(frame, number.orElseThrow().toString(),
                written, revealed.get().words()));
    }

    /** POST /alerts/:number/reports/:report/code: a human read a report that was not understood. */
    void code(RoutingContext request) {
        var code = form(request).only("code").text("code");
        var report = WarningsForm.id(request.pathParam("report"));
        act(request, tx -> report.flatMap(id -> lockOfReport(tx, request, id)), doing ->
                switch (acts.coding().code(doing.tx(), doing.alert(), report.orElseThrow(), code, doing.visit().member().id())) {
                    case CODED -> PageNotice.done("notice.coded", "number", doing.number());
                    case READ_ALREADY -> PageNotice.refused("notice.read-already", "number", doing.number());
                    case OVER -> PageNotice.refused("notice.over", "number", doing.number());
                    case NO_CODE -> throw new Form.Refused(400);
                });
    }

    /** POST /alerts/:number/reports/:report/mute: the phone it came from is muted, and the report read. */
    void mute(RoutingContext request) {
        form(request).only();
        var report = WarningsForm.id(request.pathParam("report"));
        act(request, tx -> report.flatMap(id -> lockOfReport(tx, request, id)), doing -> MachineForms.told(
                acts.muting().mutePhone(doing.tx(), doing.alert(), report.orElseThrow(), doing.visit().member().id())));
    }

    /** POST /alerts/:number/proposals/:proposal/decision: the fields person-1, person-2 … choose for whom. */
    void decision(RoutingContext request) {
        var confirmed = switch (form(request).text("decision")) {
            case "confirmed" -> true;
            case "declined" -> false;
            default -> throw new Form.Refused(400);
        };
        var proposal = WarningsForm.id(request.pathParam("proposal"));
        act(request, doing -> {
            var people = stores.arrestees().of(doing.tx(), doing.alert().alert().id()).size();
            var fields = IntStream.rangeClosed(1, people).mapToObj(ordinal -> "person-" + ordinal).toList();
            var known = new ArrayList<>(fields);
            known.add("decision");
            doing.form().only(known.toArray(String[]::new));
            var chosen = people == 1 ? Set.of(1) : IntStream.rangeClosed(1, people)
                    .filter(ordinal -> !doing.form().text("person-" + ordinal).isEmpty()).boxed().collect(Collectors.toSet());
            return switch (proposal.map(id -> acts.deciding().decide(doing.tx(), doing.alert(), id, confirmed, chosen,
                    doing.visit().member())).orElse(Deciding.Result.DECIDED_ALREADY)) {
                case DECIDED -> PageNotice.done(confirmed ? "notice.proposal-confirmed" : "notice.proposal-declined");
                case DECIDED_ALREADY -> PageNotice.refused("notice.proposal-decided");
                case NOT_TO_BE_CONFIRMED -> PageNotice.refused("notice.proposal-not-to-be-confirmed");
                case NOBODY_CHOSEN -> PageNotice.refused("notice.proposal-nobody-chosen");
            };
        });
    }

    /** POST /alerts/:number/merger: it is the same as another alert, which goes on. */
    void merger(RoutingContext request) {
        var other = AlertNumber.read(form(request).only("into").text("into"));
        var number = AlertAccess.number(request);
        act(request, tx -> number.flatMap(named -> lockWith(tx, named, other)), doing -> {
            var survivor = other.flatMap(named -> stores.alerts().lock(doing.tx(), named));
            if (survivor.isEmpty()) {
                return PageNotice.refused("notice.no-such-alert");
            }
            return switch (acts.merging().merge(doing.tx(), doing.alert(), survivor.get(), doing.visit().member().id())) {
                case MERGED -> PageNotice.done("notice.merged", "number", doing.number(), "other", other.orElseThrow().toString());
                case OVER -> PageNotice.refused("notice.merging-over");
                case THE_SAME -> PageNotice.refused("notice.no-such-alert");
            };
        });
    }

    /** POST /alerts/:number/wrong-number: never answered, and erased first. */
    void wrongNumber(RoutingContext request) {
        form(request).only();
        var number = AlertAccess.number(request);
        act(request, tx -> number.flatMap(named -> lockWithMerged(tx, named)), doing -> acts.dismissingWrongNumber()
                .dismiss(doing.tx(), doing.alert(), doing.visit().member().id())
                ? PageNotice.done("notice.wrong-number", "number", doing.number())
                : PageNotice.refused("notice.over", "number", doing.number()));
    }

    /** POST /alerts/:number/ring-back: the member's own phone is rung, and then, if it may be, the reporter's. */
    void ringBack(RoutingContext request) {
        var form = form(request).only("reason", "sure");
        act(request, doing -> !form.text("sure").equals("yes") ? PageNotice.refused("notice.ring-back-not-sure")
                : withWords(doing, "reason", reason -> switch (acts.ringingBack().ask(doing.tx(), doing.alert(),
                        doing.visit().member(), reason)) {
                    case RingBackResult.Ringing _ -> PageNotice.done("notice.ring-back-rings");
                    case RingBackResult.Refused(var why) -> PageNotice.refused("ring-back." + why);
                    case RingBackResult.NoPhone _ -> PageNotice.refused("notice.ring-back-no-phone");
                    case RingBackResult.UnderWay _ -> PageNotice.refused("notice.ring-back-under-way");
                }));
    }

    /** POST /alerts/:number/companions: so many more peers are wanted beside whoever has it. */
    void companions(RoutingContext request) {
        var count = form(request).only("count").text("count");
        if (!count.matches("[1-" + MoreHands.MOST + "]")) {
            throw new Form.Refused(400);
        }
        act(request, doing -> doing.alert().state() == AlertState.RESOLVED ? PageNotice.refused("notice.over", "number", doing.number())
                : PageNotice.done("notice.more-asked", "count", Integer.toString(acts.moreHands().ask(doing.tx(), doing.alert(),
                        Integer.parseInt(count), doing.visit().member().id()))));
    }

    /** POST /alerts/:number/ladders: somebody of another discipline is wanted. */
    void ladders(RoutingContext request) {
        var discipline = Discipline.read(form(request).only("discipline").text("discipline")).filter(Discipline::isBeside)
                .orElseThrow(() -> new Form.Refused(400));
        act(request, doing -> acts.moreHands().want(doing.tx(), doing.alert(), discipline, doing.visit().member().id())
                ? PageNotice.done("notice.wanted", "who", doing.words().say("discipline." + discipline.word()))
                : PageNotice.refused("notice.not-wanted"));
    }

    /** POST /alerts/:number/card: shows the card once, on the page that answers; the timeline keeps who and why. */
    void card(RoutingContext request) {
        var reason = form(request).only("reason").words("reason");
        if (reason.isEmpty()) {
            act(request, doing -> PageNotice.refused("notice.words-missing"));
            return;
        }
        Visit visit = request.get("visit");
        var number = AlertAccess.number(request);
        var opened = database.inTransaction(tx -> number.flatMap(named -> lock(tx, named))
                .map(alert -> acts.openingCard().open(tx, alert, visit.member().id(), reason)));
        if (opened.isEmpty()) {
            errors.absent(request);
            return;
        }
        switch (opened.get()) {
            case OpeningCard.Result.Shown(var cards) -> pages.send(request, 200, "card", "card.title",
                    frame -> CardPage.of(frame, number.orElseThrow().toString(), cards));
            case OpeningCard.Result.NoCard _ -> act(request, doing -> PageNotice.refused("notice.no-card"));
            case OpeningCard.Result.Unreadable _ -> act(request, doing -> PageNotice.refused("notice.card-unreadable"));
            case OpeningCard.Result.AlreadyResolved _ -> act(request, doing -> PageNotice.refused("notice.card-stays-closed"));
        }
    }

    /** What is shown to whoever gave a reason; it prints nothing of it. */
    private record Revealed(Optional<String> sender, List<String> words) {

        @Override
        public String toString() {
            return "Revealed";
        }
    }

    private interface LadderAct {
        PageNotice doIt(Doing doing, Discipline discipline);
    }

    private void onLadder(RoutingContext request, LadderAct act) {
        var discipline = Discipline.read(form(request).only("discipline").text("discipline"))
                .orElseThrow(() -> new Form.Refused(400));
        act(request, doing -> concerns(doing, discipline) ? act.doIt(doing, discipline)
                : PageNotice.refused("notice.not-asked"));
    }

    /** A responder acts on the ladders he or she was asked by; a coordinator on all. */
    private boolean concerns(Doing doing, Discipline discipline) {
        return doing.visit().isCoordinator()
                || stores.dispatches().of(doing.tx(), doing.alert().alert().id()).stream().anyMatch(dispatch ->
                        dispatch.discipline() == discipline && dispatch.member().equals(doing.visit().member().id()));
    }

    private void act(RoutingContext request, Function<Doing, PageNotice> act) {
        var number = AlertAccess.number(request);
        act(request, tx -> number.flatMap(named -> lock(tx, named)), act);
    }

    private void act(RoutingContext request, Function<Transaction, Optional<LockedAlert>> lock, Function<Doing, PageNotice> act) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var number = AlertAccess.number(request);
        var done = database.inTransaction(tx -> {
            var alert = lock.apply(tx);
            alert.ifPresent(locked -> sessions.leave(tx, visit.signedIn().idHash(),
                    act.apply(new Doing(tx, locked, visit, form(request), words))));
            return alert.isPresent();
        });
        if (done) {
            Pages.redirect(request, "/alerts/" + number.orElseThrow());
        } else {
            errors.absent(request);
        }
    }

    /** In the one order of locks: the contact point first. With one that was merged, the alert it went into. */
    private Optional<LockedAlert> lock(Transaction tx, AlertNumber number) {
        return stores.alerts().find(tx, number).flatMap(alert -> {
            var other = stores.merges().mergedInto(tx, alert.id()).flatMap(id -> stores.alerts().find(tx, id));
            return lockAll(tx, alert, other.stream());
        });
    }

    private Optional<LockedAlert> lockWith(Transaction tx, AlertNumber number, Optional<AlertNumber> other) {
        return stores.alerts().find(tx, number)
                .flatMap(alert -> lockAll(tx, alert, other.stream().flatMap(named -> stores.alerts().find(tx, named).stream())));
    }

    /** She goes inside, which carries all she has. */
    private Optional<LockedAlert> lockWithHeld(Transaction tx, AlertNumber number, MemberId member) {
        return stores.alerts().find(tx, number).flatMap(alert -> lockAll(tx, alert,
                acts.timingSafety().heldBy(tx, member).stream().flatMap(id -> stores.alerts().find(tx, id).stream())));
    }

    private Optional<LockedAlert> lockWithMerged(Transaction tx, AlertNumber number) {
        return stores.alerts().find(tx, number).flatMap(alert -> lockAll(tx, alert,
                stores.merges().mergedFrom(tx, alert.id()).stream().flatMap(id -> stores.alerts().find(tx, id).stream())));
    }

    /** Several of a kind by their ids, so that two who lock the same never wait for one another. */
    private Optional<LockedAlert> lockAll(Transaction tx, Alert alert, Stream<Alert> others) {
        var all = Stream.concat(Stream.of(alert), others).toList();
        all.stream().map(Alert::contactPoint).distinct().sorted(Comparator.comparing(id -> id.value()))
                .forEach(phone -> stores.contactPoints().lock(tx, phone));
        all.stream().map(Alert::id).distinct().sorted(Comparator.comparing(id -> id.value()))
                .forEach(id -> stores.alerts().lock(tx, id));
        return stores.alerts().lock(tx, alert.id());
    }

    /** The phone a report came from, then the alert that goes on for it, if that is the one the address names. */
    private Optional<LockedAlert> lockOfReport(Transaction tx, RoutingContext request, UUID report) {
        var going = stores.reports().alertOf(tx, report).map(alert -> stores.merges().survivorOf(tx, alert));
        stores.reports().phoneOf(tx, report).ifPresent(phone -> stores.contactPoints().lock(tx, phone));
        return AlertAccess.number(request).flatMap(number -> stores.alerts().find(tx, number))
                .filter(alert -> going.filter(alert.id()::equals).isPresent())
                .flatMap(alert -> stores.alerts().lock(tx, alert.id()));
    }

    private static PageNotice withWords(Doing doing, String field, Function<String, PageNotice> act) {
        var words = doing.form().words(field);
        return words.isEmpty() ? PageNotice.refused("notice.words-missing") : act.apply(words);
    }

    private static Form form(RoutingContext request) {
        return request.get("form");
    }
}
