package gateway.dispatch;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.Ladders;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.messaging.Outbox;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what phones that may no longer be asked were asked or hold: those that are lost, or whose member has left. It looks at what is stored, so it does not matter which process barred the phone.
 */
public final class DoubtfulPhones {

    private static final Logger log = LoggerFactory.getLogger(DoubtfulPhones.class);
    private static final int A_TURN = 200;

    private final Database database;
    private final Alerts alerts;
    private final Ladders ladders;
    private final Timeline timeline;
    private final Dispatches dispatches;
    private final Outbox outbox;
    private final InstantSource clock;

    public DoubtfulPhones(Database database, Alerts alerts, Ladders ladders, Timeline timeline, Dispatches dispatches,
            Outbox outbox, InstantSource clock) {
        this.database = database;
        this.alerts = alerts;
        this.ladders = ladders;
        this.timeline = timeline;
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void tick() {
        for (var doubt : database.inTransaction(tx -> dispatches.doubtful(tx, A_TURN))) {
            try {
                database.run(tx -> end(tx, doubt));
            } catch (RuntimeException failure) {
                log.error("Dispatch {} of a doubtful phone could not be ended; the next turn tries again",
                        doubt.dispatch(), failure);
            }
        }
    }

    private void end(Transaction tx, Dispatches.Doubt doubt) {
        var alert = alerts.lock(tx, doubt.alert());
        var dispatch = dispatches.find(tx, doubt.dispatch()).filter(found -> found.state().isLive());
        if (alert.isEmpty() || dispatch.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var lost = dispatch.get();
        dispatches.move(tx, lost, DispatchState.ENDED, now);
        outbox.cancelOfDispatch(tx, lost.id().value(), now);
        alert.get().ladder(lost.discipline())
                .map(ladder -> ladder.isHeldBy(lost.member()) ? ladder.loseHolder(now) : ladder.escalate(now))
                .ifPresent(ladder -> ladders.save(tx, ladder));
        timeline.add(tx, alert.get(), Actor.GATEWAY, now,
                new TimelineEntry.ResponderLost(lost.discipline(), lost.member(), doubt.why()));
    }
}
