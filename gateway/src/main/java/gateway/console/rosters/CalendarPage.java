package gateway.console.rosters;

import gateway.console.frame.Frame;

/**
 * A new calendar address, shown once.
 *
 * @param whose   what it tells of, as a sentence
 * @param address the whole of it
 * @param back    where the reader came from
 */
public record CalendarPage(Frame frame, String whose, String address, String back) {

    @Override
    public String toString() {
        return "CalendarPage[masked]";
    }
}
