package gateway.alert;

import gateway.database.Transaction;
import gateway.member.MemberId;

/** A member writes a note into an alert's timeline. */
public final class NoteTaking {

    private final Timeline timeline;

    public NoteTaking(Timeline timeline) {
        this.timeline = timeline;
    }

    public void note(Transaction tx, LockedAlert alert, MemberId by, String words) {
        timeline.add(tx, alert, Actor.of(by), new TimelineEntry.Noted(words));
    }
}
