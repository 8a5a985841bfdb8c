package gateway.codebook;

import gateway.codebook.Piece.Kind;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a folded text to pieces, each letter in one of them, and finds the tag: "#lotus", on a borrowed phone. */
final class Pieces {

    private final FoldedText text;
    private final BitSet taken = new BitSet();
    private final List<Piece> pieces = new ArrayList<>();
    private @Nullable String tag;

    private Pieces(FoldedText text) {
        this.text = text;
    }

    static Pieces of(FoldedText text, List<Aside> asides, Lexicon<Meaning> words) {
        var pieces = new Pieces(text);
        asides.forEach(aside -> pieces.setAside(Piece.place(aside.from(), aside.to())));
        pieces.findTags(words);
        pieces.findLeet(words);
        words.find(text.text(), pieces.taken).forEach(found -> pieces.pieces.add(
                new Piece(Kind.WORD, found.from(), found.to(), found.meaning(), "")));
        pieces.takeTheRestApart();
        pieces.pieces.sort(Comparator.comparingInt(Piece::from));
        return pieces;
    }

    /** In the order of the text. */
    List<Piece> inOrder() {
        return pieces;
    }

    /** Folded and without its sign; null where there is none. */
    @Nullable String tag() {
        return tag;
    }

    private void setAside(Piece piece) {
        pieces.add(piece);
        taken.set(piece.from(), piece.to());
    }

    /** A word behind a hash, unless it is a word of the codebook: "#sos" is a cry, not a name. */
    private void findTags(Lexicon<Meaning> words) {
        var letters = text.text();
        for (var from = 0; from < letters.length();) {
            var space = letters.indexOf(' ', from);
            var to = space < 0 ? letters.length() : space;
            if (!taken.get(from) && Character.isLetter(letters.codePointAt(from)) && isHash(text.signBefore(from))
                    && words.find(letters.substring(from, to), new BitSet()).isEmpty()) {
                tag = tag == null ? letters.substring(from, to) : tag;
                setAside(Piece.tag(from, to));
            }
            from = to + 1;
        }
    }

    /** "pol1ce", "r4ped": digits in place of the letters they look like, where that makes a word that names a code. */
    private void findLeet(Lexicon<Meaning> words) {
        var letters = text.text();
        for (var from = 0; from < letters.length();) {
            var space = letters.indexOf(' ', from);
            var to = space < 0 ? letters.length() : space;
            if (!taken.get(from) && LookAlikes.isLeet(letters, from, to)) {
                for (var meant : LookAlikes.wordsOfLeet(letters.substring(from, to))) {
                    var found = words.find(meant, new BitSet());
                    if (found.size() == 1 && found.getFirst().length() == meant.length()
                            && found.getFirst().meaning().code() != null && !taken.get(from)) {
                        pieces.add(new Piece(Kind.WORD, from, to, found.getFirst().meaning(), ""));
                        taken.set(from, to);
                    }
                }
            }
            from = to + 1;
        }
    }

    private static boolean isHash(int sign) {
        return sign == '#' || sign == 0xFF03 || sign == 0xFE5F;
    }

    private void takeTheRestApart() {
        var letters = text.text();
        for (var from = taken.nextClearBit(0); from < letters.length(); from = taken.nextClearBit(from)) {
            var to = from + 1;
            if (letters.charAt(from) != ' ') {
                var digit = TextFolding.isPlainDigit(letters.charAt(from));
                while (to < letters.length() && !taken.get(to) && letters.charAt(to) != ' '
                        && TextFolding.isPlainDigit(letters.charAt(to)) == digit) {
                    to++;
                }
                pieces.add(new Piece(digit ? Kind.NUMBER : Kind.UNKNOWN, from, to, null, digit ? letters.substring(from, to) : ""));
            }
            from = to;
        }
    }
}
