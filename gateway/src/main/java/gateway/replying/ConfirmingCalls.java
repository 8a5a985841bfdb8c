package gateway.replying;

import gateway.alert.Actor;
import gateway.alert.LockedAlert;
import gateway.asking.Asking;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.entry.AskingEntry;
import gateway.member.Member;
import gateway.replying.ReplyActs.Answer;
import gateway.telling.Dispatching;
import gateway.telling.RingPlan;
import gateway.telling.Rings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * Rings a responder whose right code came after many wrong ones: key 1 in that call takes the alert. She has asked for it by her
 * code, so neither the limits of {@link RingPlan} nor the step that is asked now hold it back; only another call to her does.
 */
public final class ConfirmingCalls {

    /** A call and its second one are over by then. */
    private static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final Duration WORTH = Duration.ofMinutes(2);
    /** Once rung for, the same code is not answered again so soon, and until then nobody is rung again. */
    private static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(1);

    private final Dispatching dispatching;
    private final Asking asking;

    public ConfirmingCalls(Dispatching dispatching, Asking asking) {
        this.dispatching = dispatching;
        this.asking = asking;
    }

    /** Rings her for it, as soon as no other call of ours rings her, and says how she is answered. */
    Answer ring(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        var now = tx.now();
        if (dispatching.digests().isAnswered(tx, member.id(), dispatch.id(), now.minus(BETWEEN_ANSWERS))) {
            return Answer.none();
        }
        if (dispatching.telling().phones().askable(tx, member).isEmpty()) {
            return Answer.of("answer.page-needed");
        }
        var going = dispatching.rings().going(tx, dispatch.member(), now);
        var at = going.stream().filter(call -> call.dispatch().equals(dispatch.id())).map(Rings.Going::at).findFirst().orElseGet(() -> {
            var free = going.stream().map(Rings.Going::at).max(Comparator.naturalOrder())
                    .map(last -> later(last.plus(BETWEEN), now)).orElse(now);
            asking.ringAt(tx, alert, dispatch, member, free, WORTH).ifPresent(_ -> alert.tell(tx, Actor.GATEWAY,
                    new AskingEntry.Rung(dispatch.discipline(), dispatch.member())));
            return free;
        });
        return at.isAfter(now) ? new Answer(Answer.CALL_BY, Map.of("time", dispatching.telling().time(tx, alert, at.plus(Duration.ofMinutes(1)))))
                : Answer.of(Answer.CALL_FIRST);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
