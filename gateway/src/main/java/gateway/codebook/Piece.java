package gateway.codebook;

import gateway.codebook.Meaning.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a folded text: a word of the codebook, a number, what was understood elsewhere, or a word nobody knows.
 *
 * @param meaning null where it is no word of the codebook
 * @param digits  those of a number, else empty
 */
record Piece(Kind kind, int from, int to, @Nullable Meaning meaning, String digits) {

    private static final int LONGEST_NUMBER = 9;
    /** A measure without its number may be a slip of anything: "h have my daughter". */
    private static final Set<Role> SAYS_NOTHING_ALONE =
            Set.of(Role.NO_SLIP, Role.TELLS, Role.MEASURES_AFTER, Role.MEASURES_BEFORE, Role.COUNTS_BEFORE);

    enum Kind {
        WORD, NUMBER, UNKNOWN,
        /** Perhaps of a misspelt name: as unknown as any other, and no slip of a code, nor what a number counts. */
        PERHAPS_A_NAME,
        /** Understood already: a tag, a head count, a time. */
        ASIDE,
        /** A place, which was found before. */
        PLACE
    }

    static Piece tag(int from, int to) {
        return new Piece(Kind.ASIDE, from, to, null, "");
    }

    static Piece place(int from, int to) {
        return new Piece(Kind.PLACE, from, to, null, "");
    }

    /** A number keeps its digits: it may have been a code after all. */
    Piece setAside() {
        return new Piece(Kind.ASIDE, from, to, null, digits);
    }

    /** A word that names a code names it in a misspelt name, too. */
    Piece perhapsOfName() {
        return (kind == Kind.WORD || kind == Kind.UNKNOWN) && code() == null
                ? new Piece(Kind.PERHAPS_A_NAME, from, to, null, "") : this;
    }

    @Nullable Code code() {
        return meaning == null ? null : meaning.code();
    }

    /** Whether it is a word that says something, or that is known to say nothing. */
    boolean isKnown() {
        return meaning != null && (meaning.number() > 0
                || meaning.roles().stream().anyMatch(role -> !SAYS_NOTHING_ALONE.contains(role)));
    }

    /** Whether it is unknown, or an ordinary word: somebody may have it for a tag or a safe word. */
    boolean saysNothing() {
        return kind == Kind.UNKNOWN || kind == Kind.WORD && meaning != null && meaning.number() == 0 && meaning.code() == null
                && meaning.roles().equals(Set.of(Role.PLAIN));
    }

    boolean is(Role role) {
        return meaning != null && meaning.is(role);
    }

    /** The number it says, in digits or in a word; -1 where it says none that could be a count. */
    int number() {
        if (kind == Kind.NUMBER && digits.length() <= LONGEST_NUMBER) {
            return Integer.parseInt(digits);
        }
        return kind == Kind.WORD && meaning != null && meaning.number() > 0 ? meaning.number() : -1;
    }

    /** "1", "111": the one digit, again and again. */
    boolean isOneDigit() {
        return kind == Kind.NUMBER && hasOneDigit();
    }

    /** The same, also of a number that was set aside. */
    boolean hasOneDigit() {
        return !digits.isEmpty() && digits.chars().allMatch(digit -> digit == digits.charAt(0));
    }

    @Override
    public String toString() {
        return "Piece[" + kind + " " + from + "-" + to + "]";
    }
}
