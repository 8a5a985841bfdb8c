package gateway.codebook;

import gateway.codebook.Meaning.Role;
import gateway.codebook.Piece.Kind;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what numbers count or measure, and sets them aside: "8 girls", "x5", "2 days", "9:30", "$100". What remains may
 * be a code.
 */
final class HeadCount {

    /** What may stand between a number and what it counts, beside spaces. All else parts two things said: "1, girls crying". */
    private static final String JOINS = "-–*()'\"";
    private static final int MOST_PEOPLE = 9_999;

    private final FoldedText text;
    private final List<Piece> pieces;
    private final Predicate<Piece> mayBeCode;
    private int people;
    private String from = "";

    private HeadCount(FoldedText text, List<Piece> pieces, Predicate<Piece> mayBeCode) {
        this.text = text;
        this.pieces = pieces;
        this.mayBeCode = mayBeCode;
    }

    /**
     * @param pieces    in the order of the text; those that count or measure are set aside
     * @param mayBeCode whether a number could be a code, were it not counting
     */
    static HeadCount of(FoldedText text, List<Piece> pieces, Predicate<Piece> mayBeCode) {
        var counting = new HeadCount(text, pieces, mayBeCode);
        for (var i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).number() >= 0) {
                counting.consider(i);
            }
        }
        return counting;
    }

    /** How many people are held, as far as we are told: of several counts the largest, since one may be part of another. */
    int people() {
        return people;
    }

    /** As it was written. */
    String from() {
        return from;
    }

    private void consider(int i) {
        if (after(i, Role.COUNTS_AFTER)) {
            count(i, i, i + 1, before(i, Role.COUNTS_OTHERS) || after(i, Role.COUNTS_OTHERS));
        } else if (after(i, Role.COUNTS_OTHERS)) {
            setAside(i);
        } else if (after(i, Role.MEASURES_AFTER)) {
            setAside(i);
            setAside(i + 1);
        } else if (before(i, Role.COUNTS_BEFORE)) {
            count(i, i - 1, i, false);
            setAside(i - 1);
        } else if (pieces.get(i).kind() == Kind.NUMBER) {
            considerDigits(i);
        }
    }

    private void considerDigits(int i) {
        var piece = pieces.get(i);
        if (text.signBefore(piece.from()) == '×') {
            count(i, i, i, false);
        } else if (isTimeOfDay(i)) {
            setAside(i);
            setAside(i + 1);
            if (after(i + 1, Role.MEASURES_AFTER)) {
                setAside(i + 2);
            }
        } else if (isRange(i)) {
            setAside(i);
        } else if (before(i, Role.COUNTS_OTHERS) || before(i, Role.MEASURES_BEFORE) || isMoney(piece)) {
            setAside(i);
        } else if (after(i, Role.COUNTS_TOO) && !mayBeCode.test(piece)) {
            count(i, i, i + 1, false);
        }
    }

    private void count(int number, int first, int last, boolean others) {
        var counted = pieces.get(number).number();
        if (!others && counted > people && counted <= MOST_PEOPLE) {
            people = counted;
            from = text.written(pieces.get(first).from(), pieces.get(last).to());
        }
        setAside(number);
        if (last > number) {
            setAside(last);
        }
    }

    /** A word that names a code goes on naming it: "43 arrested". */
    private void setAside(int i) {
        if (pieces.get(i).code() == null) {
            pieces.set(i, pieces.get(i).setAside());
        }
    }

    private boolean after(int i, Role role) {
        return i + 1 < pieces.size() && pieces.get(i + 1).is(role) && isBeside(i);
    }

    private boolean before(int i, Role role) {
        return i > 0 && pieces.get(i - 1).is(role) && isBeside(i - 1) && !growsOutOfDigit(pieces.get(i - 1));
    }

    /** "0x1": no word, but a piece of one. */
    private boolean growsOutOfDigit(Piece word) {
        return word.from() > 0 && TextFolding.isPlainDigit(text.text().charAt(word.from() - 1));
    }

    /** Whether nothing parts a piece from the next. */
    private boolean isBeside(int i) {
        return signBetween(i).codePoints().allMatch(sign -> JOINS.indexOf(sign) >= 0
                || sign != '\n' && sign != '\r' && TextFolding.isUnseen(sign));
    }

    /** "9:30", "9.30 pm": without a space, and no more than a clock can show. */
    private boolean isTimeOfDay(int i) {
        if (i + 1 == pieces.size() || pieces.get(i + 1).digits().length() != 2 || pieces.get(i).digits().length() > 2) {
            return false;
        }
        var sign = signBetween(i);
        return (isOneOf(":៖：∶", sign) || isOneOf(".", sign) && after(i + 1, Role.MEASURES_AFTER))
                && pieces.get(i).number() <= 24 && pieces.get(i + 1).number() < 60;
    }

    /** "2-3 girls". */
    private boolean isRange(int i) {
        return i + 1 < pieces.size() && pieces.get(i + 1).kind() == Kind.NUMBER && isOneOf("-–~", signBetween(i))
                && after(i + 1, Role.COUNTS_AFTER);
    }

    private String signBetween(int i) {
        return text.writtenBetween(pieces.get(i).to() - 1, pieces.get(i + 1).from());
    }

    private static boolean isOneOf(String signs, String sign) {
        return sign.length() == 1 && signs.contains(sign);
    }

    private boolean isMoney(Piece piece) {
        return Character.getType(text.signBefore(piece.from())) == Character.CURRENCY_SYMBOL
                || Character.getType(text.signAfter(piece.to() - 1)) == Character.CURRENCY_SYMBOL;
    }
}
