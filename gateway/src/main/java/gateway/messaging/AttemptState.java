package gateway.messaging;

import java.util.Locale;

/** What is known of one attempt. It only moves forward: by the carrier's answer first, then by its receipts. */
public enum AttemptState {
    SENDING(0), NOT_TAKEN(1), UNKNOWN(1), ACCEPTED(2), SENT(3), REFUSED(4), DELIVERED(4), UNDELIVERED(4);

    private final int rank;

    AttemptState(int rank) {
        this.rank = rank;
    }

    /** As the database and the metrics write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AttemptState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What is known once this has been heard too: receipts come doubled, reversed, and before the carrier's answer. */
    AttemptState then(AttemptState heard) {
        return heard.rank > rank ? heard : this;
    }
}
