package gateway.safety;

import gateway.alert.Actor;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.AskedMembers;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.entry.HoldingEntry;
import gateway.messaging.Outbox;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends what phones that may no longer be asked were asked or hold: those that are lost, or whose member has left. It looks at what is stored, so it does not matter which process barred the phone.
 */
public final class DoubtfulPhones {

    private static final int A_TURN = 200;

    private final Heart heart;
    private final Dispatches dispatches;
    private final Outbox outbox;
    private final DueRows<AskedMembers.Doubt> doubtful;

    public DoubtfulPhones(Database database, Heart heart, Dispatches dispatches, Outbox outbox) {
        this.heart = heart;
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.doubtful = new DueRows<>(database, "Dispatch of a doubtful phone", AskedMembers.Doubt::dispatch, this::end);
    }

    public Optional<Instant> tick() {
        return doubtful.turn(tx -> dispatches.asked().doubtful(tx, A_TURN));
    }

    private void end(Transaction tx, AskedMembers.Doubt doubt) {
        var alert = heart.alerts().lock(tx, doubt.alert());
        var dispatch = dispatches.find(tx, doubt.dispatch()).filter(found -> found.state().isLive());
        if (alert.isEmpty() || dispatch.isEmpty()) {
            return;
        }
        var now = tx.now();
        var lost = dispatch.get();
        dispatches.writing().move(tx, lost, DispatchState.ENDED, now);
        outbox.cancelOfDispatch(tx, lost.id().value(), now);
        switch (alert.get().ladder(lost.discipline()).orElse(null)) {
            case Ladder.Climbing climbing -> heart.ladders().save(tx, climbing.escalate(now));
            case Ladder.Acknowledged held when held.isHeldBy(lost.member()) -> heart.ladders().save(tx, held.letGo(now));
            case null, default -> { }
        }
        alert.get().tell(tx, Actor.GATEWAY,
                new HoldingEntry.ResponderLost(lost.discipline(), lost.member(), doubt.why()));
    }
}
