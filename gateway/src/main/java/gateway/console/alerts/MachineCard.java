package gateway.console.alerts;

/**
 * A text that woke nobody and that nobody has read.
 *
 * @param from a machine's name; of a number the last digits
 */
public record MachineCard(String id, String from, String time, String words) {

    public String path() {
        return "/unread/machines/" + id;
    }

    @Override
    public String toString() {
        return "MachineCard[" + id + "]";
    }
}
