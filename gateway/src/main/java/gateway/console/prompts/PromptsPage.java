package gateway.console.prompts;

import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.Sessions;
import gateway.console.frame.Upload;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.phone.Language;
import gateway.voice.Prompt;
import gateway.voice.Prompts;
import gateway.voice.Sentence;
import gateway.voice.Sound;
import gateway.voice.Speech;
import gateway.voice.Spoken;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GET /prompts: what calls are told, and what is recorded of it; POST /prompts keeps a recording, POST /prompts/use puts one
 * in use or out of use, GET /prompts/:name gives a recording to
 * whoever knows its name, carriers above all.
 */
public final class PromptsPage {

    private final Database database;
    private final ConsoleStores stores;
    private final Prompts prompts;
    private final Speech speech;
    private final Sessions sessions;
    private final Pages pages;

    public PromptsPage(Database database, ConsoleStores stores, Sessions sessions, Pages pages) {
        this.database = database;
        this.stores = stores;
        this.prompts = stores.prompts();
        this.speech = stores.speech();
        this.sessions = sessions;
        this.pages = pages;
    }

    public void handle(RoutingContext request) {
        var words = pages.words(request);
        var page = database.inTransaction(tx -> {
            speech.learn(tx);
            var aliases = new Aliases(tx, stores.members(), words);
            var bySpoken = prompts.all(tx).stream().collect(Collectors.groupingBy(Prompt::spoken));
            var lines = new ArrayList<PromptPage.Line>();
            for (var sentence : Sentence.values()) {
                for (var language : Language.values()) {
                    var spoken = new Spoken(sentence, language);
                    lines.add(line(spoken, bySpoken.getOrDefault(spoken, List.of()), words, aliases));
                }
            }
            return lines;
        });
        var missing = Arrays.stream(Language.values()).map(language -> words.say("prompts.missing", "count",
                Long.toString(speech.missing(language)), "all", Integer.toString(Sentence.values().length), "language",
                words.say("language." + language.tag()))).collect(Collectors.joining(" "));
        Pages.allowMicrophone(request.response());
        pages.send(request, 200, "prompts/prompts", "prompts.title", frame -> new PromptPage(frame, missing, page));
    }

    /** A new recording is heard first, and put in use by an act of its own. */
    public void keep(RoutingContext request) {
        var sent = request.<Upload>get("form").only("sentence", "language", "sound");
        Visit visit = request.get("visit");
        var spoken = spoken(sent.text("sentence"), sent.text("language"));
        var sound = Sound.of(sent.file("sound"));
        database.run(tx -> {
            sound.ifPresent(kept -> prompts.add(tx, spoken, speech.words(spoken), kept, visit.member().id()));
            sessions.leave(tx, visit.signedIn().idHash(), sound.isPresent() ? PageNotice.done("notice.prompt-kept")
                    : PageNotice.refused("notice.prompt-no-sound"));
        });
        Pages.redirect(request, "/prompts");
    }

    public void use(RoutingContext request) {
        var form = request.<Form>get("form").only("sentence", "language", "version");
        Visit visit = request.get("visit");
        var spoken = spoken(form.text("sentence"), form.text("language"));
        var version = form.text("version");
        if (!version.matches("[0-9]{1,6}")) {
            throw new Form.Refused(400);
        }
        database.run(tx -> {
            if (version.equals("0")) {
                prompts.takeOut(tx, spoken, visit.member().id());
            } else if (!prompts.putInUse(tx, spoken, Integer.parseInt(version), visit.member().id())) {
                throw new Form.Refused(400);
            }
            speech.learn(tx);
            sessions.leave(tx, visit.signedIn().idHash(), PageNotice.done(version.equals("0") ? "notice.prompt-out-of-use"
                    : "notice.prompt-in-use"));
        });
        Pages.redirect(request, "/prompts");
    }

    /** The name is a keyed hash of the sound, so it can be kept for ever, and says nothing to who guesses. */
    public void sound(RoutingContext request) {
        var name = request.pathParam("name");
        var isName = name.matches("[0-9a-f]{32}\\.(wav|mp3)");
        var sound = isName ? database.inTransaction(tx -> speech.content(tx, name)) : Optional.<byte[]>empty();
        if (sound.isEmpty()) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, name.endsWith("wav") ? Sound.Kind.WAV.mediaType()
                : Sound.Kind.MP3.mediaType());
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        request.response().end(Buffer.buffer(sound.get()));
    }

    private PromptPage.Line line(Spoken spoken, List<Prompt> versions, Words words, Aliases aliases) {
        var inUse = versions.stream().filter(Prompt::isInUse).findFirst();
        var ofPack = speech.ofPack(spoken);
        var state = inUse.map(prompt -> words.say("prompts.in-use", "version", Integer.toString(prompt.version()), "time",
                words.time(prompt.sinceWhen().orElseThrow()), "who", aliases.of(Optional.ofNullable(prompt.changedBy())
                        .orElse(prompt.madeBy()))))
                .orElseGet(() -> words.say(ofPack.isPresent() ? "prompts.of-pack" : "prompts.read-out"));
        return new PromptPage.Line(spoken.sentence().word(), spoken.language().tag(),
                words.say("language." + spoken.language().tag()), speech.words(spoken), state,
                inUse.isPresent() || ofPack.isPresent(), inUse.map(Prompt::name).or(() -> ofPack).orElse(""),
                versions.stream().map(prompt -> new PromptPage.Version(prompt.version(), prompt.name(),
                        words.say("prompts.version", "version", Integer.toString(prompt.version()), "time",
                                words.time(prompt.madeAt()), "who", aliases.of(prompt.madeBy())),
                        prompt.isInUse(), !prompt.words().equals(speech.words(spoken)))).toList());
    }

    private static Spoken spoken(String sentence, String language) {
        return Arrays.stream(Sentence.values()).filter(known -> known.word().equals(sentence)).findFirst()
                .flatMap(known -> Language.read(language).map(spoken -> new Spoken(known, spoken)))
                .orElseThrow(() -> new Form.Refused(400));
    }
}
