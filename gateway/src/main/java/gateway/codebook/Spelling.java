package gateway.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a misspelt word for the one that was meant, where only one can have been meant. A slip never turns one code into
 * another: what lies near two of them is neither.
 */
final class Spelling {

    /** The longest word that can be a slip of one of ours, and the shortest that is worth a guess. */
    private static final int LONGEST = 40;
    private static final int WORTH_A_GUESS = 4;

    private final List<Known> known;
    private final List<Known> withSlips;
    private final Map<String, Alias> bySpelling = new HashMap<>();

    Spelling(List<Alias> aliases) {
        known = aliases.stream().filter(alias -> alias.isLatin() && (!alias.exact() || alias.isOneWord())).map(Known::of).toList();
        withSlips = known.stream().filter(one -> one.reach() > 0).toList();
        known.forEach(one -> bySpelling.put(one.alias().spelt(), one.alias()));
    }

    /** The word that a misspelt Latin one was meant for, beyond doubt. */
    Optional<Alias> meantBy(String word) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = LookAlikes.inLatin(word);
        var drawn = Optional.ofNullable(bySpelling.get(withoutDrawnLetters(plain)));
        return drawn.or(() -> nearest(plain, 0));
    }

    /** What might have been meant, for a human to judge. */
    Optional<Code> guessOf(String word) {
        return word.length() < WORTH_A_GUESS || word.length() > LONGEST ? Optional.empty()
                : nearest(LookAlikes.inLatin(word), 1).map(Alias::code);
    }

    /** @param beyond how many slips more than a word of its length may bear */
    private Optional<Alias> nearest(String word, int beyond) {
        return near(word, beyond).stream().min(Comparator.comparingInt(Near::slips))
                .filter(found -> nobodyElseIsNear(word, found, beyond)).map(Near::alias);
    }

    /** No alias of another code is within twice as many slips, or for a guess as near: else it could as well have been meant. */
    private boolean nobodyElseIsNear(String word, Near found, int beyond) {
        var reach = beyond == 0 ? 2 * found.slips() : found.slips();
        var letters = Slips.lettersOf(word);
        return known.stream().allMatch(other -> other.alias().meansTheSameAs(found.alias())
                || isFar(other, word, letters, other.alias().exact() ? found.slips() : reach));
    }

    private static boolean isFar(Known other, String word, int letters, int reach) {
        return other.slipsFrom(word, letters, reach) > reach;
    }

    private List<Near> near(String word, int beyond) {
        var near = new ArrayList<Near>();
        var letters = Slips.lettersOf(word);
        for (var one : beyond == 0 ? withSlips : known) {
            var reach = one.isOneWord() ? one.reach() + beyond : 0;
            var slips = reach == 0 ? 1 : one.slipsFrom(word, letters, reach);
            // Two slips and another first letter: too much to be the same word.
            if (slips <= reach && (slips < 2 || word.charAt(0) == one.alias().spelt().charAt(0))) {
                near.add(new Near(one.alias(), slips));
            }
        }
        return near;
    }

    /** "chaaaab", "SOOOOS": a letter three times or more is one that was held down. */
    private static String withoutDrawnLetters(String word) {
        var plain = new StringBuilder();
        for (var at = 0; at < word.length();) {
            var end = at;
            while (end < word.length() && word.charAt(end) == word.charAt(at)) {
                end++;
            }
            plain.append(word, at, end - at >= 3 ? at + 1 : end);
            at = end;
        }
        return plain.toString();
    }

    private record Near(Alias alias, int slips) {}

    private record Known(Alias alias, int reach, int letters) {

        static Known of(Alias alias) {
            return new Known(alias, alias.allowedSlips(), alias.letters());
        }

        boolean isOneWord() {
            return alias.spelt().length() == alias.folded().length();
        }

        int slipsFrom(String word, int lettersOfWord, int atMost) {
            return Slips.mayBeWithin(letters, lettersOfWord, atMost) ? Slips.between(word, alias.spelt(), atMost) : atMost + 1;
        }
    }
}
