package gateway.unread;

import gateway.alert.Actor;
import gateway.alert.Heart;
import gateway.alert.LockedAlert;
import gateway.alert.Outcome;
import gateway.answering.CoverReplies;
import gateway.answering.Erasures;
import gateway.database.Transaction;
import gateway.entry.SpeakingEntry;
import gateway.holding.ResolveResult;
import gateway.holding.Resolving;
import gateway.member.MemberId;
import gateway.messaging.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;

/**
 * A coordinator sees that somebody reached us by mistake: the phone is never answered, the alert ends, and all that was
 * said is erased after a while in which a slip of the hand can be taken back by opening it again. What was merged into the
 * alert is the same mistake, from whichever phone it came; what was not should be taken out by reopening it.
 */
public final class DismissingWrongNumber {

    private final Heart heart;
    private final Resolving resolving;
    private final CoverReplies coverReplies;
    private final Erasures erasures;
    private final Outbox outbox;
    private final Duration patience;

    /** @param patience how long it can be taken back */
    public DismissingWrongNumber(Heart heart, Resolving resolving, CoverReplies coverReplies, Erasures erasures, Outbox outbox,
            Duration patience) {
        this.heart = heart;
        this.resolving = resolving;
        this.coverReplies = coverReplies;
        this.erasures = erasures;
        this.outbox = outbox;
        this.patience = patience;
    }

    /** The alert, those merged into it, and before them the phones they came from, are locked. Says whether the alert was unresolved. */
    public boolean dismiss(Transaction tx, LockedAlert alert, MemberId by) {
        var now = tx.now();
        var id = alert.alert().id();
        var outcomes = Collections.nCopies(heart.arrestees().of(tx, id).size(), Outcome.WRONG_NUMBER);
        if (resolving.resolve(tx, alert, by, outcomes, "") != ResolveResult.RESOLVED) {
            return false;
        }
        Stream.concat(Stream.of(alert), heart.merges().mergedFrom(tx, id).stream().flatMap(one -> heart.alerts().lock(tx, one).stream()))
                .forEach(same -> neverAnswer(tx, same, by, now));
        erasures.plan(tx, id, now.plus(patience));
        return true;
    }

    private void neverAnswer(Transaction tx, LockedAlert alert, MemberId by, Instant now) {
        outbox.cancelOfContactPoint(tx, alert.alert().contactPoint().value(), now);
        if (coverReplies.withdraw(tx, alert.alert().id())) {
            alert.tell(tx, Actor.of(by), new SpeakingEntry.ReplyWithheld("wrong-number"));
        }
    }
}
