package gateway.console.rosters;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * One roster's covers, surge plans and calendar, for coordinators.
 *
 * @param members  the aliases of those who may be put on call
 * @param everyone the aliases of all members
 */
public record CoversPage(Frame frame, RosterPage.Week week, List<Line> covers, List<Line> surges, List<String> members,
        List<String> everyone) {

    /**
     * A cover, or a part of a surge plan.
     *
     * @param withdrawal where it is withdrawn; empty for one of the network file
     */
    public record Line(String what, String withdrawal) {}
}
