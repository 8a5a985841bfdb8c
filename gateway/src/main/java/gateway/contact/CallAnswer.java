package gateway.contact;

import java.util.Locale;

/** What a hotline does with a call, beside opening an alert: a menu of keys, or nothing but the missed call itself. */
public enum CallAnswer {
    MENU, FLASH;

    /** As files and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CallAnswer of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
