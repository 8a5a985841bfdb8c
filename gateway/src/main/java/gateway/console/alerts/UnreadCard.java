package gateway.console.alerts;

import java.util.List;

/**
 * A report that nobody has read yet, with a button for each code.
 *
 * @param alert   the number of the alert that goes on for it
 * @param report  its id
 * @param left    how long it may still stay unread
 * @param guesses what it may mean, each with the words it came from
 * @param mayMute whether nothing grave has come for its alert, so that its sender may be muted
 */
public record UnreadCard(String alert, String report, String time, String words, String left, List<String> guesses,
        List<AlertDetails.Choice> codes, boolean coordinator, boolean mayMute) {

    public String path() {
        return "/alerts/" + alert;
    }

    @Override
    public String toString() {
        return "UnreadCard[" + alert + "]";
    }
}
