package gateway.voice;

import gateway.contact.Hotline;
import gateway.inbox.CallInbox;
import gateway.incoming.Pressed;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The menu of keys. Its greeting is a shop's; the digits are those people text, and nothing that is said, before or after,
 * tells what they mean. No key is an alert all the same, since the first ring was one.
 */
public final class Menu implements CallFlow {

    /** The first part of its paths. */
    public static final String PATH = "menu";
    /** Where a call that was placed to a reporter joins in; {@code CallInbox.calledBack} says first whose it is. */
    public static final String BACK = PATH + "/back";
    private static final String FIRST = "1";
    private static final String SECOND = "2";
    private static final String CALL_ME = "0";
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final CallInbox inbox;
    private final Connecting connecting;
    private final Speech speech;

    public Menu(CallInbox inbox, Connecting connecting, Speech speech) {
        this.inbox = inbox;
        this.connecting = connecting;
        this.speech = speech;
    }

    /** What is heard first. */
    Script open(@Nullable Hotline hotline) {
        return ask(FIRST, speech.say(hotline, Sentence.GREETING));
    }

    /** A key was pressed, or none: what is no code is asked for once more. */
    @Override
    public Script proceed(List<String> rest, Heard heard) {
        if (rest.equals(List.of("back"))) {
            return open(inbox.hotlineOf(heard.envelope()).orElse(null));
        }
        var step = rest.size() == 1 && rest.getFirst().equals(FIRST) ? FIRST : SECOND;
        return switch (inbox.press(heard.envelope(), PATH + " " + step, heard.keys())) {
            case Pressed.NoCode(var hotline) when step.equals(FIRST) -> ask(SECOND, speech.say(hotline, Sentence.AGAIN));
            case Pressed.NoCode _ -> Script.of(new Verb.Hangup());
            case Pressed.Reported(_, _, _, var silent) when silent -> Script.of(new Verb.Hangup());
            case Pressed.Reported(var hotline, var alert, var code, _) when code.mark().equals(CALL_ME) ->
                connecting.begin(heard.envelope(), alert, hotline);
            case Pressed.Reported(var hotline, _, _, _) -> end(speech.say(hotline, Sentence.NOTED));
        };
    }

    private static Script ask(String step, List<Told> prompts) {
        return Script.of(new Verb.Gather(1, PATIENCE, PATH + "/" + step, prompts), new Verb.Hangup());
    }

    private static Script end(List<Told> prompts) {
        var verbs = new ArrayList<Verb>(prompts);
        verbs.add(new Verb.Hangup());
        return new Script(verbs);
    }
}
