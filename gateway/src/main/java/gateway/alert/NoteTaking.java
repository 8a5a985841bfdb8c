package gateway.alert;

import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.InstantSource;

/** A member writes a note into an alert's timeline. */
public final class NoteTaking {

    private final Timeline timeline;
    private final InstantSource clock;

    public NoteTaking(Timeline timeline, InstantSource clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    public void note(Transaction tx, LockedAlert alert, MemberId by, String words) {
        timeline.add(tx, alert, Actor.of(by), clock.instant(), new TimelineEntry.Noted(words));
    }
}
