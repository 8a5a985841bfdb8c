package gateway.console.alerts;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * The board: what is open, what somebody has, what ended lately.
 *
 * @param page    which page of the unresolved alerts it is, from 1
 * @param pages   how many there are
 * @param inside   those who are inside a station, or overdue
 * @param faults   what stops somebody from being asked: alerts whose turns fail, and rows that cannot be read
 * @param warnings for coordinators, until one has seen them
 * @param notices  what the coordinator who looks was to be told lately, told or held back
 */
public record BoardPage(Frame frame, String summary, List<AlertCard> open, List<AlertCard> acknowledged,
        List<AlertCard> resolved, int page, int pages, List<Standing> warnings, List<Inside> inside,
        List<String> notices, List<String> faults) {

    /** Whoever is inside a station, and the alert for which. */
    public record Inside(String alert, TimerView timer) {}

    /** What a coordinator has still to see. */
    public record Standing(String id, String text) {}

    public boolean isEmpty() {
        return open.isEmpty() && acknowledged.isEmpty();
    }
}
