package gateway.console.alerts;

import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.codebook.PackFault;
import gateway.codebook.Reading;
import gateway.console.alerts.ReadingPage.Cause;
import gateway.console.alerts.ReadingPage.Change;
import gateway.console.frame.Form;
import gateway.console.frame.Pages;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Words;
import gateway.database.SlowWork;
import gateway.reading.Understood;
import gateway.reading.WordTrial;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * GET and POST /reading: whoever keeps the pack types a text and sees why it is read as it is, and what a word about to be added
 * would change. What is typed goes by POST alone, and is neither kept nor logged.
 */
public final class ReadingPages {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_WORD = 80;
    private static final int MOST_CHANGES = 100;

    private final WordTrial trial;
    private final Codebook codebook;
    private final SlowWork slowWork = new SlowWork("reading");
    private final Pages pages;

    public ReadingPages(WordTrial trial, Codebook codebook, Pages pages) {
        this.trial = trial;
        this.codebook = codebook;
        this.pages = pages;
    }

    /** What one more word would do. */
    private record Added(String fault, List<String> lines, List<Change> changes) {

        static final Added NONE = new Added("", List.of(), List.of());
    }

    /** GET /reading */
    public void blank(RoutingContext request) {
        show(request, "", "", "", List.of(), List.of(), Added.NONE);
    }

    /** POST /reading */
    public void read(RoutingContext request) {
        Form form = request.get("form");
        form.only("text", "word", "code");
        var words = pages.words(request);
        var text = form.words("text");
        var word = form.text("word");
        var code = form.text("code");
        if (word.length() > LONGEST_WORD || !code.isEmpty() && codes().stream().noneMatch(one -> one.mark().equals(code))) {
            throw new Form.Refused(400);
        }
        var read = text.isEmpty() ? List.<String>of() : lines(trial.read(text), words);
        var causes = text.isEmpty() ? List.<Cause>of() : trial.read(text).grounds().causes().stream()
                .map(cause -> new Cause(VisibleText.of(cause.words()), words.say("reading.rule." + rule(cause.rule().name()))
                        + (cause.code().isEmpty() ? "" : " · " + name(cause.code(), words)))).toList();
        var added = word.isEmpty() || code.isEmpty() ? Added.NONE
                : slowWork.within(PATIENCE, () -> added(text, word, code, words))
                        .orElseGet(() -> new Added(words.say("reading.busy"), List.of(), List.of()));
        show(request, text, word, code, read, causes, added);
    }

    /** One at a time: each holds a whole codebook more in memory. */
    private synchronized Added added(String text, String word, String code, Words words) {
        try {
            var then = trial.with(word, code);
            var changes = trial.changes(then);
            var lines = new ArrayList<String>();
            if (!text.isEmpty()) {
                lines.add(words.say("reading.then", "what", lines(then.of(text), words).getFirst()));
            }
            lines.add(words.say("reading.changes", "count", Integer.toString(changes.size()), "all", Integer.toString(trial.samples())));
            return new Added("", lines, changes.stream().limit(MOST_CHANGES).map(change -> new Change(VisibleText.of(change.sample().text()),
                    change.before() + " → " + change.after(), change.sample().wanted())).toList());
        } catch (PackFault refused) {
            return new Added(words.say("reading.refused", "why", refused.named()), List.of(), List.of());
        }
    }

    private List<String> lines(Understood read, Words words) {
        var lines = new ArrayList<String>();
        lines.add(read.reading() instanceof Reading.Unclear(var unclear, var guess, _)
                ? words.name("code", unclear.id()) + (guess == null ? "" : " · " + words.say("unread.guess-whole", "what", name(guess.mark(), words)))
                : read.reading().codes().stream().map(code -> name(code.mark(), words)).collect(Collectors.joining(" · ")));
        if (read.area() != null) {
            lines.add(words.name("area", read.area()));
        }
        if (read.people() > 0) {
            lines.add(words.say("timeline.people", "people", Integer.toString(read.people())));
        }
        if (read.tag() != null) {
            lines.add(words.say("reading.tag"));
        }
        lines.add(words.say(read.isWhollyMild() ? "reading.mild" : read.silent() ? "reading.silent" : "reading.not-mild"));
        return lines;
    }

    private void show(RoutingContext request, String text, String word, String code, List<String> reads, List<Cause> causes, Added added) {
        var words = pages.words(request);
        pages.send(request, 200, "alerts/reading", "reading.title", frame -> new ReadingPage(frame, text, word, code,
                codes().stream().map(one -> new AlertDetails.Choice(one.mark(), name(one.mark(), words))).toList(),
                !text.isEmpty() || !word.isEmpty(), reads, causes, added.fault(), added.lines(), added.changes()));
    }

    /** Those that a word may name. */
    private List<Code> codes() {
        return codebook.codes().stream().filter(MachineForms::mayBe).toList();
    }

    private String name(String mark, Words words) {
        return codebook.codes().stream().filter(code -> code.mark().equals(mark)).findFirst()
                .map(code -> mark + " · " + words.name("code", code.id())).orElse(mark);
    }

    private static String rule(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
