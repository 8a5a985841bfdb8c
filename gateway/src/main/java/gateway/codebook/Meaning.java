package gateway.codebook;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a word of the codebook is for.
 *
 * @param code   the code it names, null where it names none
 * @param held   the codes that words within it name, and that are meant beside its own
 * @param number the number it says, 0 where it says none
 */
record Meaning(@Nullable Code code, Set<Role> roles, Set<Code> held, int number) {

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
        /** A word of its own, however near it is to one that names a code; or a longer one in which a word means nothing. */
        NO_SLIP,
        /** An ordinary word: it is known, and says nothing. */
        PLAIN,
        /** "not", "never": known, and yet no reply goes to a text that has it, and nobody is asked to ring because of it. */
        NEGATES,
        /** "do not": a word for calling or texting that it stands before is a wish for silence; else as a negation. */
        FORBIDS,
        /** "kom": romanised Khmer spells what it forbids in too many ways, so that any unknown word right behind it will do. */
        HUSHES,
        /** "call", "text", "reply": known, and yet no reply goes to a text that has it. */
        CONTACTS,
        /** "i", "why": who stands before "do not call" tells of something, and wishes no silence. */
        TELLS,
        /** "send", "me": known, and yet no reply goes to a text that has it. A slip in "do not text" leaves only this. */
        WARNS,
        /** "how much", "promo": the words of a client or of a machine. */
        CHATTERS,
        /** "6 khmer girls": may stand between a number and whom it counts. */
        STANDS_BETWEEN,
        /** "2 to 3 hours": what the second number measures, the first does too. */
        LINKS,
        /** Its code is not meant in a client's or a machine's text. */
        SOFT,
        /** Its code is meant only beside a graver one: "my friend" is no cry, "they took my friend" tells of another. */
        BESIDE,
        /** Its code is meant only where no other grave one is named: "they took us to the centre" is the centre. */
        OTHERWISE,
        /** Its code is not meant where it is half of a longer word: "data center". */
        COMPOUND
    }

    static Meaning ofCode(Code code) {
        return new Meaning(code, Set.of(), Set.of(), 0);
    }

    static Meaning ofRole(Role role) {
        return new Meaning(null, Set.of(role), Set.of(), 0);
    }

    static Meaning ofCode(Code code, Set<Role> roles) {
        return new Meaning(code, roles, Set.of(), 0);
    }

    static Meaning ofNumber(int number) {
        return new Meaning(null, Set.of(), Set.of(), number);
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    Meaning holding(Set<Code> codes) {
        return new Meaning(code, roles, codes, number);
    }

    /** A word may have several tasks: "months" is a measure, and no slip of anything. */
    Meaning and(Meaning other) {
        var both = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        both.addAll(other.roles);
        return new Meaning(code == null ? other.code : code, Collections.unmodifiableSet(both),
                held.isEmpty() ? other.held : held, Math.max(number, other.number));
    }
}
