package gateway.messaging;

import java.util.Locale;

/** Why a message is sent. */
public enum Purpose {
    DISPATCH, STAND_DOWN, ANSWER, NOTICE, COVER_REPLY, PLAIN_REPLY, CALL_BACK, BRIDGE;

    /** As the database and the metrics write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Purpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
