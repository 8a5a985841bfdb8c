package gateway.safety;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.CheckingIn;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.AskedAgain;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.entry.HoldingEntry;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A responder who has an alert, or is beside whoever has it, goes into a station and leaves a timer behind; she proves that
 * she is out, or a coordinator clears it. By a proof it can be made to last longer, but never past four hours in all.
 */
public final class TimingSafety {

    public static final int FEWEST_MINUTES = 5;
    public static final int MOST_MINUTES = 240;

    private final Safety safety;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final CheckingIn checkingIn;
    private final AskedAgain askedAgain;

    public TimingSafety(Safety safety, Alerts alerts, Dispatches dispatches, CheckingIn checkingIn, AskedAgain askedAgain) {
        this.safety = safety;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.checkingIn = checkingIn;
        this.askedAgain = askedAgain;
    }

    /** A time inside can be made to last until then and no longer. */
    static Instant longest(SafetyTimer timer) {
        return timer.begunAt().plus(Duration.ofMinutes(MOST_MINUTES));
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * It runs until then.
         *
         * @param changed whether it did not before
         */
        record Runs(Instant dueAt, boolean changed) implements Result {}

        /** So many minutes cannot be. */
        record NoSuchTime() implements Result {}

        /** She does not have this alert, and is not beside whoever has it. */
        record NotHolder() implements Result {}

        /** Hers is overdue, and only a coordinator can clear it. */
        record Overdue() implements Result {}

        record Ended() implements Result {}

        /** Her number alone says that she is out: nothing is changed, and the coordinators see it. */
        record NotProven() implements Result {}

        /** None runs. */
        record None() implements Result {}
    }

    public Result goIn(Transaction tx, LockedAlert alert, MemberId member, int minutes, Proof proof) {
        if (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES) {
            return new Result.NoSuchTime();
        }
        var now = tx.now();
        return switch (InsidePlan.in(proof, safety.timers().lockOf(tx, member), minutes, now)) {
            case InsidePlan.Begin(var dueAt, var replaced) -> {
                if (replaced.isEmpty() && !isThere(tx, alert, member)) {
                    yield new Result.NotHolder();
                }
                replaced.ifPresent(timer -> end(tx, Optional.of(alert), timer, proof));
                safety.timers().begin(tx, member, alert.alert().id(), proof, now, dueAt);
                yield runs(tx, alert, alert.alert().id(), member, dueAt, proof);
            }
            case InsidePlan.Move(var timer, var dueAt, var replaced) -> {
                replaced.ifPresent(other -> end(tx, Optional.of(alert), other, proof));
                safety.timers().move(tx, timer, now, dueAt);
                yield runs(tx, alert, timer.alert(), member, dueAt, proof);
            }
            case InsidePlan.Keep(var dueAt) -> new Result.Runs(dueAt, false);
            case InsidePlan.Overdue _, InsidePlan.End _, InsidePlan.NotProven _, InsidePlan.Nothing _ -> new Result.Overdue();
        };
    }

    /** What she has. To be locked in the order of their ids before a timer of hers is proven by more than a code. */
    public List<AlertId> heldBy(Transaction tx, MemberId member) {
        return dispatches.liveOf(tx, member).stream().filter(one -> one.state() == DispatchState.TAKEN).map(Dispatch::alert).distinct()
                .sorted(Comparator.comparing(AlertId::value)).toList();
    }

    /**
     * Proven, it carries what she has to its end: nothing can remind her meanwhile. A code carries the alert it is of; her PIN and
     * her page carry all.
     */
    private Result runs(Transaction tx, LockedAlert alert, AlertId begunFor, MemberId member, Instant dueAt, Proof proof) {
        of(tx, Optional.of(alert), begunFor).ifPresent(about -> about.tell(tx, Actor.of(member),
                new HoldingEntry.TimerStarted(member, dueAt, proof.way(), proof.mayTakeAway())));
        if (proof.coversAll()) {
            heldBy(tx, member).forEach(id -> alerts.lock(tx, id).ifPresent(held ->
                    checkingIn.stayInside(tx, held, member, proof.way(), dueAt)));
        } else if (proof.mayTakeAway()) {
            checkingIn.stayInside(tx, alert, member, proof.way(), dueAt);
        }
        return new Result.Runs(dueAt, true);
    }

