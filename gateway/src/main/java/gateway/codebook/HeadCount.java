package gateway.codebook;

import gateway.codebook.Meaning.Role;
import gateway.codebook.NumberShapes.Shape;
import gateway.codebook.Piece.Kind;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what numbers count or measure, and sets them aside: "8 girls", "6 khmer girls", "x5", "2 days", "9:30", "$100". What
 * remains may be a code.
 */
final class HeadCount {

    /** What may stand between a number and what it counts, beside spaces. All else parts two things said: "1, girls crying". */
    private static final String JOINS = "-–*()'\"";
    private static final int MOST_PEOPLE = 9_999;
    /** "3 of the young khmer girls": so many words may stand between. */
    private static final int MOST_BETWEEN = 4;
    /** Smaller sums are a shop's: "1+1 free". */
    private static final int LEAST_SUM = 10;

    private final FoldedText text;
    private final List<Piece> pieces;
    private final Predicate<Piece> isGrave;
    private final Predicate<Piece> mayBeCode;
    private final NavigableMap<Integer, Shape> shapes;
    private final Set<Integer> listed = new HashSet<>();
    private int people;
    private String from = "";

    private HeadCount(FoldedText text, List<Piece> pieces, Predicate<Piece> mayBeCode, Predicate<Piece> isGrave) {
        this.text = text;
        this.pieces = pieces;
        this.mayBeCode = mayBeCode;
        this.isGrave = isGrave;
        this.shapes = NumberShapes.in(text.wordsAsWritten());
    }

    /**
     * @param pieces    in the order of the text; those that count or measure are set aside
     * @param mayBeCode whether a number could be a code, were it not counting
     * @param isGrave   whether that code would be so grave that an unknown word before people does not undo it
     */
    static HeadCount of(FoldedText text, List<Piece> pieces, Predicate<Piece> mayBeCode, Predicate<Piece> isGrave) {
        var counting = new HeadCount(text, pieces, mayBeCode, isGrave);
        for (var i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).number() >= 0) {
                counting.consider(i);
            }
        }
        counting.listed.forEach(counting::setAsideIfMoreIsSaid);
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
        var shape = pieces.get(i).kind() == Kind.NUMBER ? shapeOf(i) : null;
        if (shape != null && considerShape(i, shape)) {
            return;
        }
        var counted = countedBehind(i);
        if (counted > i && pieces.get(counted).is(Role.COUNTS_AFTER)) {
            count(i, i, counted, before(i, Role.COUNTS_OTHERS) || after(i, Role.COUNTS_OTHERS));
        } else if (counted > i) {
            setAside(i);
        } else if (isMeasured(i)) {
            setAside(i);
            setAside(i + 1);
        } else if (isLinked(i)) {
            setAside(i);
        } else if (before(i, Role.COUNTS_BEFORE)) {
            count(i, i - 1, i, false);
            setAside(i - 1);
        } else if (pieces.get(i).kind() == Kind.NUMBER) {
            considerDigits(i);
        }
    }

    /** "1 st 104" is a code and a street: a word that may measure on either side belongs to the number behind it. */
    private boolean isMeasured(int i) {
        return after(i, Role.MEASURES_AFTER) && !(pieces.get(i + 1).is(Role.MEASURES_BEFORE) && i + 2 < pieces.size()
                && pieces.get(i + 2).kind() == Kind.NUMBER && isBeside(i + 1));
    }

    /** "2 to 3 hours", "1 or 2 girls". */
    private boolean isLinked(int i) {
        return after(i, Role.LINKS) && i + 2 < pieces.size() && isBeside(i + 1)
                && pieces.get(i + 2).number() >= 0 && (isMeasured(i + 2) || countedBehind(i + 2) > i + 2);
    }

    /** @return whether there is nothing more to consider */
    private boolean considerShape(int i, Shape shape) {
        return switch (shape.kind()) {
            case CLOCK, THOUSANDS, DECIMAL, PRICE, PART -> {
                setAside(i);
                if (after(i, Role.MEASURES_AFTER)) {
                    setAside(i + 1);
                }
                yield true;
            }
            case SUM -> {
                sum(i, shape);
                yield true;
            }
            case RANGE -> {
                var counts = countedBehind(i) > i && text.writtenAt(pieces.get(i).from()) > shape.from();
                if (!counts) {
                    setAside(i);
                }
                yield !counts;
            }
            case LIST_MARK -> {
                listed.add(i);
                yield false;
            }
        };
    }

    /** "43+10 arrested" are 53; "1+1" is a shop's. */
    private void sum(int i, Shape shape) {
        if (text.writtenAt(pieces.get(i).from()) == shape.from() || pieces.get(i - 1).number() < 0) {
            return;
        }
        var sum = pieces.get(i - 1).number() + pieces.get(i).number();
        if (sum >= LEAST_SUM && sum > people && sum <= MOST_PEOPLE) {
            people = sum;
            from = text.written(pieces.get(i - 1).from(), pieces.get(i).to());
        }
        pieces.set(i - 1, pieces.get(i - 1).setAside());
        setAside(i);
        if (after(i, Role.COUNTS_AFTER)) {
            setAside(i + 1);
        }
    }

    private @Nullable Shape shapeOf(int i) {
        var at = text.writtenAt(pieces.get(i).from());
        var shape = shapes.floorEntry(at);
        return shape == null || shape.getValue().to() <= at ? null : shape.getValue();
    }

    /** "#4 Street 178": a list mark is a code only where nothing else is said than codes, places and fillers. */
    private void setAsideIfMoreIsSaid(int i) {
        if (pieces.stream().anyMatch(piece -> piece.kind() == Kind.UNKNOWN || piece.is(Role.PLAIN) || piece.is(Role.NO_SLIP)
                || piece.is(Role.MEASURES_BEFORE) || piece.is(Role.CHATTERS))) {
            setAside(i);
        }
    }

    private void considerDigits(int i) {
        var piece = pieces.get(i);
        if (text.signBefore(piece.from()) == '×') {
            count(i, i, i, false);
        } else if (before(i, Role.COUNTS_OTHERS) || before(i, Role.MEASURES_BEFORE)) {
            setAside(i);
        } else if (after(i, Role.COUNTS_TOO) && !mayBeCode.test(piece)) {
            count(i, i, i + 1, false);
        }
    }

    /**
     * Where the people stand whom a number counts; the number's own place where it counts none. A known word about people
     * may stand between, and an unknown one where the number can be no grave code: then both may be meant.
     */
    private int countedBehind(int i) {
        for (var at = i; at - i <= MOST_BETWEEN && at + 1 < pieces.size() && isBeside(at); at++) {
            var next = pieces.get(at + 1);
            if (next.is(Role.COUNTS_AFTER) || next.is(Role.COUNTS_OTHERS)) {
                return at + 1;
            }
            var unknown = next.kind() == Kind.UNKNOWN && pieces.get(i).kind() == Kind.NUMBER && !isGrave.test(pieces.get(i));
            if (!next.is(Role.STANDS_BETWEEN) && !unknown) {
                return i;
            }
        }
        return i;
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
        return text.writtenBetween(pieces.get(i).to() - 1, pieces.get(i + 1).from()).codePoints().allMatch(sign ->
                JOINS.indexOf(sign) >= 0 || sign != '\n' && sign != '\r' && TextFolding.isUnseen(sign));
    }
}
