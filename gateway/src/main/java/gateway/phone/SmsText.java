package gateway.phone;

import java.util.function.IntUnaryOperator;

/** A text as it goes over the air: its encoding, how long it is, and in how many parts a phone gets it. */
public record SmsText(String words) {

    /** The alphabet of the phone network, or, when one letter is not in it, two bytes for each. */
    public enum Encoding { GSM_7, UCS_2 }

    // 3GPP TS 23.038, 6.2.1: the default alphabet, and the table one reaches by an escape.
    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION_TABLE = "\f^{}\\[~]|€";

    /** For each letter how many septets it takes; 0 where the phone network's alphabet has none for it. */
    private static final byte[] SEPTETS = septets();

    public Encoding encoding() {
        return words.chars().allMatch(letter -> septets(letter) > 0) ? Encoding.GSM_7 : Encoding.UCS_2;
    }

    /** Its length in septets, where some letters take two, or in UTF-16 units. */
    public int units() {
        return switch (encoding()) {
            case GSM_7 -> words.chars().map(SmsText::septets).sum();
            case UCS_2 -> words.length();
        };
    }

    /** The number of parts; a letter of two units is never cut in half, so a part may be one unit short. */
    public int segments() {
        return switch (encoding()) {
            case GSM_7 -> units() <= 160 ? 1 : parts(153, SmsText::septets);
            case UCS_2 -> words.length() <= 70 ? 1 : parts(67, Character::charCount);
        };
    }

    private int parts(int size, IntUnaryOperator units) {
        var parts = 1;
        var used = 0;
        for (var at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
            var needed = units.applyAsInt(words.codePointAt(at));
            if (used + needed > size) {
                parts++;
                used = 0;
            }
            used += needed;
        }
        return parts;
    }

    private static int septets(int letter) {
        return letter < SEPTETS.length ? SEPTETS[letter] : 0;
    }

    private static byte[] septets() {
        var septets = new byte['\u20ac' + 1];
        DEFAULT_ALPHABET.chars().forEach(letter -> septets[letter] = 1);
        EXTENSION_TABLE.chars().forEach(letter -> septets[letter] = 2);
        return septets;
    }

    @Override
    public String toString() {
        return "SmsText[" + encoding() + ", units=" + units() + "]";
    }
}
