package gateway.console;

import java.util.List;

/** The members, and what can be said of their phones; never a number. */
public record MemberPage(Frame frame, List<Line> members) {

    /** @param mayLose whether there is a phone that could be lost */
    public record Line(String alias, String roles, String phone, boolean reachable, boolean mayLose) {}
}
