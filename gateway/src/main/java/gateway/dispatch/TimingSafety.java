package gateway.dispatch;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * A responder who has an alert, or is beside whoever has it, goes into a station and leaves a timer behind; she says that she is out, or a coordinator
 * clears it once it is overdue. By text it can be made to last longer, but never past four hours in all.
 */
public final class TimingSafety {

    public static final int FEWEST_MINUTES = 5;
    public static final int MOST_MINUTES = 240;

    private final SafetyTimers timers;
    private final Dispatches dispatches;
    private final Timeline timeline;
    private final AskedAgain askedAgain;
    private final InstantSource clock;

    public TimingSafety(SafetyTimers timers, Dispatches dispatches, Timeline timeline, AskedAgain askedAgain, InstantSource clock) {
        this.timers = timers;
        this.dispatches = dispatches;
        this.timeline = timeline;
        this.askedAgain = askedAgain;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        /** It runs until then. */
        record Runs(Instant dueAt) implements Result {}

        /** So many minutes cannot be. */
        record NoSuchTime() implements Result {}

        /** She does not have this alert, and is not beside whoever has it. */
        record NotHolder() implements Result {}

        /** Hers is overdue, and only a coordinator can clear it. */
        record Overdue() implements Result {}

        record Ended() implements Result {}

        /** None runs. */
        record None() implements Result {}
    }

    public Result goIn(Transaction tx, LockedAlert alert, MemberId member, int minutes, Proof proof) {
        if (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES) {
            return new Result.NoSuchTime();
        }
        var now = clock.instant();
        var running = timers.insideOf(tx, member);
        if (running.isEmpty() && !isThere(tx, alert, member)) {
            return new Result.NotHolder();
        }
        if (running.filter(timer -> timer.isOverdueAt(now)).isPresent()) {
            return new Result.Overdue();
        }
        var wanted = now.plus(Duration.ofMinutes(minutes));
        var longest = running.map(SafetyTimer::begunAt).orElse(now).plus(Duration.ofMinutes(MOST_MINUTES));
        var dueAt = wanted.isBefore(longest) ? wanted : longest;
        running.ifPresentOrElse(timer -> timers.move(tx, timer, now, dueAt),
                () -> timers.begin(tx, member, alert.alert().id(), proof, now, dueAt));
        timeline.add(tx, alert, Actor.of(member), now, new TimelineEntry.TimerStarted(member, dueAt, proof.way()));
        return new Result.Runs(dueAt);
    }

    /** She has the alert, or has come beside whoever has it. */
    private boolean isThere(Transaction tx, LockedAlert alert, MemberId member) {
        return alert.ladders().stream().anyMatch(ladder -> ladder.isHeldBy(member)
                || dispatches.liveOf(tx, ladder, member).filter(one -> one.state() == DispatchState.TAKEN).isPresent());
    }

    /** @param alert the one her timer was begun for */
    public Result comeOut(Transaction tx, LockedAlert alert, MemberId member, Proof proof) {
        var running = timers.insideOf(tx, member).filter(timer -> timer.alert().equals(alert.alert().id()));
        if (running.isEmpty()) {
            return new Result.None();
        }
        if (running.get().isOverdueAt(clock.instant())) {
            return new Result.Overdue();
        }
        timers.end(tx, running.get(), clock.instant());
        askedAgain.add(tx, member);
        timeline.add(tx, alert, Actor.of(member), clock.instant(), new TimelineEntry.TimerEnded(member, proof.way()));
        return new Result.Ended();
    }

    /** A coordinator has spoken with her, or knows. Says whether anything of hers was overdue on this alert. */
    public boolean clear(Transaction tx, LockedAlert alert, MemberId member, MemberId by, String reason) {
        var cleared = clear(tx, alert.alert().id(), member, by);
        if (cleared) {
            timeline.add(tx, alert, Actor.of(by), clock.instant(), new TimelineEntry.TimerCleared(member, reason));
        }
        return cleared;
    }

    /** The same for an alert that was erased meanwhile, of which nothing can be written any more. */
    public boolean clear(Transaction tx, AlertId alert, MemberId member, MemberId by) {
        var cleared = 0;
        for (var standing : timers.standingOf(tx, List.of(member))) {
            if (standing.isOverdue() && standing.alert().equals(alert)) {
                var timer = timers.lock(tx, standing.id());
                timer.ifPresent(known -> timers.clear(tx, known, by, clock.instant()));
                cleared += timer.isPresent() ? 1 : 0;
            }
        }
        if (cleared > 0) {
            askedAgain.add(tx, member);
        }
        return cleared > 0;
    }
}
