package gateway.telling;

import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.messaging.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells members what they need only know, stand-downs and notices: the first at once, what follows within a minute in one
 * text. One member a transaction, under the same lock as the {@link Herald}, so that both keep one pace.
 */
public final class Crier {

    private static final int MOST_AT_ONCE = 200;
    /** So much later is a member looked at again whose telling failed, or for whom all that waits is held. */
    private static final Duration PUT_OFF = NoticePlan.BETWEEN.minusSeconds(5);

    private final Notices notices;
    private final Dispatching dispatching;
    private final Phrases phrases;
    private final InstantSource clock;
    private final DueRows<MemberId> waiting;

    public Crier(Database database, Notices notices, Dispatching dispatching, Phrases phrases, InstantSource clock) {
        this.dispatching = dispatching;
        this.notices = notices;
        this.phrases = phrases;
        this.clock = clock;
        this.waiting = new DueRows<>(database, "To be told what there is to know, member", MemberId::value, this::tell,
                (tx, member) -> dispatching.digests().paces().saveForNotices(tx, member, tx.now().minus(PUT_OFF)));
    }

    public Optional<Instant> tick() {
        var now = clock.instant();
        return waiting.turn(tx -> dispatching.digests().paces().dueForNotices(tx, now.minus(NoticePlan.BETWEEN), now), dispatching.digests().paces()::nextNotice);
    }

    private void tell(Transaction tx, MemberId id) {
        dispatching.digests().paces().lockForNotices(tx, id).ifPresent(told -> {
            var now = tx.now();
            notices.withdrawStale(tx, id, now);
            var may = notices.mayTell(tx, id, now);
            var waiting = notices.untold(tx, id, may, now, MOST_AT_ONCE);
            if (waiting.isEmpty()) {
                dispatching.digests().paces().saveForNotices(tx, id, now.minus(PUT_OFF));
            }
            var lately = dispatching.digests().paces().lately(tx, id, now.minus(DigestPlan.MINUTE), now);
            waiting.stream().map(Notice::madeAt).min(Comparator.naturalOrder())
                    .filter(oldest -> NoticePlan.tells(lately, told, oldest, now))
                    .ifPresent(_ -> tell(tx, id, waiting, may, now));
        });
    }

    private void tell(Transaction tx, MemberId id, List<Notice> waiting, Set<Notice.Urgency> may, Instant now) {
        var member = dispatching.members().find(tx, id).filter(one -> one.askablePhone().isPresent());
        member.ifPresentOrElse(one -> tell(tx, one, waiting, may, now), () -> notices.told(tx, waiting, null, now));
    }

    private void tell(Transaction tx, Member member, List<Notice> waiting, Set<Notice.Urgency> may, Instant now) {
        var all = Math.max(waiting.size(), notices.countUntold(tx, member.id(), may, now));
        var text = NoticeText.of(waiting, all, now.minus(NoticePlan.LONG_AGO), member.language(), phrases);
        dispatching.digests().paces().saveForNotices(tx, member.id(), now);
        dispatching.telling().inform(tx, member, text).ifPresent(message -> notices.told(tx, text.told(), message, now));
    }
}
