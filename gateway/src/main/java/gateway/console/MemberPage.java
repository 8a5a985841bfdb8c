package gateway.console;

import java.util.List;
import java.util.Map;

/**
 * The members, and what can be said of their phones; never a number.
 *
 * @param verified until when each one's phone is verified, and whether a code waits, by alias
 */
public record MemberPage(Frame frame, List<Line> members, Map<String, String> verified) {

    /** @param mayLose whether there is a phone that could be lost */
    public record Line(String alias, String roles, String phone, boolean reachable, boolean mayLose) {}
}
