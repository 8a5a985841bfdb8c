package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.Ladder;
import gateway.codebook.Codebook;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * In which order the board shows unresolved alerts, for somebody just woken who reads only the first lines: open ones first, of
 * those the ones nobody has at all, then the gravest by the pack's order, then the oldest.
 */
record BoardOrder(Codebook codebook, Map<AlertId, List<Ladder>> ladders) {

    Comparator<Alert> comparator() {
        return Comparator.<Alert, AlertState>comparing(alert -> AlertState.of(alert, of(alert)))
                .thenComparing(alert -> of(alert).stream().anyMatch(ladder -> ladder.holder().isPresent()))
                .thenComparingInt(alert -> codebook.byId(alert.code()).orElse(codebook.unclear()).gravity())
                .thenComparing(Alert::openedAt);
    }

    private List<Ladder> of(Alert alert) {
        return ladders.getOrDefault(alert.id(), List.of());
    }
}
