package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.StepPlan.Candidate;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.AskedAgain;
import gateway.entry.AskingEntry;
import gateway.escalation.Climb;
import gateway.escalation.NextStep;
import gateway.escalation.Plans;
import gateway.member.MemberId;
import gateway.safety.SafetyTimers;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks whoever was passed over while her phone was in doubt, once it is not: for each alert that nobody has, on the ladders
 * whose steps, as far as they have been asked, mean her. One alert a transaction.
 */
public final class AskingAgain {

    private static final int A_TURN = 200;

    private final AskedAgain askedAgain;
    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Plans plans;
    private final Candidates candidates;
    private final Standings standings;
    private final Asking asking;
    private final DueRows<AskedAgain.Due> due;

    public AskingAgain(Database database, AskedAgain askedAgain, Alerts alerts, Dispatching dispatching, Plans plans,
            SafetyTimers timers, Asking asking) {
        this.dispatching = dispatching;
        this.plans = plans;
        this.askedAgain = askedAgain;
        this.alerts = alerts;
        this.candidates = new Candidates(plans.rosters(), dispatching.members());
        this.standings = new Standings(dispatching.dispatches(), timers);
        this.asking = asking;
        this.due = new DueRows<>(database, "To be asked again, alert", AskedAgain.Due::alert, this::attend);
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> askedAgain.due(tx, A_TURN));
    }

    private void attend(Transaction tx, AskedAgain.Due due) {
        var alert = alerts.lock(tx, due.alert());
        if (askedAgain.remove(tx, due)) {
            alert.ifPresent(open -> open.ladders(Ladder.Climbing.class)
                    .forEach(ladder -> ask(tx, open, ladder, due.member(), tx.now())));
        }
    }

    private void ask(Transaction tx, LockedAlert alert, Ladder ladder, MemberId id, Instant now) {
        if (dispatching.dispatches().liveOf(tx, ladder, id).isPresent()) {
            return;
        }
        var obstacles = standings.of(tx, ladder, List.of(id), now);
        meant(tx, alert, ladder, id, now)
                .filter(candidate -> StepPlan.whyNot(candidate.member(), obstacles, false).isEmpty())
                .ifPresent(candidate -> {
                    asking.askAlone(tx, alert, ladder, candidate);
                    alert.tell(tx, Actor.GATEWAY, new AskingEntry.ReliefAsked(ladder.discipline(), null, List.of(id)));
                });
    }

    /** Whom the steps that have been asked mean, and after them the last resort. */
    private Optional<Candidate> meant(Transaction tx, LockedAlert alert, Ladder ladder, MemberId id, Instant now) {
        var climb = ladder.climb();
        var policy = plans.policies().find(tx, ladder.policy()).orElseThrow();
        var zone = dispatching.telling().zone(tx, alert);
        var all = new ArrayList<Candidate>();
        for (var step = 0; step < climb.step(); step++) {
            all.addAll(candidates.of(tx, policy.after(ladder.discipline(), new Climb(step, 0)), zone, now));
        }
        var last = policy.after(ladder.discipline(), climb);
        if (climb.round() > 0 && last instanceof NextStep.Exhausted) {
            all.addAll(candidates.of(tx, last, zone, now));
            dispatching.members().coordinators(tx).forEach(member -> all.add(new Candidate(member, zone)));
        }
        return all.stream().filter(candidate -> candidate.member().id().equals(id)).findFirst();
    }
}
