package gateway.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a codebook.
 *
 * @param meanings by folded words
 * @param lexicon  the same, to find them in a text
 * @param exact    the folded aliases that are read with no slip of the hand
 * @param optOut   folded words that alone, from a responder, mean that we may not text this phone again
 * @param optIn    folded words that alone let a carrier text a phone again
 * @param carriers those, and the others that carriers answer by themselves
 */
record BookWords(Map<String, Meaning> meanings, Lexicon<Meaning> lexicon, Set<String> exact, Set<String> optOut, Set<String> optIn,
        Set<String> carriers) {

    List<Alias> aliases() {
        var aliases = new ArrayList<Alias>();
        meanings.forEach((word, meaning) -> {
            if (meaning.code() != null && !carriers.contains(word)) {
                aliases.add(new Alias(word, meaning.code(), exact.contains(word)));
            }
        });
        return aliases;
    }

    @Override
    public String toString() {
        return "BookWords[" + meanings.size() + " words]";
    }
}
