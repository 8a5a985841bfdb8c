package gateway.member;

import java.util.Locale;

/** Why nothing is sent to a responder's phone any more: it is lost, or seized. */
public enum BarReason {
    LOST;

    /** As the database writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static BarReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
