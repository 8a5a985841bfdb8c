package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.Arrestees;
import gateway.alert.LockedAlert;
import gateway.alert.Outcome;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;

import gateway.database.Transaction;
import gateway.dispatch.ResolveResult;
import gateway.dispatch.Resolving;
import gateway.member.MemberId;
import gateway.messaging.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;

/**
 * A coordinator sees that somebody reached us by mistake: the phone is never answered, the alert ends, and all that was
 * said is erased after a while in which a slip of the hand can be taken back by opening it again.
 */
public final class DismissingWrongNumber {

    private final Arrestees arrestees;
    private final Resolving resolving;
    private final CoverReplies coverReplies;
    private final Erasures erasures;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience how long it can be taken back */
    public DismissingWrongNumber(Arrestees arrestees, Resolving resolving, CoverReplies coverReplies, Erasures erasures,
            Timeline timeline, Outbox outbox, Duration patience, InstantSource clock) {
        this.arrestees = arrestees;
        this.resolving = resolving;
        this.coverReplies = coverReplies;
        this.erasures = erasures;
        this.timeline = timeline;
        this.outbox = outbox;
        this.patience = patience;
        this.clock = clock;
    }

    /** The contact point and the alert are locked. Says whether the alert was unresolved. */
    public boolean dismiss(Transaction tx, LockedAlert alert, MemberId by) {
        var now = clock.instant();
        var id = alert.alert().id();
        var outcomes = Collections.nCopies(arrestees.of(tx, id).size(), Outcome.WRONG_NUMBER);
        if (resolving.resolve(tx, alert, by, outcomes, "") != ResolveResult.RESOLVED) {
            return false;
        }
        outbox.cancelOfContactPoint(tx, alert.alert().contactPoint().value(), now);
        if (coverReplies.withdraw(tx, id)) {
            timeline.add(tx, alert, Actor.of(by), now, new TimelineEntry.ReplyWithheld("wrong-number"));
        }
        erasures.plan(tx, id, now, now.plus(patience));
        return true;
    }
}
