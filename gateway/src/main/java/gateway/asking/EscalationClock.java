package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.CheckIns;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.DispatchState;
import gateway.entry.HoldingEntry;
import gateway.escalation.NextStep;
import gateway.escalation.Plans;
import gateway.member.MemberId;
import gateway.safety.Safety;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attends to every ladder whose moment has come: asks the next step, or lets a missed check-in lapse. One alert a
 * transaction; one that fails waits alone, a little longer each time, and the others go on.
 */
public final class EscalationClock {

    private static final Logger log = LoggerFactory.getLogger(EscalationClock.class);

    private final Heart heart;
    private final Dispatching dispatching;
    private final Plans plans;
    private final Candidates candidates;
    private final AskingActs askingActs;
    private final Standings standings;
    private final Safety safety;
    private final CheckIns checkIns;
    private final DueRows<AlertId> due;

    public EscalationClock(Database database, Heart heart, Dispatching dispatching, Plans plans, AskingActs askingActs,
            Safety safety, CheckIns checkIns) {
        this.dispatching = dispatching;
        this.askingActs = askingActs;
        this.heart = heart;
        this.plans = plans;
        this.safety = safety;
        this.candidates = new Candidates(plans.rosters(), dispatching.members());
        this.standings = new Standings(dispatching.dispatches(), safety.timers());
        this.checkIns = checkIns;
        this.due = new DueRows<>(database, "Alert", alert -> alert, (tx, id) -> attend(tx, id),
                (tx, id) -> heart.ladders().putOff(tx, id, tx.now()));
    }

    /** Attends to all that is due now; whoever comes due while it works is seen too. */
    public Optional<Instant> tick() {
        return due.claimingTurn(tx -> heart.ladders().claimDue(tx, tx.now()), heart.ladders()::nextDue);
    }

    private void attend(Transaction tx, AlertId id) {
        heart.alerts().lock(tx, id).ifPresentOrElse(alert -> attend(tx, alert), () -> {
            log.error("Alert {} is unresolved and it cannot be opened; nobody can be asked for it", id);
            heart.ladders().putOff(tx, id, tx.now());
        });
    }

    private void attend(Transaction tx, LockedAlert alert) {
        for (var ladder : alert.ladders()) {
            if (ladder.nextAt().filter(at -> !at.isAfter(tx.now())).isPresent()) {
                switch (ladder) {
                    case Ladder.Climbing climbing -> askNext(tx, alert, climbing);
                    case Ladder.Acknowledged held -> lapse(tx, alert, held);
                    case Ladder.Ended _ -> { }
                }
            }
        }
    }

    private void lapse(Transaction tx, LockedAlert alert, Ladder.Acknowledged ladder) {
        var now = tx.now();
        var holder = ladder.by();
        heart.ladders().save(tx, ladder.letGo(now));
        heart.leases().lapse(tx, ladder, holder, now);
        alert.tell(tx, Actor.GATEWAY, new HoldingEntry.Lapsed(ladder.discipline(), holder));
        dispatching.dispatches().liveOf(tx, ladder, holder).ifPresent(dispatch -> {
            dispatching.dispatches().writing().move(tx, dispatch, DispatchState.ASKED, now);
            if (safety.pretences().find(tx, dispatch.id()).isEmpty() && !safety.pretences().goesOn(tx, dispatch, ladder, checkIns)) {
                dispatching.members().find(tx, holder).ifPresent(member -> dispatching.telling().tellOfLapse(tx, alert, dispatch, member,
                        ladder.isCarriedOnByText(checkIns)));
            }
        });
    }

    private void askNext(Transaction tx, LockedAlert alert, Ladder.Climbing ladder) {
        var policy = plans.policies().find(tx, ladder.policy()).orElseThrow();
        var next = policy.after(ladder.discipline(), ladder.climb());
        var before = dispatching.dispatches().liveOrPassedOf(tx, ladder);
        var plan = plan(tx, alert, ladder, next, tx.now());
        askingActs.asking().ask(tx, alert, ladder, plan, next, before);
        heart.ladders().save(tx, plan.ladder());
        alert.tell(tx, Actor.GATEWAY, plan.entry().withoutPlans());
        if (next instanceof NextStep.Exhausted) {
            heart.ladders().unattended().askedNobody(tx, ladder, plan.asked().isEmpty(), tx.now());
            askWider(tx, alert, ladder, plan);
        }
        if (plan.asked().isEmpty()) {
            log.error("Alert {}: nobody can be asked at step {} of {}", alert.alert().number(), plan.entry().step(),
                    ladder.discipline().word());
            if (!policy.isRepeat(ladder.discipline(), ladder.climb())) {
                dispatching.telling().coordinators().tellAtOnce(tx, alert, "notice.nobody-on-call",
                        Map.of("number", alert.alert().number().toString()));
            }
        }
    }

    private void askWider(Transaction tx, LockedAlert alert, Ladder ladder, StepPlan plan) {
        var reach = Widening.reach(ladder.discipline(), plan);
        if (reach.takesIn(Reach.COMPANIONS)) {
            askingActs.moreHands().askOthers(tx, alert, ladder, widening(tx, dispatching.telling().zone(tx, alert)).others(plan.asked()), tx.now());
        }
        if (reach.takesIn(Reach.OUTSIDE)) {
            askingActs.ringingOutside().ring(tx, alert, askingActs.matchings().of(tx, alert.alert(), List.of(), tx.now()).need().grave(),
                    Duration.between(tx.now(), plan.entry().nextAt()));
        }
    }

    private Widening widening(Transaction tx, ZoneId zone) {
        return new Widening(plans.rosters().all(tx), dispatching.members().all(tx), zone);
    }

    private StepPlan plan(Transaction tx, LockedAlert alert, Ladder.Climbing ladder, NextStep next, Instant now) {
        var zone = dispatching.telling().zone(tx, alert);
        var wider = next instanceof NextStep.Exhausted
                ? widening(tx, zone).of(ladder.discipline(), next.after().round()) : Widening.NOBODY;
        var onCall = Stream.concat(candidates.of(tx, next, zone, now).stream(), wider.asked().stream()).toList();
        var everybody = Stream.concat(onCall.stream(), wider.ifNobody().stream()).toList();
        var all = everybody.stream().map(candidate -> candidate.member().id()).toList();
        var matching = askingActs.matchings().of(tx, alert.alert(), everybody, now);
        var plan = StepPlan.of(ladder, next, onCall, wider.ifNobody(), standings.of(tx, ladder, all, now), matching, now);
        return next instanceof NextStep.Exhausted(_, var patience, _)
                ? plan.ringing(rung(tx, alert, plan, matching, patience, now), patience) : plan;
    }

    /** Nobody's sleep is kept from what is grave; for what is not, only who chose a call has a second. */
    private Set<MemberId> rung(Transaction tx, LockedAlert alert, StepPlan plan, Matching matching, Duration patience, Instant now) {
        var mayRing = plan.asked().stream().filter(matching::mayRing).map(candidate -> candidate.member().id()).toList();
        var again = plan.asked().stream().filter(candidate -> matching.need().grave() || plan.manner(candidate).callAfter() != null)
                .map(candidate -> candidate.member().id()).collect(Collectors.toSet());
        return RoundRings.of(mayRing, again, dispatching.rings().ofAlert(tx, alert.alert().id()), patience, now);
    }
}
