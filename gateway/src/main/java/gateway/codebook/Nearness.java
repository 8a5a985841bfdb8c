package gateway.codebook;

import gateway.folding.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Refuses a book in which a slip could turn one code into another, or make a carrier answer by itself. Whoever writes a
 * pack learns which two words are too near.
 */
final class Nearness {

    /** Farther apart no two words are ever too near. */
    private static final int MOST_SLIPS = 4;

    private final Map<Alias, PackFile> aliases;
    private final Set<String> carriers;
    private final Code unclear;

    Nearness(Map<Alias, PackFile> aliases, Set<String> carriers, Code unclear) {
        this.aliases = aliases;
        this.carriers = carriers;
        this.unclear = unclear;
    }

    void check() {
        var words = carriers.stream().sorted().map(word -> new Alias(word, unclear, true)).toList();
        for (var alias : aliases.keySet()) {
            for (var word : words) {
                if (alias.mayBeWithin(word, 1) && Slips.between(alias.spelt(), word.spelt(), 1) <= 1) {
                    throw fault(alias, "is a slip away from " + word.folded() + ", to which carriers answer by themselves");
                }
            }
        }
        checkApart();
        var bySpelling = bySpelling();
        aliases.keySet().stream().filter(alias -> !alias.exact()).forEach(alias -> checkHolds(alias, bySpelling));
    }

    /** Most words are read with no slips: those are only looked up among the words a slip away, which is fast. */
    private void checkApart() {
        var withSlips = aliases.keySet().stream().filter(alias -> !alias.exact()).toList();
        var compared = aliases.keySet().stream()
                .filter(alias -> !alias.exact() || alias.isOneWord() && alias.isLatin()).toList();
        withSlips.forEach(alias -> compared.forEach(other -> checkApart(alias, other)));
        var byRest = new HashMap<String, List<Alias>>();
        for (var alias : compared) {
            if (alias.exact()) {
                restsOf(alias.spelt()).forEach(rest -> byRest.computeIfAbsent(rest, _ -> new ArrayList<>()).add(alias));
            }
        }
        byRest.values().forEach(near -> near.forEach(alias -> near.forEach(other -> checkApart(alias, other))));
    }

    /** The word, and it without each of its letters: two words that are a slip apart have one of these in common. */
    private static Set<String> restsOf(String word) {
        var rests = new HashSet<>(Set.of(word));
        for (var at = 0; at < word.length(); at++) {
            rests.add(word.substring(0, at) + word.substring(at + 1));
        }
        return rests;
    }

    /**
     * Far enough that a slip of one is never read as the other, nor any word as both. In a script without spaces, slips
     * are tried out: there a word may stand inside another.
     */
    private void checkApart(Alias alias, Alias other) {
        if (alias.meansTheSameAs(other) || Math.abs(alias.spelt().length() - other.spelt().length()) > MOST_SLIPS) {
            return;
        }
        if (alias.spelt().equals(other.spelt())) {
            throw fault(alias, "means " + other.code().id() + " already");
        }
        // Beside a word that is read with no slips, spelling reads a slip as neither; only one slip's distance is too near.
        var reach = alias.exact() || other.exact() ? 1 : Math.max(alias.allowedSlips() + other.allowedSlips(),
                1 + Math.max(alias.allowedSlips(), other.allowedSlips()));
        if (alias.mayBeWithin(other, reach) && alias.isLatin() && other.isLatin()
                && Slips.between(alias.spelt(), other.spelt(), reach) <= reach) {
            throw near(alias, other.spelt(), other.code());
        }
    }

    /** A longer word hides the shorter ones in it: none of them may be grave and of another code. */
    private void checkHolds(Alias alias, Map<String, Alias> bySpelling) {
        heldBy(alias, bySpelling).stream().filter(other -> other.code().isGraverThan(unclear)
                && !(other.code().mild() && alias.code().isGraverThan(other.code()))).findFirst().ifPresent(other -> {
                    throw fault(alias, "holds \"" + other.spelt() + "\", which means " + other.code().id());
                });
    }

    /**
     * The codes that words within each phrase of a lexicon name: they are meant beside its own.
     *
     * @param counts whether a word is meant wherever it stands
     */
    Map<String, Set<Code>> held(Predicate<Alias> counts) {
        var bySpelling = bySpelling();
        var held = new HashMap<String, Set<Code>>();
        aliases.keySet().stream().filter(Alias::exact).forEach(alias -> {
            var codes = heldBy(alias, bySpelling).stream().filter(counts).map(Alias::code).collect(Collectors.toUnmodifiableSet());
            if (!codes.isEmpty()) {
                held.put(alias.folded(), codes);
            }
        });
        return held;
    }

    private Map<String, Alias> bySpelling() {
        var bySpelling = new HashMap<String, Alias>();
        aliases.keySet().forEach(alias -> bySpelling.put(alias.spelt(), alias));
        return bySpelling;
    }

    private static List<Alias> heldBy(Alias alias, Map<String, Alias> bySpelling) {
        var held = new ArrayList<Alias>();
        var latin = alias.isLatin();
        if (latin && alias.isOneWord()) {
            return held;
        }
        var spelt = alias.spelt();
        var seams = latin ? seamsBetweenWords(alias.folded()) : seamsBetweenLetters(spelt);
        for (var from = 0; from + 1 < seams.length; from++) {
            for (var to = from + 1; to < seams.length; to++) {
                var other = bySpelling.get(spelt.substring(seams[from], seams[to]));
                var endsInSyllable = seams[to] < spelt.length() && TextFolding.isMark(spelt.codePointAt(seams[to]));
                if (other != null && !endsInSyllable && !other.spelt().equals(alias.spelt())
                        && !other.meansTheSameAs(alias) && !(alias.code().silences() && other.code().mild())) {
                    held.add(other);
                }
            }
        }
        return held;
    }

    /** Where the words of a phrase begin and end once they are written together. */
    private static int[] seamsBetweenWords(String folded) {
        var seams = new int[folded.length() + 1];
        var words = 0;
        for (var at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', at + 1)) {
            seams[++words] = at - words + 1;
        }
        seams[++words] = folded.length() - words + 1;
        return Arrays.copyOf(seams, words + 1);
    }

    private static int[] seamsBetweenLetters(String spelt) {
        return IntStream.rangeClosed(0, spelt.length())
                .filter(at -> at == spelt.length() || !Character.isLowSurrogate(spelt.charAt(at))).toArray();
    }

    /** Tries every slip of every word in a script without spaces. */
    void checkSlipsInside(Lexicon<Meaning> lexicon) {
        var unspaced = aliases.keySet().stream()
                .filter(alias -> !alias.exact() && isUnspaced(alias)).toList();
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
