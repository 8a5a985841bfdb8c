package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.messaging.Purpose;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what {@code IN} and {@code OUT} ask, from a responder's phone, and words the answer. */
public final class StationDesk {

    private final Alerts alerts;
    private final Dispatches dispatches;
    private final SafetyTimers timers;
    private final TimingSafety timing;
    private final Telling telling;
    private final InstantSource clock;

    public StationDesk(Alerts alerts, Dispatches dispatches, SafetyTimers timers, TimingSafety timing, Telling telling,
            InstantSource clock) {
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.timers = timers;
        this.timing = timing;
        this.telling = telling;
        this.clock = clock;
    }

    public void answer(Transaction tx, Member member, StationWord word) {
        var doubt = timers.doubt(tx, member.id());
        if (doubt.filter(kind -> kind == SafetyTimer.Kind.INSIDE).isPresent()) {
            say(tx, null, member, new TimingSafety.Result.Overdue());
            return;
        }
        var inside = timers.standingOf(tx, List.of(member.id())).stream()
                .filter(timer -> timer.kind() == SafetyTimer.Kind.INSIDE).findFirst();
        var alert = (word.in() && inside.isEmpty() ? held(tx, member, word.code()) : inside.map(SafetyTimer::alert))
                .flatMap(id -> alerts.lock(tx, id));
        var result = doubt.isPresent() ? asUsual(alert, inside.isPresent(), word)
                : alert.map(known -> word.in() ? timing.goIn(tx, known, member.id(), word.minutes(), proof(word))
                : timing.comeOut(tx, known, member.id(), proof(word)))
                .orElse(word.in() ? new TimingSafety.Result.NotHolder() : new TimingSafety.Result.None());
        say(tx, alert.orElse(null), member, result);
    }

    /** She is forced, and somebody else reads the answer: nothing is done. */
    private TimingSafety.Result asUsual(Optional<LockedAlert> alert, boolean inside, StationWord word) {
        if (!word.in()) {
            return inside ? new TimingSafety.Result.Ended() : new TimingSafety.Result.None();
        }
        if (alert.isEmpty()) {
            return new TimingSafety.Result.NotHolder();
        }
        var may = word.minutes() >= TimingSafety.FEWEST_MINUTES && word.minutes() <= TimingSafety.MOST_MINUTES;
        return may ? new TimingSafety.Result.Runs(clock.instant().plus(Duration.ofMinutes(word.minutes())))
                : new TimingSafety.Result.NoSuchTime();
    }

    private static Proof proof(StationWord word) {
        return word.code().isEmpty() ? Proof.NUMBER_ALONE : Proof.CODE;
    }

    /** The alert her code names; without one, that which she has had for the shortest time. */
    private Optional<AlertId> held(Transaction tx, Member member, String code) {
        if (!code.isEmpty()) {
            return dispatches.byCode(tx, member.id(), code).map(Dispatch::alert);
        }
        return dispatches.liveOf(tx, member.id()).stream().filter(dispatch -> dispatch.state() == DispatchState.TAKEN)
                .reduce((one, later) -> later).map(Dispatch::alert);
    }

    private void say(Transaction tx, @Nullable LockedAlert alert, Member member, TimingSafety.Result result) {
        var values = new HashMap<String, String>(Map.of("least", Integer.toString(TimingSafety.FEWEST_MINUTES), "most",
                Integer.toString(TimingSafety.MOST_MINUTES)));
        var key = switch (result) {
            case TimingSafety.Result.Runs(var dueAt) -> {
                values.put("time", telling.time(tx, Objects.requireNonNull(alert), dueAt));
                yield "answer.inside";
            }
            case TimingSafety.Result.NoSuchTime _ -> "answer.inside-minutes";
            case TimingSafety.Result.NotHolder _ -> "answer.inside-nothing";
            case TimingSafety.Result.Overdue _ -> "answer.overdue";
            case TimingSafety.Result.Ended _ -> "answer.out";
            case TimingSafety.Result.None _ -> "answer.out-nothing";
        };
        telling.tell(tx, alert, null, member, Purpose.ANSWER, key, values);
    }
}
