package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.entry.AskingEntry;
import gateway.telling.Dispatching;
import gateway.telling.RingPlan;
import gateway.telling.Rings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Rings responders whose step asks by call, or who have not answered its text: one call at a time, as {@link RingPlan} says,
 * and what she is not rung for is told by text. One dispatch a transaction. It waits for no herald: the pace of somebody
 * who is being told just now is tried again in the next turn.
 */
public final class Ringing {

    private static final int A_TURN = 200;
    private static final Duration PUT_OFF = Duration.ofSeconds(5);

    private final Dispatching dispatching;
    private final Alerts alerts;
    private final Asking asking;
    private final DueRows<Rings.Due> due;

    public Ringing(Database database, Dispatching dispatching, Alerts alerts, Asking asking) {
        this.dispatching = dispatching;
        this.alerts = alerts;
        this.asking = asking;
        this.due = new DueRows<>(database, "To be rung, dispatch", Rings.Due::dispatch, this::look, 
                (tx, one) -> dispatching.rings().set(tx, one.dispatch(), tx.now().plus(PUT_OFF)));
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> dispatching.rings().due(tx, tx.now(), A_TURN), dispatching.rings()::nextDue);
    }

    private void look(Transaction tx, Rings.Due due) {
        var alert = alerts.lock(tx, due.alert());
        var dispatch = dispatching.dispatches().find(tx, due.dispatch()).orElseThrow();
        var ladder = alert.flatMap(locked -> locked.ladder(dispatch.discipline())).filter(one -> isStillItsStep(one, dispatch));
        if (ladder.isEmpty()) {
            if (alert.filter(locked -> isAskedFor(locked, dispatch)).isPresent()) {
                dispatching.dispatches().writing().tell(tx, dispatch, tx.now());
            }
            dispatching.rings().set(tx, due.dispatch(), null);
        } else if (dispatching.rings().lock(tx, due, tx.now())) {
            decide(tx, alert.orElseThrow(), ladder.get(), dispatch, due);
        }
    }

    /** She may not have heard of it yet: nobody could ring her while it was her turn, or this gateway stood still. */
    private static boolean isAskedFor(LockedAlert alert, Dispatch dispatch) {
        return alert.ladder(dispatch.discipline(), Ladder.Climbing.class).isPresent();
    }

    /** Once the next are asked she is not rung any more: a text tells her. */
    private static boolean isStillItsStep(Ladder ladder, Dispatch dispatch) {
        var climb = ladder.climb();
        return ladder instanceof Ladder.Climbing && climb.round() == dispatch.round()
                && (climb.round() > 0 || climb.step() == dispatch.step() + 1);
    }

    private void decide(Transaction tx, LockedAlert alert, Ladder ladder, Dispatch dispatch, Rings.Due due) {
        var now = tx.now();
        var calls = dispatching.rings().calls(tx, due.member(), now.minus(RingPlan.TEN_MINUTES), now);
        switch (RingPlan.of(due.gravity(), calls, now)) {
            case RingPlan.Rings _ -> ring(tx, alert, ladder, dispatch);
            case RingPlan.Texts _ -> text(tx, dispatch, Optional.empty());
            case RingPlan.Waits(var until) -> text(tx, dispatch, Optional.of(until));
        }
    }

    private void ring(Transaction tx, LockedAlert alert, Ladder ladder, Dispatch dispatch) {
        dispatching.rings().set(tx, dispatch.id(), null);
        dispatching.members().find(tx, dispatch.member())
                .flatMap(member -> asking.ring(tx, alert, dispatch, member, ladder.nextAt().orElse(tx.now())))
                .ifPresent(_ -> alert.tell(tx, Actor.GATEWAY,
                        new AskingEntry.Rung(dispatch.discipline(), dispatch.member())));
    }

    private void text(Transaction tx, Dispatch dispatch, Optional<Instant> ringAt) {
        dispatching.dispatches().writing().tell(tx, dispatch, tx.now());
        dispatching.rings().set(tx, dispatch.id(), ringAt.orElse(null));
    }
}
