package gateway.asking;

/**
 * How wide a round of the last resort asks: every second round one circle more, each beside those before it. Pure.
 */
public enum Reach {
    /** Its roster alone. */
    LAST_RESORT,
    /** Everybody of the ladder's discipline, on shift or not. */
    DISCIPLINE,
    /** Every coordinator. */
    COORDINATORS,
    /** Any responder, to come as a companion: that ends no ladder. */
    COMPANIONS,
    /** Phones of other organisations, which are rung and told nothing. */
    OUTSIDE;

    /**
     * @param round    how often the last resort has been asked, this time among them: 1 at first
     * @param required whether the alert stays open without the ladder; others are worth no stranger's night
     */
    public static Reach of(int round, boolean required) {
        var widest = widest(required);
        var circle = values()[Math.clamp(round / 2, 0, values().length - 1)];
        return circle.takesIn(widest) ? widest : circle;
    }

    /** Where it ends; later rounds reach no further. */
    public static Reach widest(boolean required) {
        return required ? OUTSIDE : COORDINATORS;
    }

    public boolean takesIn(Reach circle) {
        return compareTo(circle) >= 0;
    }
}
