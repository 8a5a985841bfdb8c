package gateway.codebook;

/**
 * Words that name a code.
 *
 * @param folded with a space between words
 */
record Alias(String folded, Code code) {

    /** Its words written together. */
    String spelt() {
        return folded.replace(" ", "");
    }

    boolean isLatin() {
        return spelt().codePoints().allMatch(letter -> Character.isLetter(letter)
                && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    /** Of several words, or of one so short that others are near it, none. */
    int allowedSlips() {
        return folded.contains(" ") ? 0 : Slips.allowedFor(folded);
    }

    boolean meansTheSameAs(Alias other) {
        return code.id().equals(other.code.id());
    }
}
