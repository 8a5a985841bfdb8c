package gateway.member;

import java.util.Locale;

/** Why nothing is sent to a responder's phone any more: lost (or seized), or it opted out at its carrier. */
public enum BarReason {
    LOST, OPTED_OUT;

    /** As the database writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static BarReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
