package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.alert.Outcome;
import gateway.alert.Timeline;
import gateway.alert.Timeline.Told;
import gateway.console.alerts.AlertDetails.Asked;
import gateway.console.alerts.AlertDetails.Choice;
import gateway.console.alerts.AlertDetails.Sent;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Frame;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.contact.ReplyRule.Verdict;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.entry.HoldingEntry;
import gateway.entry.SpeakingEntry;
import gateway.member.Role;
import gateway.messaging.Purpose;
import gateway.messaging.SentMessage;
import gateway.roster.Discipline;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** GET /alerts/:number: one alert, what it waits for, what was said and done, and what one can do. */
public final class AlertPage {

    /** What became of answers is worth a line only where they did not arrive. */
    private static final Set<Purpose> TELLING = Set.of(Purpose.DISPATCH, Purpose.STAND_DOWN);

    private final Database database;
    private final ConsoleStores stores;
    private final AlertAccess access;
    private final List<Outcome> outcomes;
    private final Pages pages;
    private final RequestErrors errors;

    public AlertPage(Database database, ConsoleStores stores, AlertAccess access, List<Outcome> outcomes, Pages pages,
            RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.access = access;
        this.outcomes = outcomes;
        this.pages = pages;
        this.errors = errors;
    }

    public void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var number = AlertAccess.number(request);
        var page = database.inTransaction(tx -> number.flatMap(asked -> stores.alerts().find(tx, asked))
                .map(alert -> read(tx, alert, visit, words)));
        page.ifPresentOrElse(
                details -> pages.sendLive(request, "alerts/alert", words.say("alert.title", "number", number.orElseThrow().toString()),
                        "", details),
                () -> errors.absent(request));
    }

    private Function<Frame, Object> read(Transaction tx, Alert alert, Visit visit, Words words) {
        var aliases = new Aliases(tx, stores.members(), words);
        var ladders = stores.ladders().ofAll(tx, List.of(alert.id()));
        var lapses = ladders.stream().collect(Collectors.toMap(Ladder::id, ladder -> stores.leases().lapseOf(tx, ladder)));
        var involved = Stream.concat(ladders.stream().flatMap(ladder -> ladder.holder().stream()),
                stores.dispatches().of(tx, alert.id()).stream().map(Dispatch::member)).distinct().toList();
        var timers = stores.safetyTimers().standingOf(tx, involved).stream().filter(timer -> TimerView.maySee(timer, visit))
                .toList();
        var mayGoIn = stores.dispatches().of(tx, alert.id()).stream().anyMatch(dispatch -> dispatch.member().equals(visit.member().id())
                && dispatch.state() == DispatchState.TAKEN)
                && timers.stream().noneMatch(timer -> timer.keepsQuiet() && timer.member().equals(visit.member().id()));
        var state = AlertState.of(alert, ladders);
        var relieves = ladders.stream().filter(ladder -> ladder instanceof Ladder.Acknowledged held
                && stores.reliefs().isAsked(tx, held, visit.member().id())).map(Ladder::id).toList();
        var dispatches = stores.dispatches().of(tx, alert.id());
        var messages = stores.outbox().ofAlert(tx, alert.id().value());
        // An erased alert has no key: what it says is gone, that it was stays.
        var seal = stores.keyRing().find(tx, alert.id().value());
        var told = new ReportsView(tx, stores, words, visit);
        var reports = Stream.concat(told.of(alert.id()).stream(), told.ofMerged(alert.id()).stream()).toList();
        var timeline = seal.map(key -> Timeline.read(tx, alert.id(), key)).orElse(List.of());
        var contactPoint = stores.contactPoints().find(tx, alert.contactPoint());
        var hotline = Optional.ofNullable(alert.hotline()).flatMap(id -> stores.hotlines().find(tx, id));
        var toReporter = messages.stream().filter(message -> message.about().contactPoint() != null
                && message.purpose() != Purpose.BRIDGE).toList();
        var verdict = contactPoint.map(phone -> hotline.map(known -> stores.contactRules().reply(tx, phone, known,
                alert.silenceAsked(), words.now())).orElse(Verdict.HOTLINE_IS_SILENT));
        var people = new AlertPeople(tx, stores.enrolments(), words);
        var telling = new TimelineView(words, aliases, people, told.words(alert), id -> number(tx, id));
        var recognised = people.recognised(timeline);
        var alsoAbout = alert.enrolment() == null || !visit.isCoordinator() ? List.<String>of()
                : stores.alerts().lists().unresolvedAbout(tx, alert.enrolment()).stream().filter(other -> !other.id().equals(alert.id()))
                        .map(other -> other.number().toString()).toList();
        var proposal = proposal(timeline, alert);
        var arrestees = stores.arrestees().of(tx, alert.id()).size();
        var mayReveal = access.mayReveal(tx, visit, alert);
        var proposals = !mayReveal ? List.<ProposalView>of()
                : seal.map(key -> stores.proposals().undecidedOf(tx, new LockedAlert(alert, ladders, key))).orElse(List.of())
                        .stream().map(one -> ProposalView.of(one, arrestees, words, visit.member())).toList();
        var mergedInto = stores.merges().mergedInto(tx, alert.id()).map(id -> stores.alerts().numberOf(tx, id)).orElse("");
        var erased = stores.alerts().marks().erasedAt(tx, alert.id()).map(at -> words.say("alert.erased-at", "time", words.time(at)))
                .orElse("");
        return frame -> new AlertDetails(frame, alert.number().toString(), state.word(), words.say("state." + state.word()),
                words.name("code", alert.code()), alert.area() == null ? "" : words.name("area", alert.area()),
                words.time(alert.openedAt()),
                ladders.stream().map(ladder -> LadderView.of(ladder, lapses.getOrDefault(ladder.id(), Optional.empty()), words, aliases,
                        visit.member().id(),
                        concerns(ladder, dispatches, visit), visit.member().is(Role.COORDINATOR))
                        .withRelief(relieves.contains(ladder.id()))).toList(),
                proposal.map(done -> words.say("alert.done-proposed", "who", aliases.of(done.member()))).orElse(""),
                proposal.map(done -> VisibleText.of(done.words())).orElse(""),
                reports,
                toReporter.stream().map(message -> new Sent(words.time(message.madeAt()), Objects.requireNonNullElse(message.words(),
                        words.say(seal.isPresent() ? "alert.words-unreadable" : "alert.erased")), MessageWords.fate(message, words))).toList(),
                silence(toReporter, timeline, verdict, stores.coverReplies().waits(tx, alert.id()), words),
                contactPoint.map(phone -> phone.presumedSeized()).orElse(false),
                dispatches.stream().map(dispatch -> asked(dispatch, messages, words, aliases)).toList(),
                seal.isPresent() ? lines(timeline, Timeline.count(tx, alert.id()), telling, words) : List.of(), state == AlertState.RESOLVED, visit.isCoordinator(), mayReveal,
                arrestees, recognised, alsoAbout, !recognised.isEmpty() && mayReveal && state != AlertState.RESOLVED,
                outcomes.stream().filter(one -> !one.id().equals(Outcome.WRONG_NUMBER))
                        .map(one -> new Choice(one.id(), words.name("outcome", one.id()))).toList(),
                proposal.map(this::outcome).orElse(""), proposals, mergedInto, erased,
                dispatches.stream().filter(one -> one.companion() && one.state() == DispatchState.TAKEN)
                        .map(one -> aliases.of(one.member())).toList(),
                Discipline.beside().stream().filter(one -> ladders.stream().noneMatch(ladder -> ladder.discipline() == one))
                        .map(one -> new Choice(one.word(), words.say("discipline." + one.word()))).toList(),
                timers.stream().map(timer -> TimerView.of(timer, words, aliases, visit.member().id())).toList(), mayGoIn);
    }

    /** In their order; an entry that cannot be read, or was taken away, leaves a line that says so. */
    private static List<TimelineLine> lines(List<Told> timeline, int count, TimelineView telling, Words words) {
        var readable = timeline.stream().collect(Collectors.toMap(Told::sequence, Function.identity()));
        return IntStream.rangeClosed(1, count).mapToObj(sequence -> Optional.ofNullable(readable.get(sequence)).map(telling::line)
                .orElseGet(() -> TimelineLine.unreadable(words.say("timeline.unreadable", "sequence", Integer.toString(sequence)))))
                .toList();
    }

    private String number(Transaction tx, UUID alert) {
        return stores.alerts().numberOf(tx, new AlertId(alert));
    }

    private static boolean concerns(Ladder ladder, List<Dispatch> dispatches, Visit visit) {
        return visit.isCoordinator() || dispatches.stream().anyMatch(dispatch -> dispatch.ladder().equals(ladder.id())
                && dispatch.member().equals(visit.member().id()));
    }

    private static Asked asked(Dispatch dispatch, List<SentMessage> messages, Words words, Aliases aliases) {
        var about = messages.stream()
                .filter(message -> message.concerns(dispatch.id().value()))
                .filter(message -> TELLING.contains(message.purpose()) || message.state().hasFailed())
                .map(message -> words.say("purpose." + MessageWords.purpose(message)) + ": " + MessageWords.fate(message, words))
                .toList();
        return new Asked(words.time(dispatch.askedAt()), aliases.of(dispatch.member()),
                words.say("discipline." + dispatch.discipline().word()), Integer.toString(dispatch.step() + 1),
                words.say("dispatch-state." + dispatch.state().word()), about);
    }

    /** Why the reporter's phone was sent nothing; empty when it was sent something. */
    private static String silence(List<SentMessage> toReporter, List<Told> timeline, Optional<Verdict> verdict, boolean waits,
            Words words) {
        if (!toReporter.isEmpty()) {
            return "";
        }
        var withheld = timeline.stream().map(Told::entry)
                .flatMap(entry -> entry instanceof SpeakingEntry.ReplyWithheld(var why) ? Stream.of(why)
                        : Stream.of())
                .reduce((first, last) -> last);
        // That a reply would be allowed is no reply: one waits only where the first text was mild as a whole.
        var why = withheld.orElse(verdict.map(now -> now.allowsReply() && !waits ? "none" : now.word()).orElse("erased"));
        return words.say("reply." + why);
    }

    private static Optional<HoldingEntry.DoneProposed> proposal(List<Told> timeline, Alert alert) {
        return alert.doneProposedBy() == null ? Optional.empty()
                : timeline.stream().map(Told::entry)
                        .flatMap(entry -> entry instanceof HoldingEntry.DoneProposed done
                                ? Stream.of(done) : Stream.of())
                        .reduce((first, last) -> last);
    }

    /** A holder may say how it ended by an outcome's digit. */
    private String outcome(HoldingEntry.DoneProposed done) {
        var said = done.words().strip();
        var digit = said.isEmpty() ? -1 : Character.digit(said.codePointAt(0), 10);
        var alone = said.length() <= 1 || !Character.isLetterOrDigit(said.codePointAt(1));
        return outcomes.stream()
                .filter(outcome -> alone && outcome.digit() != null && outcome.digit() == digit)
                .map(Outcome::id).findFirst().orElse("");
    }
}
