package gateway.contact;

import java.util.Locale;

/** How a hotline answers strangers: with nothing, or with one neutral reply where that is allowed. */
public enum Answer {
    SILENT, COVER;

    /** As files and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Answer of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
