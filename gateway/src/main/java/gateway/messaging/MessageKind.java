package gateway.messaging;

import java.util.Locale;

/** Whether a message is read or heard. */
public enum MessageKind {
    TEXT, CALL;

    /** As the database writes it, and phrases name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
