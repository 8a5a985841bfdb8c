package gateway.holding;

import gateway.alert.Actor;
import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.member.MemberId;
import gateway.messaging.Purpose;
import gateway.roster.Discipline;
import gateway.safety.Pretences;
import gateway.telling.Dispatching;
import java.util.Map;

/**
 * A holder gives an alert back, or a coordinator takes it from her: it climbs on at once, and her code dies. Who did not
 * do it herself is told.
 */
public final class HandingBack {

    private final Ladders ladders;
    private final Dispatching dispatching;
    private final Pretences pretences;

    public HandingBack(Ladders ladders, Dispatching dispatching, Pretences pretences) {
        this.dispatching = dispatching;
        this.ladders = ladders;
        this.pretences = pretences;
    }

    /** Says whether the responder held it. */
    public boolean handBack(Transaction tx, LockedAlert alert, Discipline discipline, MemberId holder, MemberId by, Way way) {
        var now = tx.now();
        var held = alert.ladder(discipline, Ladder.Acknowledged.class).filter(ladder -> ladder.isHeldBy(holder));
        held.ifPresent(ladder -> {
            ladders.save(tx, ladder.letGo(now));
            var hers = dispatching.dispatches().liveOf(tx, ladder, holder);
            hers.ifPresent(dispatch -> dispatching.dispatches().writing().move(tx, dispatch, DispatchState.HANDED_BACK, now));
            alert.tell(tx, Actor.of(by), new HoldingEntry.HandedBack(discipline, holder, way));
            if (!by.equals(holder) && hers.map(dispatch -> expectsIt(tx, dispatch)).orElse(true)) {
                dispatching.members().find(tx, holder).ifPresent(member -> dispatching.telling().tell(tx, alert, null, member, Purpose.NOTICE,
                        "answer.handed-back", Map.of("number", alert.alert().number().toString())));
            }
        });
        return held.isPresent();
    }

    /** A phone in doubt that believes it has handed it back hears it once. */
    private boolean expectsIt(Transaction tx, Dispatch dispatch) {
        var expects = pretences.asTold(tx, dispatch).state() == DispatchState.TAKEN;
        if (expects) {
            pretences.forget(tx, dispatch.id());
        }
        return expects;
    }
}
