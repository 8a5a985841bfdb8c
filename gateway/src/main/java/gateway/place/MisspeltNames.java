package gateway.place;

import gateway.codebook.Lexicon;
import gateway.codebook.Slips;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds the one area whose name, or that of a place in it, was misspelt by a single slip. It is a guess, so it never sets
 * letters aside from the codebook and never means a code: only, its words are no slips of the codebook's, and nothing that
 * a number counts or measures. Where two areas are as near, it is none.
 */
final class MisspeltNames {

    /** Shorter names, and shorter words, are all too near to one another. */
    private static final int SHORTEST = 5;
    /** A guess is for a human's eye; so many words are looked at for one. */
    private static final int WORTH_A_GUESS = 100;

    /** Each beside the names of its length. */
    private final List<List<Known>> byLength;
    private final int longest;
    private final int mostWords;

    private final Set<String> ordinary;

    /** @param ordinary words that are no slip of a name, however near */
    MisspeltNames(Map<String, Spot> names, Set<String> ordinary) {
        this.ordinary = ordinary;
        var known = names.entrySet().stream().map(name -> Known.of(name.getKey(), name.getValue().area()))
                .filter(name -> name.spelt.chars().noneMatch(Character::isDigit)).toList();
        longest = known.stream().mapToInt(name -> name.spelt.length()).max().orElse(0) + 1;
        byLength = IntStream.rangeClosed(0, longest + 1)
                .mapToObj(length -> known.stream().filter(name -> name.spelt.length() == length).toList()).toList();
        mostWords = known.stream().mapToInt(name -> name.parts.size()).max().orElse(0) + 1;
    }

    /** @param near all that may have been misspelt in a text */
    static Optional<Lexicon.Found<Spot>> find(List<Lexicon.Found<Spot>> near) {
        return near.stream().map(found -> found.meaning().area()).distinct().count() == 1
                ? near.stream().max(Comparator.comparingInt(found -> found.to() - found.from())) : Optional.empty();
    }

    /** Whether a name that was found is only a part of what may as well be a longer one of another area. */
    static boolean isDoubtful(Lexicon.Found<Spot> name, List<Lexicon.Found<Spot>> near) {
        return near.stream().anyMatch(longer -> longer.from() <= name.from() && longer.to() >= name.to()
                && longer.to() - longer.from() > name.to() - name.from()
                && !longer.meaning().area().equals(name.meaning().area()));
    }

    /**
     * @param isFree whether a word means nothing to the codebook; a slip may change only such words
     * @param isCode whether letters written together are as near to a word that names a code
     */
    List<Lexicon.Found<Spot>> all(FoldedText text, Predicate<String> isFree, Predicate<String> isCode) {
        var near = new ArrayList<Lexicon.Found<Spot>>();
        var words = words(text.text());
        for (var first = 0; first < words.size(); first++) {
            var together = new StringBuilder();
            for (var last = first; last < Math.min(words.size(), first + mostWords); last++) {
                var window = words.subList(first, last + 1);
                together.append(window.getLast().letters);
                if (together.length() > longest) {
                    break;
                }
                var spelt = together.toString();
                areaOf(spelt, window, isFree).filter(area -> !isCode.test(spelt)).ifPresent(area ->
                        near.add(new Lexicon.Found<>(window.getFirst().from, window.getLast().to, new Spot(area, "", ""))));
            }
        }
        return near;
    }

    private Optional<Area> areaOf(String spelt, List<Word> window, Predicate<String> isFree) {
        if (letters(spelt) < SHORTEST) {
            return Optional.empty();
        }
        var mask = Slips.lettersOf(spelt);
        var near = new ArrayList<Known>();
        for (var names : byLength.subList(spelt.length() - 1, Math.min(spelt.length() + 2, byLength.size()))) {
            for (var name : names) {
                if (Slips.mayBeWithin(name.mask, mask, 1) && Slips.between(name.spelt, spelt, 1) <= 1) {
                    near.add(name);
                }
            }
        }
        if (near.isEmpty() || !spelt.codePoints().allMatch(MisspeltNames::isOfAName)) {
            return Optional.empty();
        }
        var meant = near.stream().filter(name -> letters(name.spelt) >= SHORTEST)
                .filter(name -> window.stream().map(Word::letters)
                        .allMatch(word -> name.parts.contains(word) || !ordinary.contains(word) && isFree.test(word)))
                .findFirst().map(Known::area);
        return meant.filter(area -> near.stream().allMatch(name -> name.area.equals(area)));
    }

    private static boolean isOfAName(int letter) {
        return Character.isLetter(letter) || TextFolding.isMark(letter);
    }

    private static int letters(String word) {
        return word.codePointCount(0, word.length());
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        for (var from = 0; from < text.length() && words.size() < WORTH_A_GUESS;) {
            var space = text.indexOf(' ', from);
            var to = space < 0 ? text.length() : space;
            if (to > from) {
                words.add(new Word(from, to, text.substring(from, to)));
            }
            from = to + 1;
        }
        return words;
    }

    private record Word(int from, int to, String letters) {}

    /** A name, written together and word by word. */
    private record Known(String spelt, int mask, Set<String> parts, Area area) {

        static Known of(String folded, Area area) {
            var spelt = folded.replace(" ", "");
            return new Known(spelt, Slips.lettersOf(spelt), Set.copyOf(Arrays.asList(folded.split(" ", -1))), area);
        }
    }
}
