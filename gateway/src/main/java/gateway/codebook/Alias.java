package gateway.codebook;

/**
 * Words that name a code.
 *
 * @param folded with a space between words
 * @param spelt  written together
 * @param exact  whether it is read only as it is written, and with no slip of the hand
 * @param letters which letters stand in it, a bit for each
 */
record Alias(String folded, String spelt, Code code, boolean exact, int letters) {

    Alias(String folded, Code code, boolean exact) {
        this(folded, folded.replace(" ", ""), code, exact,
                folded.replace(" ", "").chars().reduce(0, (letters, letter) -> letters | 1 << (letter & 31)));
    }

    /** Of one word; a phrase of a lexicon is read as it is written, and no slip makes another of it. */
    boolean isOneWord() {
        return spelt.length() == folded.length();
    }

    boolean isLatin() {
        return spelt.codePoints().allMatch(letter -> letter < 0x80 ? letter >= 'a' && letter <= 'z' : Character.isLetter(letter)
                && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    /** Words differ before codes do. */
    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /** Of several words, or of one so short that others are near it, none. */
    int allowedSlips() {
        return exact || spelt.length() < folded.length() ? 0 : Slips.allowedFor(spelt);
    }

    boolean meansTheSameAs(Alias other) {
        return code.id().equals(other.code.id());
    }

    /** A quick look: a slip changes two letters at most. */
    boolean mayBeWithin(Alias other, int slips) {
        return Integer.bitCount(letters ^ other.letters) <= 2 * slips;
    }
}
