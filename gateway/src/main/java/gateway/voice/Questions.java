package gateway.voice;

import gateway.member.PinRules;
import gateway.messaging.PlacedCall;
import gateway.phone.Language;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the talks of our own calls have in common: how a question is put, and how a call ends. */
final class Questions {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Speech speech;

    Questions(Speech speech) {
        this.speech = speech;
    }

    /** A shop asks for any key; nothing else is said before one was pressed, and an answering machine presses none. */
    Script isAnybodyThere(PlacedCall call, Language language, String step) {
        return ask(call, step, speech.say(language, Sentence.PRESS_A_KEY));
    }

    /** A shop asks for the number of an order, which is a PIN; any key is a beginning, too. */
    Script whichNumber(PlacedCall call, Language language, String step) {
        return Script.of(new Verb.Gather(PinRules.LONGEST, PATIENCE, path(call, step),
                speech.say(language, Sentence.WHICH_NUMBER)), new Verb.Hangup());
    }

    Script ask(PlacedCall call, String step, List<Told> prompts) {
        return Script.of(new Verb.Gather(1, PATIENCE, path(call, step), prompts), new Verb.Hangup());
    }

    /** The call is over after this, and a goodbye: the last word, and only said where it is. */
    Script part(Language language, List<Told> prompts) {
        var told = new ArrayList<>(prompts);
        told.addAll(speech.say(language, Sentence.GOODBYE));
        return end(told);
    }

    /** The call is over after this, which ends in a goodbye of its own. */
    static Script end(List<Told> prompts) {
        var verbs = new ArrayList<Verb>(prompts);
        verbs.add(new Verb.Hangup());
        return new Script(verbs);
    }

    static String path(PlacedCall call, String step) {
        return AnsweredCall.PATH + "/" + call.attempt() + "/" + step;
    }
}
