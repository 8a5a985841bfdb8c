package gateway.console.people;

import gateway.console.frame.Frame;
import java.util.List;
import java.util.Map;

/**
 * The members, and what can be said of their phones; never a number.
 *
 * @param verified until when each one's phone is verified, and whether a code waits, by alias
 * @param standing why somebody is not asked, or asked last, by alias
 */
public record MemberPage(Frame frame, List<Line> members, Map<String, String> verified, Map<String, String> standing) {

    /**
     * @param mayLose whether there is a phone that could be lost
     * @param refused whether its carrier takes no texts for it
     */
    public record Line(String alias, String roles, String phone, boolean reachable, boolean mayLose, boolean lost,
            boolean refused) {}
}
