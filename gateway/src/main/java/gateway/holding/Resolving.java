package gateway.holding;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.Arrestees;
import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;
import java.util.List;
import java.util.Set;

/** A coordinator says how it ended, for every arrestee; the ladders end, and whoever was asked is told once. */
public final class Resolving {

    private final Alerts alerts;
    private final Arrestees arrestees;
    private final Ladders ladders;
    private final StandDown standDown;
    private final Set<String> knownOutcomes;

    /** @param knownOutcomes the ids of the pack's outcomes */
    public Resolving(Alerts alerts, Arrestees arrestees, Ladders ladders, StandDown standDown, Set<String> knownOutcomes) {
        this.alerts = alerts;
        this.arrestees = arrestees;
        this.ladders = ladders;
        this.standDown = standDown;
        this.knownOutcomes = knownOutcomes;
    }

    /** @param outcomes one of the pack's for each arrestee, in their order */
    public ResolveResult resolve(Transaction tx, LockedAlert alert, MemberId by, List<String> outcomes, String words) {
        if (alert.state() == AlertState.RESOLVED) {
            return ResolveResult.ALREADY_RESOLVED;
        }
        var held = arrestees.of(tx, alert.alert().id());
        if (outcomes.size() != held.size() || !knownOutcomes.containsAll(outcomes)) {
            return ResolveResult.OUTCOME_MISSING;
        }
        var now = tx.now();
        for (var i = 0; i < outcomes.size(); i++) {
            arrestees.setOutcome(tx, held.get(i), outcomes.get(i));
        }
        alerts.save(tx, alert.alert().resolve(now));
        for (var ladder : alert.ladders(Ladder.Living.class)) {
            ladders.save(tx, ladder.end());
            standDown.tellAll(tx, alert, ladder, by);
        }
        alert.tell(tx, Actor.of(by), new AlertEntry.Resolved(outcomes, words));
        return ResolveResult.RESOLVED;
    }
}
