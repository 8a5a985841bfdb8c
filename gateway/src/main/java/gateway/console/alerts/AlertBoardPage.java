package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Frame;
import gateway.console.frame.MembersOnly;
import gateway.console.frame.Pages;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.member.Members;
import gateway.member.Warnings;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** GET /alerts: what is unresolved, in the {@link BoardOrder}, then what ended lately. A responder sees what he or she was asked. */
public final class AlertBoardPage {

    private static final int MOST_UNRESOLVED = 1_000;
    private static final int A_PAGE = 50;
    private static final int MOST_RESOLVED = 20;
    private static final int MOST_NOTICES = 100;
    private static final Duration NOTICES_SHOWN = Duration.ofHours(12);

    private final Database database;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Members members;
    private final Warnings warnings;
    private final ConsoleStores stores;
    private final Pages pages;

    public AlertBoardPage(Database database, ConsoleStores stores, Pages pages) {
        this.database = database;
        this.alerts = stores.alerts();
        this.dispatches = stores.dispatches();
        this.members = stores.members();
        this.warnings = stores.warnings();
        this.stores = stores;
        this.pages = pages;
    }

    public void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var wanted = page(request);
        var board = database.inTransaction(tx -> read(tx, visit, words, wanted));
        pages.sendLive(request, "alerts/alerts", words.say("board.title"),
                "/alerts?page=" + board.page() + "&" + MembersOnly.BY_ITSELF + "=yes", board::in);
    }

    private record Board(String summary, List<AlertCard> unresolved, List<AlertCard> resolved,
            int page, int pages, List<BoardPage.Standing> warnings, List<BoardPage.Inside> inside,
            List<String> notices, List<String> faults) {

        BoardPage in(Frame frame) {
            return new BoardPage(frame, summary, with(AlertState.OPEN), with(AlertState.ACKNOWLEDGED), resolved, page, pages,
                    warnings, inside, notices, faults);
        }

        private List<AlertCard> with(AlertState state) {
            return unresolved.stream().filter(card -> card.state().equals(state.word())).toList();
        }
    }

    private Board read(Transaction tx, Visit visit, Words words, int wanted) {
        var unresolved = visible(tx, visit, alerts.lists().unresolved(tx, MOST_UNRESOLVED));
        var resolved = visible(tx, visit, alerts.lists().recentlyResolved(tx, MOST_RESOLVED));
        var ladders = alerts.laddersOf(tx, unresolved);
        var states = unresolved.stream().collect(java.util.stream.Collectors.groupingBy(
                alert -> AlertState.of(alert, ladders.getOrDefault(alert.id(), List.of())), java.util.stream.Collectors.counting()));
        var summary = words.say("board.summary", "open", Long.toString(states.getOrDefault(AlertState.OPEN, 0L)),
                "acknowledged", Long.toString(states.getOrDefault(AlertState.ACKNOWLEDGED, 0L)));
        var count = Math.max(1, Math.ceilDiv(unresolved.size(), A_PAGE));
        var page = Math.min(wanted, count);
        var shown = unresolved.stream()
                .sorted(new BoardOrder(stores.codebook(), ladders).comparator())
                .skip((page - 1L) * A_PAGE)
                .limit(A_PAGE)
                .toList();
        var aliases = new Aliases(tx, members, words);
        return new Board(summary, cards(shown, ladders, words, aliases, visit),
                cards(resolved, alerts.laddersOf(tx, resolved), words, aliases, visit), page, count,
                standing(tx, visit, words, aliases), inside(tx, visit, words, aliases),
                visit.isCoordinator() ? notices(tx, visit, words) : List.of(), faults(tx, visit, words));
    }

    /** A phone is told of so many an hour; here stand all of them. */
    private List<String> notices(Transaction tx, Visit visit, Words words) {
        return stores.notices().lately(tx, visit.member().id(), visit.now().minus(NOTICES_SHOWN), visit.now(), MOST_NOTICES).stream()
                .map(notice -> words.say("board.notice", "time", words.time(notice.madeAt()), "words",
                        words.phrases().say(words.language(), notice.phrase(), notice.values()))).toList();
    }

    /** Those who are inside a station: a coordinator sees all, a responder herself. */
    private List<BoardPage.Inside> inside(Transaction tx, Visit visit, Words words, Aliases aliases) {
        return stores.safetyTimers().standing(tx).stream()
                .filter(timer -> TimerView.maySee(timer, visit))
                .filter(timer -> visit.isCoordinator() || timer.member().equals(visit.member().id()))
                .map(timer -> new BoardPage.Inside(stores.alerts().numberOf(tx, timer.alert()),
                        TimerView.of(timer, words, aliases, visit.member().id())))
                .toList();
    }

    /** Coordinators can load the network again, and ask by hand. */
    private List<String> faults(Transaction tx, Visit visit, Words words) {
        if (!visit.isCoordinator()) {
            return List.of();
        }
        var failing = stores.ladders().failing(tx).stream().map(one -> words.say("board.turn-fails", "number", one.number().toString()));
        var unreadable = stores.findings().faultyRows(tx).stream()
                .map(row -> words.say("board.not-readable", "what", row.table().replace('_', ' '), "name", row.name()));
        var leftOut = stores.findings().leftOutLately(tx).stream().map(one -> words.say("board.left-out", "what",
                one.row().table().replace('_', ' '), "name", one.row().name(), "time", words.time(one.at())));
        var unasked = stores.ladders().unattended().nobodyAsked(tx).stream().map(one -> words.say("board.nobody-asked",
                "number", one.number().toString(), "time", words.time(one.since())));
        return Stream.of(unasked, failing, unreadable, leftOut).flatMap(lines -> lines).toList();
    }

    private List<BoardPage.Standing> standing(Transaction tx, Visit visit, Words words, Aliases aliases) {
        return warnings.unseen(tx).stream().filter(warning -> visit.isCoordinator()
                || warning.kind() == Warnings.Kind.UNTOLD).map(warning -> new BoardPage.Standing(warning.id().toString(), words.say(
                "warning." + warning.kind().word().replace('_', '-'), "who", aliases.of(warning.member()),
                "time", words.time(warning.madeAt())))).toList();
    }

    private List<Alert> visible(Transaction tx, Visit visit, List<Alert> found) {
        if (visit.isCoordinator()) {
            return found;
        }
        var asked = dispatches.asked().askedOf(tx, visit.member().id(), found.stream().map(Alert::id).toList());
        return found.stream().filter(alert -> asked.contains(alert.id())).toList();
    }

    private static List<AlertCard> cards(List<Alert> alerts, Map<AlertId, List<Ladder>> ladders, Words words,
            Aliases aliases, Visit visit) {
        return alerts.stream()
                .map(alert -> AlertCard.of(alert, ladders.getOrDefault(alert.id(), List.of()), words, aliases,
                        visit.member().id()))
                .toList();
    }

    private static int page(RoutingContext request) {
        var written = request.queryParam("page");
        return !written.isEmpty() && written.getFirst().matches("[1-9][0-9]{0,2}") ? Integer.parseInt(written.getFirst()) : 1;
    }
}
