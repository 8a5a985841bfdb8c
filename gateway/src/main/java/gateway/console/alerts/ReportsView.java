package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.codebook.Codebook;
import gateway.console.alerts.AlertDetails.Choice;
import gateway.console.alerts.AlertDetails.Said;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Transaction;
import gateway.intake.Report;
import gateway.intake.UnreadReport;
import gateway.reading.Guess;
import gateway.reading.Understanding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what was reported for an alert, and what of it still waits to be read. */
final class ReportsView {

    private static final int MOST_REPORTS = 200;

    private final Transaction tx;
    private final ConsoleStores stores;
    private final Words words;
    private final Visit visit;
    private final Understanding understanding;

    ReportsView(Transaction tx, ConsoleStores stores, Words words, Visit visit) {
        this.tx = tx;
        this.stores = stores;
        this.words = words;
        this.visit = visit;
        this.understanding = new Understanding(stores.codebook(), stores.gazetteer());
    }

    /** The alert's own, oldest first; nothing once it is erased. */
    List<Said> of(AlertId id) {
        return stores.alerts().find(tx, id).map(alert -> of(alert, "")).orElse(List.of());
    }

    /** Those of the alerts that were merged into it. */
    List<Said> ofMerged(AlertId survivor) {
        return stores.merges().mergedFrom(tx, survivor).stream().flatMap(id -> stores.alerts().find(tx, id).stream())
                .flatMap(alert -> of(alert, alert.number().toString()).stream()).toList();
    }

    /** What each report said, for the timeline. */
    Map<UUID, String> words(Alert alert) {
        return reports(alert).stream().collect(Collectors.toMap(Report::id, this::reported));
    }

    private List<Said> of(Alert alert, String from) {
        var sealed = stores.keyRing().find(tx, alert.id().value()).map(key -> new LockedAlert(alert, List.of(), key));
        var waiting = sealed.map(known -> stores.unread().of(tx, known)).orElse(List.of()).stream()
                .collect(Collectors.toMap(UnreadReport::report, Function.identity()));
        return reports(alert).stream().map(report -> new Said(words.time(report.at()), words.name("code", report.code()),
                VisibleText.of(reported(report)), report.whileSeized(), from,
                card(alert, report, waiting.get(report.id())))).toList();
    }

    /** What holds a word that was checked, as it was written: for whoever gave a reason. */
    List<String> hidden(AlertId id) {
        return Stream.concat(Stream.of(id), stores.merges().mergedFrom(tx, id).stream())
                .flatMap(one -> stores.alerts().find(tx, one).stream()).flatMap(alert -> reports(alert).stream())
                .filter(report -> report.words() != null && isSafeWord(report, report.words()))
                .map(report -> VisibleText.of(Objects.requireNonNull(report.words()))).toList();
    }

    /** Whoever reads the page could say the word in her stead. */
    private boolean isSafeWord(Report report, String said) {
        return !report.byCall() && !understanding.of(said).safeWord().isEmpty();
    }

    /** In words, or by a call; without a word that was checked. */
    private String reported(Report report) {
        var said = report.words();
        if (said == null) {
            return words.say("alert.words-unreadable");
        }
        if (!report.byCall()) {
            return words.withPicture(isSafeWord(report, said) ? words.say("alert.safe-word", "digit", understanding.of(said).code().mark())
                    : said, report.pictured());
        }
        return said.isEmpty() ? words.say("alert.rang") : words.say("alert.pressed", "keys", said);
    }

    private List<Report> reports(Alert alert) {
        return stores.keyRing().find(tx, alert.id().value())
                .map(key -> stores.reports().of(tx, new LockedAlert(alert, List.of(), key), MOST_REPORTS)).orElse(List.of());
    }

    private @Nullable UnreadCard card(Alert alert, Report report, @Nullable UnreadReport unread) {
        var going = stores.merges().survivorOf(tx, alert.id());
        var survivor = going.equals(alert.id()) ? alert : stores.alerts().find(tx, going).orElse(alert);
        if (unread == null || survivor.resolvedAt() != null) {
            return null;
        }
        return new UnreadCard(survivor.number().toString(), report.id().toString(), words.time(report.at()),
                VisibleText.of(reported(report)), words.length(Duration.between(words.now(), unread.dueAt())),
                guesses(unread.guess()), codes(stores.codebook(), words), visit.isCoordinator(), survivor.lastGraveAt() == null);
    }

    private List<String> guesses(Guess guess) {
        var guesses = new ArrayList<String>();
        if (guess.code() != null) {
            guesses.add(words.say(guess.codeFrom().isEmpty() ? "unread.guess-whole" : "unread.guess",
                    "what", words.name("code", guess.code()), "from", VisibleText.of(guess.codeFrom())));
        }
        if (guess.area() != null) {
            guesses.add(words.say(guess.areaFrom().isEmpty() ? "unread.guess-whole" : "unread.guess",
                    "what", words.name("area", guess.area()), "from", VisibleText.of(guess.areaFrom())));
        }
        if (guess.people() > 0) {
            guesses.add(words.say(guess.peopleFrom().isEmpty() ? "unread.guess-whole" : "unread.guess",
                    "what", words.say("timeline.people", "people", Integer.toString(guess.people())),
                    "from", VisibleText.of(guess.peopleFrom())));
        }
        return List.copyOf(guesses);
    }

    /** What a text may be, the gravest first. */
    static List<Choice> codes(Codebook codebook, Words words) {
        return codebook.codes().stream().filter(code -> code.mark().matches("[0-9]"))
                .map(code -> new Choice(code.id(), code.mark() + " · " + words.name("code", code.id()))).toList();
    }
}
