package gateway.asking;

import gateway.alert.AlertId;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.safety.Obstacles;
import gateway.safety.SafetyTimers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether and when ladders would ask somebody now, as the escalation clock would find it. */
public final class StandingFor {

    private StandingFor() {}

    /** For each of these alerts, by alias. */
    public static Map<AlertId, Map<String, Standing>> of(Transaction tx, Dispatches dispatches, SafetyTimers timers, List<AlertId> alerts,
            List<Member> members) {
        var strangers = new Standings(dispatches, timers).of(tx, ids(members));
        return alerts.stream().collect(Collectors.toMap(alert -> alert, alert -> {
            var reporters = dispatches.asked().reportersOf(tx, alert);
            return of(members, new Obstacles(strangers.reporting(), reporters.first(), reporters.merged(), strangers.passed(),
                    strangers.later(), strangers.timers()));
        }));
    }

    /** For an alert that would come now from a stranger, by alias. */
    public static Map<String, Standing> of(Transaction tx, Dispatches dispatches, SafetyTimers timers, List<Member> members) {
        return of(members, new Standings(dispatches, timers).of(tx, ids(members)));
    }

    private static Map<String, Standing> of(List<Member> members, Obstacles obstacles) {
        return members.stream().collect(Collectors.toMap(Member::alias, member -> Standing.of(member, obstacles)));
    }

    private static List<MemberId> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }
}
