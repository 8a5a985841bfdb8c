package gateway.virtualphone;

import gateway.database.DatabaseAway;
import gateway.phone.Language;
import gateway.voice.CallDesk;
import gateway.voice.CallFlow;
import gateway.voice.Heard;
import gateway.voice.Script;
import gateway.voice.Verb;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A desk with scripts of its own, of every verb there is, that remembers what it was asked: a menu of keys (2 is taken
 * in, 0 joins the call with Rosa's phone, after a key of hers), and a call that asks a responder for a key.
 */
final class TestDesk {

    static final Duration PATIENCE = Duration.ofSeconds(6);
    static final String RECORDED = "mSLXi5gTsS";
    /** The shortest sound there is: 8 samples of silence. */
    static final Buffer AUDIO = Buffer.buffer(new byte[] {
        'R', 'I', 'F', 'F', 44, 0, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 1, 0,
        64, 31, 0, 0, 64, 31, 0, 0, 1, 0, 8, 0, 'd', 'a', 't', 'a', 8, 0, 0, 0,
        (byte) 128, (byte) 128, (byte) 128, (byte) 128, (byte) 128, (byte) 128, (byte) 128, (byte) 128});

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile boolean flashes;
    volatile boolean away;
    volatile int wanted = 1;
    volatile Optional<Script> broken = Optional.empty();

    CallDesk desk() {
        return new CallDesk((_, heard) -> first(heard),
                Map.of("menu", this::menu, "joined", flow("joined", say("Goodbye.")), "whisper", flow("whisper", whisper()),
                        "bridge", this::bridge, "out", this::out,
                        "round", flow("round", Script.of(new Verb.Redirect("round")))));
    }

    void empty() {
        asked.clear();
        flashes = false;
        away = false;
        wanted = 1;
        broken = Optional.empty();
    }

    static Optional<RecordedPrompt> recording(String name) {
        return name.equals(RECORDED)
                ? Optional.of(new RecordedPrompt(Language.KM, "សួស្តី នេះជាហាង។", "audio/wav", AUDIO)) : Optional.empty();
    }

    private Script first(Heard heard) {
        if (away) {
            throw new DatabaseAway("away for this test", null);
        }
        asked.add("ring " + heard.from() + " " + heard.to());
        return broken.orElseGet(() -> flashes ? Script.of(new Verb.Reject()) : menu());
    }

    private Script menu() {
        return Script.of(new Verb.Gather(wanted, PATIENCE, "menu/1",
                List.of(new Verb.Play(RECORDED), new Verb.Say(Language.EN, "Hello, this is the shop."))), new Verb.Hangup());
    }

    private Script menu(List<String> rest, Heard heard) {
        asked.add("menu " + rest + " [" + heard.keys() + "]");
        return switch (heard.keys()) {
            case "0" -> Script.of(new Verb.Dial(TestPhones.ROSA, TestPhones.HOTLINE, Duration.ofSeconds(20), "whisper",
                    "joined"));
            case "9" -> Script.of(new Verb.Redirect("menu/9"));
            default -> say("It is noted.");
        };
    }

    private static Script whisper() {
        return Script.of(new Verb.Gather(1, PATIENCE, "bridge",
                List.of(new Verb.Say(Language.EN, "Press 1 to be joined."))), new Verb.Hangup());
    }

    private Script bridge(List<String> rest, Heard heard) {
        asked.add("bridge [" + heard.keys() + "]");
        return heard.keys().equals("1") ? Script.of() : Script.of(new Verb.Hangup());
    }

    private Script out(List<String> rest, Heard heard) {
        asked.add("out " + heard.from() + " " + heard.to() + " [" + heard.keys() + "]");
        return switch (rest.size()) {
            case 1 -> Script.of(new Verb.Gather(1, PATIENCE, "out/" + rest.getFirst() + "/key",
                    List.of(new Verb.Say(Language.EN, "Press 1 to take it."))), new Verb.Hangup());
            default -> say("It is yours.");
        };
    }

    private CallFlow flow(String name, Script script) {
        return (_, heard) -> {
            asked.add(name + " " + heard.from() + " " + heard.to());
            return script;
        };
    }

    private static Script say(String words) {
        return Script.of(new Verb.Say(Language.EN, words), new Verb.Hangup());
    }
}
