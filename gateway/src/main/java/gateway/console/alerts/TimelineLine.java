package gateway.console.alerts;

import java.util.List;

/**
 * One entry of a timeline in plain words.
 *
 * @param exact   the time to the second, for the machine and the curious
 * @param who     who did it
 * @param details what else it brought, a sentence each
 * @param said    words somebody wrote; empty when there are none
 */
public record TimelineLine(String time, String exact, String who, String text, List<String> details, String said) {

    static TimelineLine unreadable(String text) {
        return new TimelineLine("", "", "", text, List.of(), "");
    }
}
