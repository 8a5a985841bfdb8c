package gateway.console;

import java.util.List;

/** Who is on call now, and where the gaps of the next seven days are. */
public record RosterPage(Frame frame, List<OnCallNow> rosters) {

    /** @param onCall the aliases of those on call; empty when nobody is */
    public record OnCallNow(String name, String discipline, String zone, String onCall, List<String> gaps) {}
}
