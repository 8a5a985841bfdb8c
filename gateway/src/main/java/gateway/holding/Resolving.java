package gateway.holding;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.member.MemberId;
import java.util.List;
import java.util.Set;

/** A coordinator says how it ended, for every arrestee; the ladders end, and whoever was asked is told once. */
public final class Resolving {

    private final Heart heart;
    private final StandDown standDown;
    private final Set<String> knownOutcomes;

    /** @param knownOutcomes the ids of the pack's outcomes */
    public Resolving(Heart heart, StandDown standDown, Set<String> knownOutcomes) {
        this.heart = heart;
        this.standDown = standDown;
        this.knownOutcomes = knownOutcomes;
    }

    /** @param outcomes one of the pack's for each arrestee, in their order */
    public ResolveResult resolve(Transaction tx, LockedAlert alert, MemberId by, List<String> outcomes, String words) {
        if (alert.state() == AlertState.RESOLVED) {
            return ResolveResult.ALREADY_RESOLVED;
        }
        var held = heart.arrestees().of(tx, alert.alert().id());
        if (outcomes.size() != held.size() || !knownOutcomes.containsAll(outcomes)) {
            return ResolveResult.OUTCOME_MISSING;
        }
        var now = tx.now();
        for (var i = 0; i < outcomes.size(); i++) {
            heart.arrestees().setOutcome(tx, held.get(i), outcomes.get(i));
        }
        heart.alerts().save(tx, alert.alert().resolve(now));
        for (var ladder : alert.ladders(Ladder.Living.class)) {
            heart.ladders().save(tx, ladder.end());
            standDown.tellAll(tx, alert, ladder, by);
        }
        alert.tell(tx, Actor.of(by), new AlertEntry.Resolved(outcomes, words));
        return ResolveResult.RESOLVED;
    }
}
