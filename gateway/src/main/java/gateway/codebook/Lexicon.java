package gateway.codebook;

import gateway.folding.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words, each with what it means, and how they are found in a folded text: in one walk over it, whatever its length.
 * The words of a name may be written together or apart. A Latin name is a whole word; one in a script without spaces
 * stands among others, but never ends or begins in the middle of a syllable.
 */
public final class Lexicon<T> {

    /** Khmer writes the next consonant of a syllable below the line, behind this sign. */
    private static final int COENG = 0x17D2;

    private static final int SHORTEST_BEHIND_A_DIGIT = 3;

    private final Node<T> root = new Node<>();
    private final boolean mayTouchDigits;

    /**
     * @param meanings       by folded words
     * @param mayTouchDigits whether "8girls" holds "girls"
     */
    public Lexicon(Map<String, T> meanings, boolean mayTouchDigits) {
        this.mayTouchDigits = mayTouchDigits;
        meanings.forEach(this::add);
    }

    /** What was found, from this letter of the folded text to before that one. */
    public record Found<T>(int from, int to, T meaning) {

        int length() {
            return to - from;
        }
    }

    /** All in the order of the text, the longer before the shorter that it overlaps; none in what is taken, which it adds to. */
    public List<Found<T>> find(String text, BitSet taken) {
        var all = new ArrayList<Found<T>>();
        for (var from = 0; from < text.length(); from++) {
            if (text.charAt(from) != ' ' && !taken.get(from)) {
                walk(root, text, from, from, all);
            }
        }
        all.sort(Comparator.<Found<T>>comparingInt(Found::length).reversed());
        var kept = new ArrayList<Found<T>>();
        for (var found : all) {
            var next = taken.nextSetBit(found.from());
            if (next < 0 || next >= found.to()) {
                kept.add(found);
                taken.set(found.from(), found.to());
            }
        }
        kept.sort(Comparator.comparingInt(Found::from));
        return kept;
    }

    private void add(String folded, T meaning) {
        var unspaced = folded.codePoints().anyMatch(TextFolding::isWrittenWithoutSpaces);
        var node = root;
        for (var letter : (unspaced ? folded.replace(" ", "") : folded).toCharArray()) {
            node = node.nextOrNew(letter);
            node.mayHoldSpace |= unspaced;
        }
        if (unspaced) {
            node.unspaced = meaning;
        } else {
            node.spaced = meaning;
        }
    }

    private void walk(Node<T> node, String text, int from, int at, List<Found<T>> all) {
        if (node.spaced != null && isWholeWord(text, from, at)) {
            all.add(new Found<>(from, at, node.spaced));
        }
        if (node.unspaced != null && endsNoSyllableInTheMiddle(text, from, at)) {
            all.add(new Found<>(from, at, node.unspaced));
        }
        if (at == text.length()) {
            return;
        }
        var letter = text.charAt(at);
        var next = node.next(letter);
        if (next != null) {
            walk(next, text, from, at + 1, all);
        }
        if (letter == ' ' && node.mayHoldSpace && at + 1 < text.length()) {
            var beyond = node.next(text.charAt(at + 1));
            if (beyond != null) {
                walk(beyond, text, from, at + 2, all);
            }
        }
        var together = letter == ' ' ? null : node.next(' ');
        if (together != null) {
            var beyond = together.next(letter);
            if (beyond != null) {
                walk(beyond, text, from, at + 1, all);
            }
        }
    }

    private boolean isWholeWord(String text, int from, int to) {
        var standsAlone = !Character.isLetterOrDigit(text.codePointAt(from));
        return standsAlone || (!isInWord(before(text, from)) || isBehindOneDigit(text, from, to)) && !isInWord(after(text, to))
                && !TextFolding.isMark(after(text, to));
    }

    /** "1wat phnom": one digit that stands by itself may touch a name; "17 makara" is no "7 makara", and "4tk" says too little. */
    private static boolean isBehindOneDigit(String text, int from, int to) {
        return to - from >= SHORTEST_BEHIND_A_DIGIT && Character.isLetter(text.codePointAt(from)) && isNumber(before(text, from))
                && before(text, from - 1) == ' ';
    }

    private boolean isInWord(int letter) {
        return letter >= 'a' && letter <= 'z' || !mayTouchDigits && isNumber(letter)
                || letter > 0x7F && Character.isLetter(letter)
                && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    private static boolean endsNoSyllableInTheMiddle(String text, int from, int to) {
        return before(text, from) != COENG && !isNumber(before(text, from)) && !TextFolding.isMark(after(text, to));
    }

    private static boolean isNumber(int letter) {
        return switch (Character.getType(letter)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static int before(String text, int at) {
        return at == 0 ? ' ' : text.codePointBefore(at);
    }

    private static int after(String text, int at) {
        return at == text.length() ? ' ' : text.codePointAt(at);
    }

    /** One letter further; what is spelt so far may mean something, in one or the other way of writing. */
    private static final class Node<T> {

        /** In their order. Most nodes have one letter behind them, so that an array is both small and fast. */
        private char[] letters = {};
        private final List<Node<T>> nodes = new ArrayList<>(1);
        private boolean mayHoldSpace;
        private @Nullable T spaced;
        private @Nullable T unspaced;

        @Nullable Node<T> next(char letter) {
            var at = Arrays.binarySearch(letters, letter);
            return at < 0 ? null : nodes.get(at);
        }

        Node<T> nextOrNew(char letter) {
            var at = Arrays.binarySearch(letters, letter);
            if (at >= 0) {
                return nodes.get(at);
            }
            var place = -at - 1;
            var more = Arrays.copyOf(letters, letters.length + 1);
            System.arraycopy(letters, place, more, place + 1, letters.length - place);
            more[place] = letter;
            letters = more;
            nodes.add(place, new Node<>());
            return nodes.get(place);
        }
    }
}
