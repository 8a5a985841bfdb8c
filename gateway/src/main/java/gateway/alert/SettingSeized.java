package gateway.alert;

import gateway.contact.ContactPoints;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.InstantSource;

/** A human says that the reporter's phone is seized, or that it is in its owner's hands again. */
public final class SettingSeized {

    private final ContactPoints contactPoints;
    private final Timeline timeline;
    private final InstantSource clock;

    public SettingSeized(ContactPoints contactPoints, Timeline timeline, InstantSource clock) {
        this.contactPoints = contactPoints;
        this.timeline = timeline;
        this.clock = clock;
    }

    public void set(Transaction tx, LockedAlert alert, MemberId by, boolean seized, String reason) {
        var now = clock.instant();
        contactPoints.setSeized(tx, alert.alert().contactPoint(), seized, now);
        timeline.add(tx, alert, Actor.of(by), now,
                seized ? new TimelineEntry.SeizureSet(reason) : new TimelineEntry.SeizureLifted(reason));
    }
}
