package gateway.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a codebook.
 *
 * @param meanings by folded words
 * @param optOut   folded words that alone, from a responder, mean that we may not text this phone again
 * @param optIn    folded words that alone let a carrier text a phone again
 * @param carriers those, and the others that carriers answer by themselves
 */
record BookWords(Map<String, Meaning> meanings, Set<String> optOut, Set<String> optIn, Set<String> carriers) {

    List<Alias> aliases() {
        var aliases = new ArrayList<Alias>();
        meanings.forEach((word, meaning) -> {
            if (meaning.code() != null) {
                aliases.add(new Alias(word, meaning.code()));
            }
        });
        return aliases;
    }

    @Override
    public String toString() {
        return "BookWords[" + meanings.size() + " words]";
    }
}
