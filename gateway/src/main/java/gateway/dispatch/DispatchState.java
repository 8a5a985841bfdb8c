package gateway.dispatch;

import java.util.Locale;

/**
 * Where a dispatch stands. Its reply code lives while it is asked, unreached or taken.
 *
 * <pre>
 *   ASKED ──▶ TAKEN ──▶ HANDED_BACK
 *     │  ◀──── lapse
 *     ├──▶ UNREACHED (the carrier could not reach the phone; a late TAKE still counts)
 *     ├──▶ PASSED
 *     ├──▶ STOOD_DOWN (somebody else has it)
 *     └──▶ ENDED (resolved, or the phone may no longer be asked)
 * </pre>
 */
public enum DispatchState {
    ASKED, UNREACHED, TAKEN, PASSED, HANDED_BACK, STOOD_DOWN, ENDED;

    public boolean isLive() {
        return this == ASKED || this == UNREACHED || this == TAKEN;
    }

    /** As the database writes it, and the phrases {@code dispatch-state.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static DispatchState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
