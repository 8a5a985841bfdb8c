package gateway.contact;

import java.util.Locale;

/** How we may answer a contact point: with nothing, with a neutral text, or openly. Chosen at enrolment. */
public enum ReplyMode {
    SILENT, COVER, PLAIN;

    /** As the database writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReplyMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
