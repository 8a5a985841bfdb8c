package gateway.voice;

import gateway.contact.Hotline;
import gateway.database.Transaction;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.voice.Verb.Told;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said aloud: the phrases {@code voice.*} of the pack, in a hotline's languages. Before a key is pressed it is a
 * shop's greeting and nothing else, since nobody knows who holds the phone. What people recorded goes before what the pack
 * brings; where there is neither, the English is read out by the carrier's voice, once.
 */
public final class Speech {

    private final Phrases phrases;
    private final Prompts prompts;
    private final Map<Spoken, Sound> ofPack;
    private final Map<String, Sound> ofPackByName;
    private volatile Map<Spoken, String> recorded;

    /** @param ofPack the recordings the pack brings */
    public Speech(Phrases phrases, Prompts prompts, Map<Spoken, Sound> ofPack) {
        this.phrases = phrases;
        this.prompts = prompts;
        this.ofPack = Map.copyOf(ofPack);
        this.ofPackByName = ofPack.values().stream().collect(Collectors.toMap(prompts::nameOf, sound -> sound, (one, _) -> one));
        this.recorded = names(Map.of());
    }

    /** Looks what is in use now. A call never waits for that: what it is told is at most a second old. */
    public void learn(Transaction tx) {
        recorded = names(prompts.inUse(tx));
    }

    /** The sentence in each language of the hotline, the first language first. */
    List<Told> say(@Nullable Hotline hotline, Sentence sentence) {
        return say(hotline == null ? List.of(Language.EN) : hotline.languages(), sentence);
    }

    /** The sentence to one who is known: in her language where it is recorded, else in English. */
    List<Told> say(Language language, Sentence sentence) {
        return say(List.of(language), sentence);
    }

    /** What holds a value cannot be recorded: it is read out, in English. */
    List<Told> read(String phrase, Map<String, String> values) {
        return List.of(new Verb.Say(Language.EN, phrases.say(Language.EN, phrase, values)));
    }

    /** How many sentences have no recording in this language, so that English is read out in its place. */
    public long missing(Language language) {
        var known = recorded;
        return Arrays.stream(Sentence.values()).filter(sentence -> !known.containsKey(new Spoken(sentence, language))).count();
    }

    /** The sentence as the pack writes it: what is to be recorded. */
    public String words(Spoken spoken) {
        return phrases.say(spoken.language(), spoken.sentence().phrase(), Map.of());
    }

    /** The name under which the pack's own recording is served; empty where it brings none. */
    public Optional<String> ofPack(Spoken spoken) {
        return Optional.ofNullable(ofPack.get(spoken)).map(prompts::nameOf);
    }

    /** The sentence and language a name in use stands for: what is read where it cannot be heard. */
    public Optional<Spoken> spokenAs(String name) {
        return recorded.entrySet().stream().filter(one -> one.getValue().equals(name)).map(Map.Entry::getKey).findFirst();
    }

    /** What is served under a name, be it in use or not. */
    public Optional<byte[]> content(Transaction tx, String name) {
        return Optional.ofNullable(ofPackByName.get(name)).map(Sound::bytes).or(() -> prompts.content(tx, name));
    }

    private List<Told> say(List<Language> languages, Sentence sentence) {
        var known = recorded;
        var told = new LinkedHashSet<Told>();
        for (var language : languages) {
            told.add(Optional.ofNullable(known.get(new Spoken(sentence, language)))
                    .or(() -> Optional.ofNullable(known.get(new Spoken(sentence, Language.EN)))).<Told>map(Verb.Play::new)
                    .orElseGet(() -> new Verb.Say(Language.EN, words(new Spoken(sentence, Language.EN)))));
        }
        return List.copyOf(told);
    }

    private Map<Spoken, String> names(Map<Spoken, Prompt> inUse) {
        var names = new HashMap<Spoken, String>();
        ofPack.forEach((spoken, sound) -> names.put(spoken, prompts.nameOf(sound)));
        inUse.forEach((spoken, prompt) -> names.put(spoken, prompt.name()));
        return Map.copyOf(names);
    }
}
