package gateway.dispatch;

import gateway.alert.Actor;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.alert.Way;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.InstantSource;

/** A holder gives an alert back: it climbs on at once, and her code dies. */
public final class HandingBack {

    private final Ladders ladders;
    private final Timeline timeline;
    private final Dispatches dispatches;
    private final InstantSource clock;

    public HandingBack(Ladders ladders, Timeline timeline, Dispatches dispatches, InstantSource clock) {
        this.ladders = ladders;
        this.timeline = timeline;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /** Says whether the responder held it. */
    public boolean handBack(Transaction tx, LockedAlert alert, Discipline discipline, MemberId responder, Way way) {
        var now = clock.instant();
        var climbing = alert.ladder(discipline).flatMap(ladder -> ladder.handBack(responder, now));
        climbing.ifPresent(ladder -> {
            ladders.save(tx, ladder);
            dispatches.liveOf(tx, ladder, responder)
                    .ifPresent(dispatch -> dispatches.move(tx, dispatch, DispatchState.HANDED_BACK, now));
            timeline.add(tx, alert, Actor.of(responder), now, new TimelineEntry.HandedBack(discipline, responder, way));
        });
        return climbing.isPresent();
    }
}
