package gateway.duty;

import java.util.Locale;

/**
 * Where a promise stands. It may be given until the shift is over.
 *
 * <pre>
 *   ASKED ──ON──▶ GIVEN ──OFF──▶ ASKED
 *     │ the shift begins  ▲
 *     ▼                   │ ON
 *   MISSED ─────────────▶ │    (who was on before stays on)
 *     │ a little later    │
 *     ▼                   │
 *    TOLD ────────────────┘    (the coordinators have been told)
 *     └──▶ OVER (the shift is over, or hers no longer)
 * </pre>
 */
public enum PromiseState {
    ASKED, MISSED, TOLD, GIVEN, OVER;

    /** Whether her word is waited for. */
    boolean isOpen() {
        return this == ASKED || isMissed();
    }

    boolean isMissed() {
        return this == MISSED || this == TOLD;
    }

    /** As the database writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PromiseState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
