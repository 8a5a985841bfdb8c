package gateway.codebook;

import gateway.codebook.Meaning.Role;
import gateway.codebook.Piece.Kind;
import java.util.List;

/** Whether a digit that touches a word, or other digits, may be a code. Pure. */
final class DigitsInWords {

    private static final int LONG_FILLER = 4;
    /** "2u", "4ur". */
    private static final int LONG_WORD = 3;

    private final String text;
    private final List<Piece> pieces;

    /** @param text folded */
    DigitsInWords(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** "1st", "b4": no digit by itself; but one in "code1", "1pls" and "2daun penh". */
    boolean isGrownTogether(int i) {
        var piece = pieces.get(i);
        var behindFiller = i > 0 && pieces.get(i - 1).is(Role.FILLS) && pieces.get(i - 1).to() - pieces.get(i - 1).from() >= LONG_FILLER;
        return piece.from() > 0 && text.charAt(piece.from() - 1) != ' ' && !behindFiller
                || piece.to() < text.length() && text.charAt(piece.to()) != ' ' && !isBeforeGluedWord(i);
    }

    /** A word that a code is often texted with, and the space before it was left out; an ordinary one only where the text begins so. */
    private boolean isBeforeGluedWord(int i) {
        if (i + 1 == pieces.size() || pieces.get(i + 1).from() > pieces.get(i).to()) {
            return false;
        }
        var next = pieces.get(i + 1);
        return next.kind() == Kind.PLACE || next.is(Role.FILLS) || next.code() != null 
                || i == 0 && next.is(Role.PLAIN) && next.to() - next.from() >= LONG_WORD;
    }

    /** "0 12 345 678". */
    boolean beginsPhoneNumber(int i) {
        return pieces.get(i).digits().equals("0") && i + 1 < pieces.size() && pieces.get(i + 1).kind() == Kind.NUMBER
                && pieces.get(i + 1).digits().length() > 1;
    }
}
