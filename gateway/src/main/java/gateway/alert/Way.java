package gateway.alert;

import java.util.Locale;

/** By which door an act came. */
public enum Way {
    TEXT, PAGE, CALL;

    /** As phrases name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
