package gateway.command;

import gateway.codebook.Code;
import gateway.codebook.PackFault;
import gateway.codebook.Reading;
import gateway.pack.Pack;
import gateway.reading.Understanding;
import gateway.reading.Understood;
import gateway.settings.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umbrella read}: how the pack reads texts, for whoever makes or checks one. It touches no database. */
@Command(name = "read", description = "Prints how the pack reads each text, or each line of standard input, as JSON.")
public final class ReadCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--why", description = "Prints as well which words were read by which rule.")
    private boolean why;

    @Option(names = "--add", paramLabel = "WORD=CODE",
            description = "Prints which of the pack's samples a new word would change, and reads texts with it. Nothing is written.")
    private @Nullable String added;

    @Parameters(paramLabel = "TEXT", description = "What somebody might text; without any, standard input is read.")
    private List<String> texts = new ArrayList<>();

    public ReadCommand(Supplier<Settings> settings, InputStream input) {
        this.settings = settings;
        this.input = input;
    }

    @Override
    public Integer call() {
        var pack = Pack.load(settings.get().pack());
        var word = added;
        var understanding = word == null ? new Understanding(pack.codebook(), pack.gazetteer()) : withWord(pack, word);
        if (texts.isEmpty() && word == null) {
            readLines(understanding);
        } else {
            texts.forEach(text -> print(text, understanding.of(text)));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Tells what the word would change, and how texts would be read with it. */
    private Understanding withWord(Pack pack, String word) {
        var sign = word.lastIndexOf('=');
        if (sign < 1 || !word.substring(sign + 1).matches("[0-9]")) {
            throw new PackFault(pack.folder(), CommandWords.notAdded(word));
        }
        var trial = pack.trial();
        var then = trial.with(word.substring(0, sign), word.substring(sign + 1));
        var changes = trial.changes(then);
        var out = spec.commandLine().getOut();
        changes.forEach(change -> out.println(new JsonObject().put("sample", change.sample().line()).put("text", change.sample().text())
                .put("wanted", change.sample().wanted()).put("before", change.before()).put("after", change.after()).encode()));
        out.println(new JsonObject().put("samples", trial.samples()).put("changed", changes.size()).encode());
        return then;
    }

    private void readLines(Understanding understanding) {
        try (var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                print(line, understanding.of(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void print(String text, Understood understood) {
        // Whose safe word it is, if it is one, only a hotline's own phones can tell.
        var isClear = !(understood.reading() instanceof Reading.Unclear) && understood.safeWord().isEmpty();
        var codes = isClear ? understood.reading().codes() : List.<Code>of();
        var line = new JsonObject()
                .put("text", text)
                .put("reading", isClear ? codes.size() > 1 ? "two-codes" : "coded" : "unclear")
                .put("code", isClear ? understood.code().mark() : null)
                .put("codes", new JsonArray(codes.stream().map(Code::mark).toList()))
                .put("area", understood.area())
                .put("people", understood.people() == 0 ? null : understood.people())
                .put("tag", understood.tag())
                .put("silent", understood.silent());
        if (why) {
            line.put("mild", understood.isWhollyMild()).put("why", whyOf(understood));
        }
        spec.commandLine().getOut().println(line.encode());
    }

    private static JsonArray whyOf(Understood understood) {
        return new JsonArray(understood.grounds().causes().stream().map(cause -> new JsonObject()
                .put("words", cause.words()).put("rule", cause.rule().name().toLowerCase(Locale.ROOT))
                .put("code", cause.code().isEmpty() ? null : cause.code())).toList());
    }
}
