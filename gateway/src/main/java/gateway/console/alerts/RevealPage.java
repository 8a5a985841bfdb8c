package gateway.console.alerts;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * The number an alert came from, shown once.
 *
 * @param words the reports that hold a word which was checked, as they were written
 */
public record RevealPage(Frame frame, String number, String sender, List<String> words) {

    @Override
    public String toString() {
        return "RevealPage[" + number + "]";
    }
}
