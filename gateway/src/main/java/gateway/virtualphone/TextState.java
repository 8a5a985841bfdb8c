package gateway.virtualphone;

import java.util.Locale;

/** How far a text on a virtual phone has come. The first four are of texts to the phone, the others of texts from it. */
public enum TextState {
    ON_ITS_WAY, DELIVERED, UNDELIVERED, REFUSED, SENDING, SENT, FAILED;

    /** As the database and the phrases write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TextState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As style sheets and phrase files write it. */
    public String key() {
        return word().replace('_', '-');
    }
}
