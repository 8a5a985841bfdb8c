package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.entry.AskingEntry;
import gateway.messaging.EndedCall;
import gateway.messaging.MessageState;
import gateway.messaging.PlacedCalls;
import gateway.safety.Pretences;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds calls for dispatches that are over while their responder has neither taken nor passed. She is rung once more within
 * two minutes, a text tells her beside it, and whoever cannot be reached by that either no longer keeps her ladder waiting.
 */
public final class CallingAgain {

    private static final int A_TURN = 200;

    private final PlacedCalls calls;
    private final Dispatching dispatching;
    private final Alerts alerts;
    private final AskingActs askingActs;
    private final Pretences pretences;
    private final DueRows<EndedCall> ended;

    public CallingAgain(Database database, PlacedCalls calls, Dispatching dispatching, Alerts alerts, AskingActs askingActs,
            Pretences pretences) {
        this.dispatching = dispatching;
        this.askingActs = askingActs;
        this.calls = calls;
        this.alerts = alerts;
        this.pretences = pretences;
        this.ended = new DueRows<>(database, "Call", EndedCall::message, this::heed);
    }

    public Optional<Instant> tick() {
        return ended.turn(tx -> calls.endedOfDispatches(tx, tx.now(), A_TURN), calls::nextEndOfDispatches);
    }

    private void heed(Transaction tx, EndedCall ended) {
        var id = new DispatchId(ended.dispatch());
        var alert = dispatching.dispatches().find(tx, id).flatMap(dispatch -> alerts.lock(tx, dispatch.alert()));
        if (!calls.heed(tx, ended.message()) || alert.isEmpty()) {
            return;
        }
        dispatching.permissions().heed(tx, ended.error());
        // Who seems to have taken it in that call, or to have passed, is neither rung nor told again.
        dispatching.dispatches().find(tx, id).map(dispatch -> pretences.asTold(tx, dispatch))
                .filter(dispatch -> dispatch.state() == DispatchState.ASKED || dispatch.state() == DispatchState.UNREACHED)
                .ifPresent(dispatch -> follow(tx, alert.get(), dispatch, ended));
    }

    private void follow(Transaction tx, LockedAlert alert, Dispatch dispatch, EndedCall ended) {
        switch (AfterCall.of(ended)) {
            case UNREACHED_AND_RING_AGAIN -> {
                unreached(tx, alert, dispatch, ended);
                ringAgain(tx, alert, dispatch, ended);
            }
            case UNREACHED -> unreached(tx, alert, dispatch, ended);
            case NOTHING -> {
                return;
            }
        }
        // Without it she would have no code: with it she can still take it, late.
        dispatching.dispatches().writing().tell(tx, dispatch, tx.now());
    }

    private void ringAgain(Transaction tx, LockedAlert alert, Dispatch dispatch, EndedCall ended) {
        if (isRungEnough(tx, alert, dispatch)) {
            return;
        }
        dispatching.members().find(tx, dispatch.member()).flatMap(member -> askingActs.asking().ringAgain(tx, alert, dispatch, member))
                .ifPresent(second -> {
                    calls.follow(tx, second, ended.message());
                    alert.tell(tx, Actor.GATEWAY,
                            new AskingEntry.RungAgain(dispatch.discipline(), dispatch.member()));
                });
    }

    private boolean isRungEnough(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        var onLastResort = alert.ladder(dispatch.discipline()).filter(ladder -> ladder.climb().round() > 0).isPresent();
        return onLastResort && !RoundRings.hasRoom(dispatching.rings().ofAlert(tx, alert.alert().id()).getOrDefault(dispatch.member(), List.of()),
                tx.now());
    }

    private void unreached(Transaction tx, LockedAlert alert, Dispatch dispatch, EndedCall ended) {
        if (dispatch.state() == DispatchState.ASKED) {
            var answered = ended.keyPressed() ? "no choice" : "no key";
            askingActs.passing().unreached(tx, alert, dispatch, Objects.requireNonNullElse(ended.error(),
                    ended.state() == MessageState.DELIVERED ? answered : ""));
        }
    }
}
