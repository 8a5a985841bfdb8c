package gateway.virtualphone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a virtual phone can be reached, so that failure can be seen. */
public enum PhoneSwitch {
    /** A text is there at once. */
    ON,
    /** A text is accepted, but arrives late. */
    SLOW,
    /** A text is accepted, but never arrives. */
    OFF,
    /** No text is accepted for this number. */
    REFUSED;

    /** As forms and phrases write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PhoneSwitch> read(@Nullable String word) {
        return Arrays.stream(values()).filter(position -> position.word().equals(word)).findFirst();
    }
}
