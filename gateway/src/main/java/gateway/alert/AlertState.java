package gateway.alert;

import java.util.Collection;
import java.util.Locale;

/** An alert's state, derived from its ladders: open while a required one has no holder. */
public enum AlertState {
    OPEN, ACKNOWLEDGED, RESOLVED;

    public static AlertState of(Collection<Ladder> ladders) {
        if (ladders.stream().allMatch(Ladder.Ended.class::isInstance)) {
            return RESOLVED;
        }
        return ladders.stream().filter(ladder -> ladder.discipline().isRequired()).allMatch(ladder -> ladder.holder().isPresent())
                ? ACKNOWLEDGED : OPEN;
    }

    /** As a page shows it from the ladders that can be read: an alert that nobody resolved is never shown as resolved. */
    public static AlertState of(Alert alert, Collection<Ladder> readable) {
        var state = of(readable);
        return state == RESOLVED && alert.resolvedAt() == null ? OPEN : state;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
