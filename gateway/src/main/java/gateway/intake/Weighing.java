package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.contact.ContactPointId;
import gateway.contact.ContactPoints;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.dispatch.HearingAgain;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.EscalationPolicy;
import gateway.hotline.HotlineId;
import gateway.hotline.Hotlines;
import gateway.messaging.Outbox;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a code does to an alert it comes to, whether a text named it or a human read it: the phone it came from is presumed
 * seized, everybody is asked afresh, legal aid is asked as well, as the code wants it.
 */
public final class Weighing {

    private final ContactPoints contactPoints;
    private final Ladders ladders;
    private final Timeline timeline;
    private final EscalationPolicies policies;
    private final Hotlines hotlines;
    private final HearingAgain hearingAgain;
    private final LaterTexts laterTexts;
    private final Outbox outbox;
    private final RowIds ids;

    public Weighing(ContactPoints contactPoints, Ladders ladders, Timeline timeline, EscalationPolicies policies,
            Hotlines hotlines, HearingAgain hearingAgain, LaterTexts laterTexts, Outbox outbox, RowIds ids) {
        this.contactPoints = contactPoints;
        this.ladders = ladders;
        this.timeline = timeline;
        this.policies = policies;
        this.hotlines = hotlines;
        this.hearingAgain = hearingAgain;
        this.laterTexts = laterTexts;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Nothing is sent to this phone from now on, until a human says that it is safe. Its contact point is locked. */
    void seize(Transaction tx, ContactPointId phone, Instant now) {
        contactPoints.setSeized(tx, phone, true, now);
        outbox.cancelOfContactPoint(tx, phone.value(), now);
    }

    /** After the entry that tells of the code: asks afresh, and brings legal aid in. */
    void weigh(Transaction tx, LockedAlert alert, boolean asksAfresh, boolean wantsLegalAid, Instant now) {
        if (asksAfresh) {
            laterTexts.forget(tx, alert.alert().id());
            hearingAgain.askAfresh(tx, alert);
        }
        if (wantsLegalAid && alert.ladder(Discipline.LEGAL_AID).isEmpty()) {
            startLegalAid(tx, alert, now);
        }
    }

    private void startLegalAid(Transaction tx, LockedAlert alert, Instant now) {
        var policy = policy(tx, alert.alert().hotline());
        if (policy.asks(Discipline.LEGAL_AID)) {
            ladders.add(tx, Ladder.start(new LadderId(ids.next()), alert.alert().id(), Discipline.LEGAL_AID, policy.id(), now));
            timeline.add(tx, alert, Actor.GATEWAY, now, new TimelineEntry.LadderStarted(Discipline.LEGAL_AID));
        }
    }

    /** The hotline's policy; for a number that no hotline has, that of the first hotline. */
    EscalationPolicy policy(Transaction tx, @Nullable HotlineId hotline) {
        return Optional.ofNullable(hotline).flatMap(id -> hotlines.find(tx, id))
                .or(() -> hotlines.all(tx).stream().findFirst())
                .flatMap(known -> policies.current(tx, known.policyName()))
                .orElseThrow(() -> new IllegalStateException("no hotline has a policy: load a network"));
    }
}
