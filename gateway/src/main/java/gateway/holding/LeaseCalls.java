package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.CheckInResult;
import gateway.alert.CheckingIn;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.entry.Way;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Pins;
import gateway.messaging.MessageId;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import gateway.messaging.Talk;
import gateway.safety.Pretence;
import gateway.safety.Safety;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rings a responder for her PIN, where texts carry her no further. One right PIN renews all she has, and takes the alert she
 * was rung for if she has lost it meanwhile; one for duress sounds the same and renews nothing.
 */
public final class LeaseCalls {

    /** Nobody can make us ring her oftener by her number. */
    private static final Duration BETWEEN_CALLS = Duration.ofMinutes(5);
    private static final Duration WORTH = Duration.ofMinutes(4);

    private final Alerts alerts;
    private final Dispatching dispatching;
    private final PlacedCalls calls;
    private final Safety safety;
    private final Acknowledging acknowledging;
    private final CheckingIn checkingIn;

    public LeaseCalls(Alerts alerts, Dispatching dispatching, PlacedCalls calls, Safety safety, Acknowledging acknowledging,
            CheckingIn checkingIn) {
        this.dispatching = dispatching;
        this.safety = safety;
        this.alerts = alerts;
        this.calls = calls;
        this.acknowledging = acknowledging;
        this.checkingIn = checkingIn;
    }

    /** Rings her now, unless she has no PIN or was rung lately. Says whether she is rung. */
    public boolean ringOnce(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        var now = tx.now();
        return safety.proving().hasPin(tx, member)
                && !calls.notices().wasNoticeMadeSince(tx, member.id().value(), Talk.LEASE, now.minus(BETWEEN_CALLS))
                && ring(tx, alert, dispatch, member, now).isPresent();
    }

    Optional<MessageId> ring(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Instant notBefore) {
        var call = dispatching.telling().ringWithNotice(tx, alert, dispatch.id().value(), member, "", notBefore, WORTH);
        call.ifPresent(message -> calls.notices().markAsNotice(tx, message, Talk.LEASE, null));
        return call;
    }

    /**
     * She pressed something.
     *
     * @param tried what it is worth as a PIN; empty where it is too short for one
     */
    public LeaseCallResult prove(Transaction tx, PlacedCall call, Optional<Pins.Try> tried) {
        var member = Optional.ofNullable(call.about().member()).flatMap(id -> dispatching.members().find(tx, new MemberId(id)))
                .filter(known -> dispatching.telling().phones().askable(tx, known).filter(call.to()::equals).isPresent());
        if (member.isEmpty() || call.about().alert() == null) {
            return new LeaseCallResult.Refused();
        }
        if (tried.isEmpty()) {
            return new LeaseCallResult.Wrong();
        }
        return switch (safety.proving().settle(tx, member.get(), new AlertId(call.about().alert()), tried.get())) {
            case PROVED -> renew(tx, call, member.get());
            case DURESS -> sameAsRenewed(tx, call, member.get());
            case WRONG -> new LeaseCallResult.Wrong();
            case NOT_NOW -> new LeaseCallResult.Refused();
        };
    }

    /** In the one order of locks: alerts by their ids. */
    private LeaseCallResult renew(Transaction tx, PlacedCall call, Member member) {
        Instant until = null;
        var said = "";
        for (var dispatch : dispatching.dispatches().liveOf(tx, member.id()).stream()
                .sorted(Comparator.comparing((Dispatch one) -> one.alert().value())).toList()) {
            var alert = alerts.lock(tx, dispatch.alert());
            var renewed = alert.flatMap(locked -> renew(tx, locked, dispatch, call.about().dispatch()));
            if (renewed.isPresent() && (until == null || renewed.get().isBefore(until))) {
                until = renewed.get();
                said = dispatching.telling().time(tx, alert.orElseThrow(), until);
            }
        }
        calls.notices().settle(tx, call.attempt(), tx.now());
        return until == null ? new LeaseCallResult.Over() : new LeaseCallResult.Renewed(said);
    }

    private Optional<Instant> renew(Transaction tx, LockedAlert alert, Dispatch before, @Nullable UUID rungFor) {
        // Read again under the lock: somebody may have taken it a moment ago.
        var dispatch = dispatching.dispatches().find(tx, before.id()).filter(found -> found.state().isLive());
        var ladder = dispatch.flatMap(found -> alert.ladder(found.discipline()));
        if (ladder.isEmpty()) {
            return Optional.empty();
        }
        if (ladder.get().isHeldBy(before.member())) {
            return switch (checkingIn.checkIn(tx, alert, before.discipline(), before.member(), Way.PIN)) {
                case CheckInResult.CheckedIn(_, _, var until) -> Optional.of(until);
                case CheckInResult.LastByText(_, _, var until) -> Optional.of(until);
                case CheckInResult.NotHolder _ -> Optional.empty();
            };
        }
        if (!(ladder.get() instanceof Ladder.Climbing) || !Objects.equals(before.id().value(), rungFor)) {
            return Optional.empty();
        }
        if (!(acknowledging.acknowledge(tx, alert, before.discipline(), before.member(), Way.PIN)
                instanceof AcknowledgeResult.Taken(var taken, _))) {
            return Optional.empty();
        }
        dispatching.members().find(tx, before.member()).ifPresent(member -> dispatching.telling().tellItIsHers(tx, alert, dispatch.get(), taken, member));
        return Optional.of(taken.checkInBy());
    }

    /** She is forced: she hears what her right PIN would have led to, by call and by text, and nothing comes of it. */
    private LeaseCallResult sameAsRenewed(Transaction tx, PlacedCall call, Member member) {
        var rungFor = Optional.ofNullable(call.about().dispatch()).flatMap(id -> dispatching.dispatches().find(tx, new DispatchId(id)));
        var had = rungFor.filter(dispatch -> safety.pretences().asTold(tx, dispatch).state() == DispatchState.TAKEN).isPresent();
        var result = safety.pretences().pretending(tx, member.id(), () -> renew(tx, call, member));
        calls.notices().settle(tx, call.attempt(), tx.now());
        var told = rungFor.filter(_ -> !had).flatMap(dispatch -> safety.pretences().find(tx, dispatch.id()));
        told.map(Pretence::held).ifPresent(_ -> alerts.lock(tx, rungFor.get().alert()).ifPresent(alert -> alert.ladder(rungFor.get().discipline())
                .ifPresent(ladder -> dispatching.telling().tellItIsHers(tx, alert, rungFor.get(), told.get().on(ladder, tx.now()), member))));
        return result;
    }
}
