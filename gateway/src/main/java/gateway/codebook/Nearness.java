package gateway.codebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses a book in which a slip could turn one code into another, or make a carrier answer by itself. Whoever writes a
 * pack learns which two words are too near.
 */
final class Nearness {

    private final Map<Alias, PackFile> aliases;
    private final Set<String> carriers;
    private final Code unclear;

    Nearness(Map<Alias, PackFile> aliases, Set<String> carriers, Code unclear) {
        this.aliases = aliases;
        this.carriers = carriers;
        this.unclear = unclear;
    }

    void check() {
        for (var alias : aliases.keySet()) {
            for (var word : new TreeSet<>(carriers)) {
                if (Slips.between(alias.spelt(), word, 1) <= 1) {
                    throw fault(alias, "is a slip away from " + word + ", to which carriers answer by themselves");
                }
            }
            for (var other : aliases.keySet()) {
                if (!alias.meansTheSameAs(other)) {
                    checkApart(alias, other);
                }
            }
        }
    }

    /**
     * Far enough that a slip of one is never read as the other, nor any word as both. In a script without spaces, slips
     * are tried out: there a word may stand inside another.
     */
    private void checkApart(Alias alias, Alias other) {
        if (alias.spelt().equals(other.spelt())) {
            throw fault(alias, "means " + other.code().id() + " already");
        }
        if (alias.isLatin() && other.isLatin()) {
            var reach = Math.max(alias.allowedSlips() + other.allowedSlips(),
                    1 + Math.max(alias.allowedSlips(), other.allowedSlips()));
            if (Slips.between(alias.spelt(), other.spelt(), reach) <= reach) {
                throw near(alias, other.spelt(), other.code());
            }
        }
        if (holds(alias, other) && other.code().isGraverThan(unclear)) {
            throw fault(alias, "holds \"" + other.spelt() + "\", which means " + other.code().id());
        }
    }

    private static boolean holds(Alias alias, Alias other) {
        return alias.isLatin() ? (" " + alias.folded() + " ").contains(" " + other.folded() + " ")
                : alias.spelt().contains(other.spelt());
    }

    /** Tries every slip of every word in a script without spaces. */
    void checkSlipsInside(Lexicon<Meaning> lexicon) {
        var unspaced = aliases.keySet().stream().filter(Nearness::isUnspaced).toList();
        var letters = unspaced.stream().flatMapToInt(alias -> alias.spelt().codePoints()).distinct().toArray();
        for (var alias : unspaced) {
            for (var slip : slips(alias.spelt().codePoints().toArray(), letters)) {
                for (var found : lexicon.find(slip, new BitSet())) {
                    var code = found.meaning().code();
                    if (code != null && !code.equals(alias.code())) {
                        throw near(alias, slip.substring(found.from(), found.to()), code);
                    }
                }
            }
        }
    }

    private static boolean isUnspaced(Alias alias) {
        return alias.spelt().codePoints().anyMatch(TextFolding::isWrittenWithoutSpaces);
    }

    private static List<String> slips(int[] word, int[] letters) {
        var slips = new ArrayList<String>();
        for (var at = 0; at <= word.length; at++) {
            for (var letter : letters) {
                slips.add(text(word, 0, at) + Character.toString(letter) + text(word, at, word.length));
                if (at < word.length) {
                    slips.add(text(word, 0, at) + Character.toString(letter) + text(word, at + 1, word.length));
                }
            }
            if (at < word.length) {
                slips.add(text(word, 0, at) + text(word, at + 1, word.length));
            }
            if (at + 1 < word.length) {
                slips.add(text(word, 0, at) + text(word, at + 1, at + 2) + text(word, at, at + 1)
                        + text(word, at + 2, word.length));
            }
        }
        return slips;
    }

    private static String text(int[] word, int from, int to) {
        return new String(word, from, to - from);
    }

    private PackFault near(Alias alias, String other, Code code) {
        return fault(alias, "is within reach of a slip of \"" + other + "\", which means " + code.id());
    }

    private PackFault fault(Alias alias, String why) {
        return aliases.getOrDefault(alias, List.copyOf(aliases.values()).getFirst()).fault("aliases", alias.folded(), why);
    }
}
