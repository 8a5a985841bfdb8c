package gateway.holding;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.member.MemberId;
import gateway.messaging.EndedNotice;
import gateway.messaging.MessageId;
import gateway.messaging.PlacedCalls;
import gateway.safety.Summoning;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds notices by call that are over without what they were for, and rings once more: a phone that is set to silence lets
 * a second call through. There is never a third.
 */
public final class SecondCalls {

    private static final int A_TURN = 200;

    private final PlacedCalls calls;
    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Summoning summoning;
    private final LeaseCalls leaseCalls;
    private final DueRows<EndedNotice> ended;

    public SecondCalls(Database database, PlacedCalls calls, Alerts alerts, Dispatching dispatching, Summoning summoning,
            LeaseCalls leaseCalls) {
        this.dispatching = dispatching;
        this.calls = calls;
        this.alerts = alerts;
        this.summoning = summoning;
        this.leaseCalls = leaseCalls;
        this.ended = new DueRows<>(database, "Notice by call", one -> one.call().message(), this::heed);
    }

    public Optional<Instant> tick() {
        return ended.turn(tx -> calls.notices().endedNotices(tx, tx.now(), A_TURN), calls.notices()::nextEndOfNotices);
    }

    private void heed(Transaction tx, EndedNotice ended) {
        var alert = Optional.ofNullable(ended.about().alert()).flatMap(id -> alerts.lock(tx, new AlertId(id)));
        if (!calls.heed(tx, ended.call().message())) {
            return;
        }
        var member = Optional.ofNullable(ended.about().member()).flatMap(id -> dispatching.members().find(tx, new MemberId(id)));
        var notBefore = tx.now().plus(Summoning.BEFORE_SECOND_CALL);
        var second = switch (ended.call().talk()) {
            case SUMMONS -> member.flatMap(known -> summoning.ring(tx, alert.orElse(null),
                    Objects.requireNonNull(ended.summons()), known, ended.words(), notBefore));
            // The next round rings it again, in its turn.
            case OUTSIDE -> Optional.<MessageId>empty();
            case LEASE -> member.flatMap(known -> dispatchOf(tx, ended).flatMap(dispatch -> alert.flatMap(
                    locked -> wants(locked, dispatch) ? leaseCalls.ring(tx, locked, dispatch, known, notBefore)
                            : Optional.empty())));
        };
        second.ifPresent(message -> calls.follow(tx, message, ended.call().message()));
    }

    /** Somebody else may have it by now, or it may be resolved. */
    private static boolean wants(LockedAlert alert, Dispatch dispatch) {
        return dispatch.state().isLive()
                && alert.ladder(dispatch.discipline()).filter(ladder -> ladder.nextAt().isPresent()).isPresent();
    }

    private Optional<Dispatch> dispatchOf(Transaction tx, EndedNotice ended) {
        return Optional.ofNullable(ended.about().dispatch()).flatMap(id -> dispatching.dispatches().find(tx, new DispatchId(id)));
    }
}
