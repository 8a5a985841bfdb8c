package gateway.member;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a responder wants no call for what is not grave: a text then, and no ring. */
public enum Quiet {
    NEVER, AT_NIGHT, ALWAYS;

    /** As forms and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Quiet> read(String word) {
        return Arrays.stream(values()).filter(quiet -> quiet.word().equals(word)).findFirst();
    }
}
