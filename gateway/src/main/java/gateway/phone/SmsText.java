package gateway.phone;

/** A text as it goes over the air: its encoding, how long it is, and in how many parts a phone gets it. */
public record SmsText(String words) {

    /** The alphabet of the phone network, or, when one letter is not in it, two bytes for each. */
    public enum Encoding { GSM_7, UCS_2 }

    // 3GPP TS 23.038, 6.2.1: the default alphabet, and the table one reaches by an escape.
    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION_TABLE = "\f^{}\\[~]|€";

    public Encoding encoding() {
        return words.chars().allMatch(letter -> isIn(DEFAULT_ALPHABET, letter) || isIn(EXTENSION_TABLE, letter))
                ? Encoding.GSM_7
                : Encoding.UCS_2;
    }

    /** Its length in septets, where some letters take two, or in UTF-16 units. */
    public int units() {
        return units(encoding());
    }

    /** The number of parts; a letter of two units is never cut in half, so a part may be one unit short. */
    public int segments() {
        var encoding = encoding();
        var units = units(encoding);
        return switch (encoding) {
            case GSM_7 -> units <= 160 ? 1 : parts(encoding, 153);
            case UCS_2 -> units <= 70 ? 1 : parts(encoding, 67);
        };
    }

    private int units(Encoding encoding) {
        return switch (encoding) {
            case GSM_7 -> words.length() + (int) words.chars().filter(letter -> isIn(EXTENSION_TABLE, letter)).count();
            case UCS_2 -> words.length();
        };
    }

    private int parts(Encoding encoding, int size) {
        var parts = 1;
        var used = 0;
        for (var at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
            var needed = unitsAt(encoding, at);
            if (used + needed > size) {
                parts++;
                used = 0;
            }
            used += needed;
        }
        return parts;
    }

    private int unitsAt(Encoding encoding, int at) {
        return switch (encoding) {
            case GSM_7 -> isIn(EXTENSION_TABLE, words.charAt(at)) ? 2 : 1;
            case UCS_2 -> Character.charCount(words.codePointAt(at));
        };
    }

    private static boolean isIn(String alphabet, int letter) {
        return alphabet.indexOf(letter) >= 0;
    }

    @Override
    public String toString() {
        return "SmsText[" + encoding() + ", units=" + units() + "]";
    }
}
