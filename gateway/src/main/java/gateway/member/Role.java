package gateway.member;

import java.util.Locale;

/** What a member may do: a coordinator runs the console, a responder is asked to take alerts. */
public enum Role {
    COORDINATOR, RESPONDER;

    /** As files and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
