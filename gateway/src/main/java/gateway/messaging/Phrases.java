package gateway.messaging;

import gateway.phone.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every sentence we say to people, in each language; a place for a value is written {@code {name}}. */
public final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z-]*)}");

    private final Map<Language, Map<String, List<String>>> sentences;

    public Phrases(Map<Language, Map<String, List<String>>> sentences) {
        this.sentences = Map.copyOf(sentences);
    }

    /** The sentence with its values filled in, once: braces inside a value stay what they are. */
    public String say(Language language, String key, Map<String, String> values) {
        var variants = list(language, key);
        if (variants.size() != 1) {
            throw new IllegalStateException("the phrase " + key + " is a list");
        }
        return fill(key, variants.getFirst(), values);
    }

    /** The ways to say the same thing, as written in the pack. */
    public List<String> list(Language language, String key) {
        var variants = sentences.getOrDefault(language, Map.of()).get(key);
        if (variants == null) {
            throw new IllegalStateException("no phrase " + key + " in " + language.tag());
        }
        return variants;
    }

    public Set<String> keys(Language language) {
        return sentences.getOrDefault(language, Map.of()).keySet();
    }

    public Set<Language> languages() {
        return sentences.keySet();
    }

    /** The names of the values a sentence has places for. */
    public static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    private static String fill(String key, String sentence, Map<String, String> values) {
        return PLACE.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(valueFor(key, found, values)));
    }

    private static String valueFor(String key, MatchResult place, Map<String, String> values) {
        var value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("the phrase " + key + " wants a value for " + place.group(1));
        }
        return value;
    }
}
