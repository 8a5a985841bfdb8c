package gateway.entry;

import java.util.Locale;

/** By which door an act came. */
public enum Way {
    TEXT, PAGE, CALL,
    /** A call in which she gave her PIN. */
    PIN;

    /** Whether she showed more than her phone, which may be in other hands. */
    public boolean proves() {
        return this == PAGE || this == PIN;
    }

    /** As phrases name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
