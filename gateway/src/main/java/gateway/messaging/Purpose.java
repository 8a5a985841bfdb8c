package gateway.messaging;

import java.util.Locale;

/** Why a message is sent. */
public enum Purpose {
    DISPATCH, STAND_DOWN, ANSWER,
    /** An answer to a reply code that lives: the only thing that goes to a phone in its quiet. */
    ANSWER_TO_CODE,
    NOTICE, COVER_REPLY, PLAIN_REPLY, CALL_BACK, BRIDGE;

    /** Whether it is sent though whoever is meant is inside a station. */
    public boolean reachesQuietPhones() {
        return this == ANSWER_TO_CODE;
    }

    /** As the database and the metrics write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Purpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
