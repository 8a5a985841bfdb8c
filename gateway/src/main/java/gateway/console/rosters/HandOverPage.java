package gateway.console.rosters;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * The brief of a change of shift in one roster.
 *
 * @param last who went and who came lately; empty where nobody did
 * @param next who goes and who comes next; empty where nobody does soon
 */
public record HandOverPage(Frame frame, String roster, String last, String next, List<Line> lines) {

    /**
     * An open alert as those of a roster may know it.
     *
     * @param path  its page; empty where the reader may not open it
     * @param limit when it goes on by itself
     */
    public record Line(String alert, String path, String what, String holder, String limit, boolean hers) {}
}
