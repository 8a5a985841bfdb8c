package gateway.codebook;

import gateway.codebook.Grounds.Cause;
import gateway.codebook.Grounds.Rule;
import gateway.codebook.Meaning.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which of the codes that a text names are meant. A mild word never outweighs what is not understood, a soft one
 * means nothing among a client's or a machine's words, and some are meant only beside a graver one.
 */
final class MeantCodes {

    private final List<Named> named = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>();
    private boolean unknown;
    private boolean strayNumber;
    private boolean chatter;
    private boolean warned;
    private boolean negated;

    /** @param byDigit whether a digit named it, or a place: such a code needs no understanding of the rest */
    private record Named(Code code, Set<Role> roles, boolean byDigit, String words, Rule rule) {

        boolean is(Role role) {
            return roles.contains(role);
        }

        @Override
        public String toString() {
            return "Named[" + rule + " " + code.id() + "]";
        }
    }

    void byWord(Code code, Set<Role> roles, String words, Rule rule) {
        named.add(new Named(code, roles, false, words, rule));
    }

    void byDigit(Code code, String words, Rule rule) {
        named.add(new Named(code, Set.of(), true, words, rule));
    }

    /** What named nothing, but is known. */
    void also(String words, Rule rule) {
        causes.add(new Cause(words, rule, ""));
        chatter |= rule == Rule.CHATTER;
        strayNumber |= rule == Rule.NOT_FIRST;
    }

    /** A word of which no reply is certain to be wanted: "not", "text". */
    void warning(String words, boolean negates) {
        also(words, Rule.PLAIN);
        warned = true;
        negated |= negates;
    }

    /** A number that may have been a code, whatever it was read as. */
    void doubtfulNumber() {
        strayNumber = true;
    }

    /** What nobody knows. */
    void unknown(String words, Rule rule, String code) {
        causes.add(new Cause(words, rule, code));
        unknown = true;
    }

    /** @param unclear the code of a text of unknown words; a word for something less grave counts only where all is known */
    Set<Code> meant(Code unclear) {
        doubtMildSlips();
        var meant = new HashSet<Code>();
        named.stream().filter(this::standsAlone).forEach(one -> meant.add(one.code()));
        var grave = meant.stream().anyMatch(code -> !code.mild() && !code.silences());
        named.stream().filter(one -> one.is(Role.OTHERWISE) && !grave).forEach(one -> meant.add(one.code()));
        var beside = meant.stream().anyMatch(code -> !code.mild());
        for (var one : named) {
            if (!standsAlone(one) && !one.is(Role.OTHERWISE) && counts(one, beside, unclear)) {
                meant.add(one.code());
            }
        }
        named.forEach(one -> causes.add(new Cause(one.words(), meant.contains(one.code()) ? one.rule() : whyNot(one),
                one.code().mark())));
        return meant;
    }

    /** "stole my hcild": beside another mild word, a slip of a mild word may be one of another, and is unknown. */
    private void doubtMildSlips() {
        if (named.stream().anyMatch(one -> !one.code().mild())) {
            return;
        }
        var doubtful = named.stream().filter(one -> one.rule() == Rule.SLIP
                && named.stream().anyMatch(other -> !other.byDigit() && !other.code().equals(one.code()))).toList();
        unknown |= !doubtful.isEmpty();
        named.removeAll(doubtful);
        doubtful.forEach(one -> causes.add(new Cause(one.words(), Rule.UNKNOWN, one.code().mark())));
    }

    private boolean standsAlone(Named one) {
        if (one.byDigit()) {
            return !chatter || one.code().silences() || one.rule() == Rule.PLACE;
        }
        return !one.code().mild() && !one.is(Role.BESIDE) && !one.is(Role.OTHERWISE) && !(one.is(Role.SOFT) && chatter);
    }

    private boolean counts(Named one, boolean grave, Code unclear) {
        if (one.byDigit() || one.is(Role.BESIDE) && !grave || one.is(Role.SOFT) && chatter) {
            return false;
        }
        var understood = !unknown && !chatter;
        return one.code().isGraverThan(unclear) ? understood || grave : (understood || grave && !unknown) && !negated;
    }

    private Rule whyNot(Named one) {
        return chatter ? Rule.CHATTER : one.is(Role.BESIDE) ? Rule.ALONE_MEANS_NOTHING : Rule.MILD_BESIDE_UNKNOWN;
    }

    /** The codes that were named and are not meant. */
    Set<Code> hinted(Set<Code> meant) {
        var hinted = new HashSet<Code>();
        named.stream().map(Named::code).filter(code -> !meant.contains(code)).forEach(hinted::add);
        return hinted;
    }

    /** The words that named a code. */
    String wordsOf(Code code) {
        return named.stream().filter(one -> one.code().equals(code)).findFirst().map(Named::words).orElse("");
    }

    boolean isWhollyKnown() {
        return !unknown && !strayNumber && !warned && !(named.isEmpty() && causes.isEmpty());
    }

    List<Cause> causes() {
        return causes;
    }
}
