package gateway.codebook;

/**
 * Words that name a code.
 *
 * @param folded with a space between words
 * @param spelt  written together
 * @param exact  whether it is read only as it is written, and with no slip of the hand
 * @param letters which letters stand in it, a bit for each
 * @param isLatin whether all of them are Latin
 */
record Alias(String folded, String spelt, Code code, boolean exact, int letters, boolean isLatin) {

    Alias(String folded, Code code, boolean exact) {
        this(folded, folded.replace(" ", ""), code, exact);
    }

    private Alias(String folded, String spelt, Code code, boolean exact) {
        this(folded, spelt, code, exact, Slips.lettersOf(spelt), isLatin(spelt));
    }

    /** Of one word; a phrase of a lexicon is read as it is written, and no slip makes another of it. */
    boolean isOneWord() {
        return spelt.length() == folded.length();
    }

    private static boolean isLatin(String spelt) {
        for (var at = 0; at < spelt.length(); at++) {
            var letter = spelt.codePointAt(at);
            if (letter < 0x80 ? letter < 'a' || letter > 'z' : !Character.isLetter(letter)
                    || Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN) {
                return false;
            }
        }
        return true;
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

    boolean mayBeWithin(Alias other, int slips) {
        return Slips.mayBeWithin(letters, other.letters, slips);
    }
}
