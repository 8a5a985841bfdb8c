package gateway.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The only kinds of place a pack may name: one where people work is none of them. */
public enum PlaceKind {
    PARK, CUSTODY;

    public static Optional<PlaceKind> read(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }
}
