package gateway.codebook;

/**
 * Words that name a code.
 *
 * @param folded with a space between words
 * @param spelt  written together
 */
record Alias(String folded, String spelt, Code code) {

    Alias(String folded, Code code) {
        this(folded, folded.replace(" ", ""), code);
    }

    boolean isLatin() {
        return spelt.codePoints().allMatch(letter -> Character.isLetter(letter)
                && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    /** Of several words, or of one so short that others are near it, none. */
    int allowedSlips() {
        return spelt.length() < folded.length() ? 0 : Slips.allowedFor(spelt);
    }

    boolean meansTheSameAs(Alias other) {
        return code.id().equals(other.code.id());
    }
}
