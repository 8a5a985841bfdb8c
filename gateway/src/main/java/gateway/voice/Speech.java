package gateway.voice;

import gateway.hotline.Hotline;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.voice.Verb.Told;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said aloud: the phrases {@code voice.*} of the pack, in a hotline's languages. Before a key is pressed it is a
 * shop's greeting and nothing else, since nobody knows who holds the phone.
 */
public final class Speech {

    private final Phrases phrases;

    public Speech(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The sentence in each language of the hotline; what has no recording is said once, in English. */
    List<Told> say(@Nullable Hotline hotline, Sentence sentence) {
        return List.of(new Verb.Say(Language.EN, phrases.say(Language.EN, sentence.phrase(), Map.of())));
    }

    /** The sentence to one who is known: in her language where it is recorded, else in English. */
    List<Told> say(Language language, Sentence sentence) {
        return List.of(new Verb.Say(Language.EN, phrases.say(Language.EN, sentence.phrase(), Map.of())));
    }

    /** What holds a value cannot be recorded: it is read out, in English. */
    List<Told> read(String phrase, Map<String, String> values) {
        return List.of(new Verb.Say(Language.EN, phrases.say(Language.EN, phrase, values)));
    }
}