    /** She has the alert, or has come beside whoever has it. */
    private boolean isThere(Transaction tx, LockedAlert alert, MemberId member) {
        return alert.ladders().stream().anyMatch(ladder -> ladder.isHeldBy(member)
                || dispatches.liveOf(tx, ladder, member).filter(one -> one.state() == DispatchState.TAKEN).isPresent());
    }

    /** @param alert that of her timer, where it is not erased */
    public Result comeOut(Transaction tx, Optional<LockedAlert> alert, MemberId member, Proof proof) {
        var now = tx.now();
        return switch (InsidePlan.out(proof, safety.timers().lockOf(tx, member), now)) {
            case InsidePlan.End(var ended) -> {
                ended.forEach(timer -> end(tx, alert, timer, proof));
                askedAgain.add(tx, member);
                yield new Result.Ended();
            }
            case InsidePlan.NotProven _ -> {
                safety.timers().sayOut(tx, member, now);
                yield new Result.NotProven();
            }
            case InsidePlan.Overdue _ -> {
                safety.timers().sayOut(tx, member, now);
                yield new Result.Overdue();
            }
            case InsidePlan.Begin _, InsidePlan.Move _, InsidePlan.Keep _, InsidePlan.Nothing _ -> new Result.None();
        };
    }

    private void end(Transaction tx, Optional<LockedAlert> alert, SafetyTimer timer, Proof proof) {
        safety.timers().end(tx, timer, tx.now());
        of(tx, alert, timer.alert()).ifPresent(about -> about.tell(tx, Actor.of(timer.member()),
                new HoldingEntry.TimerEnded(timer.member(), proof.way(), timer.proven())));
    }

    /** The alert a timer was begun for; it may be another than that which is at hand, and may be erased. */
    private Optional<LockedAlert> of(Transaction tx, Optional<LockedAlert> atHand, AlertId begunFor) {
        return atHand.filter(known -> known.alert().id().equals(begunFor)).or(() -> alerts.lock(tx, begunFor));
    }

    /** A coordinator has spoken with her, or knows. Says whether any timer of hers stood on this alert. */
    public boolean clear(Transaction tx, LockedAlert alert, MemberId member, MemberId by, String reason) {
        var cleared = clear(tx, alert.alert().id(), member, by);
        if (cleared) {
            alert.tell(tx, Actor.of(by), new HoldingEntry.TimerCleared(member, reason));
        }
        return cleared;
    }

    /** The same for an alert that was erased meanwhile, of which nothing can be written any more. */
    public boolean clear(Transaction tx, AlertId alert, MemberId member, MemberId by) {
        var cleared = 0;
        for (var standing : safety.timers().standingOf(tx, List.of(member))) {
            if (standing.alert().equals(alert)) {
                var timer = safety.timers().lock(tx, standing.id());
                timer.ifPresent(known -> end(tx, known, by));
                cleared += timer.isPresent() ? 1 : 0;
            }
        }
        if (cleared > 0) {
            askedAgain.add(tx, member);
            if (safety.timers().doubt(tx, member).isEmpty()) {
                safety.pretences().forgetAll(tx, member);
            }
        }
        return cleared > 0;
    }

    /** Whoever is not overdue yet is out before her time. */
    private void end(Transaction tx, SafetyTimer timer, MemberId by) {
        if (timer.isOverdue()) {
            safety.timers().clear(tx, timer, by, tx.now());
        } else {
            safety.timers().end(tx, timer, tx.now());
        }
    }
}
