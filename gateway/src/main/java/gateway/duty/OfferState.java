package gateway.duty;

import java.util.Locale;

/**
 * Where an offered shift stands.
 *
 * <pre>
 *   OPEN ──COVER──▶ TAKEN ──BACK, until it begins──▶ WITHDRAWN
 *    │ ▲              ▲
 *    │ └──declined──┐ │ with a coordinator's say
 *    ├──COVER──▶ WAITING   (where the roster wants it)
 *    ├──BACK───▶ WITHDRAWN
 *    ├──▶ COVERED (somebody stands in by a coordinator's cover)
 *    └──▶ OVER (the shift is)
 * </pre>
 */
public enum OfferState {
    OPEN, WAITING, TAKEN, WITHDRAWN, COVERED, OVER;

    boolean isOpen() {
        return this == OPEN || this == WAITING;
    }

    /** As the database and phrases write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OfferState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
