package gateway.messaging;

import java.util.Locale;

/** Which conversation a notice by call is. */
public enum Talk {
    /** Whoever has an alert is asked for her PIN, since texts carry her no further. */
    LEASE,
    /** A coordinator has to know of something at once, and says that she does. */
    SUMMONS,
    /** A phone of another organisation hears one neutral sentence. */
    OUTSIDE;

    /** As the database writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Talk of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
