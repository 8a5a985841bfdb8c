package gateway.codebook;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a word of the codebook is for.
 *
 * @param code   the code it names, null where it names none
 * @param number the number it says, 0 where it says none
 */
record Meaning(@Nullable Code code, Set<Role> roles, int number) {

    /** What a word tells about the words beside it. */
    enum Role {
        /** "8 girls": how many people. */
        COUNTS_AFTER,
        /** "x5". */
        COUNTS_BEFORE,
        /** "2 children": they are counted, but they are not the people held. */
        COUNTS_OTHERS,
        /** "43 arrested": only behind a number that can be no code. */
        COUNTS_TOO,
        /** "2 days", "9 am", "100 dollars": the number is no code. */
        MEASURES_AFTER,
        /** "at 9", "room 5". */
        MEASURES_BEFORE,
        /** "please 1": says nothing, so that a digit behind it still comes first. */
        FILLS,
        /** A word of its own, however near it is to one that names a code. */
        NO_SLIP
    }

    static Meaning ofCode(Code code) {
        return new Meaning(code, Set.of(), 0);
    }

    static Meaning ofRole(Role role) {
        return new Meaning(null, Set.of(role), 0);
    }

    static Meaning ofNumber(int number) {
        return new Meaning(null, Set.of(), number);
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    /** A word may have several tasks: "months" is a measure, and no slip of anything. */
    Meaning and(Meaning other) {
        var both = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        both.addAll(other.roles);
        return new Meaning(code == null ? other.code : code, Collections.unmodifiableSet(both), Math.max(number, other.number));
    }
}
