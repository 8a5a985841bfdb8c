package gateway.replying;

import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.member.Member;
import gateway.messaging.Purpose;
import gateway.safety.Pretences;
import gateway.telling.Dispatching;
import java.util.Map;
import java.util.Optional;

/**
 * Answers words from a responder's phone with what she can text now: the way to take or to keep what she was asked for. A phone in
 * its quiet hears nothing.
 */
public final class AnsweringWords {

    private final Dispatching dispatching;
    private final Pretences pretences;

    public AnsweringWords(Dispatching dispatching, Pretences pretences) {
        this.dispatching = dispatching;
        this.pretences = pretences;
    }

    /** @param about what she has or was asked for, of this alert */
    public void answer(Transaction tx, Optional<LockedAlert> alert, Optional<DispatchId> about, Member member) {
        if (dispatching.telling().phones().isQuiet(tx, member)) {
            return;
        }
        var dispatch = alert.isEmpty() ? Optional.<Dispatch>empty()
                : about.flatMap(id -> dispatching.dispatches().find(tx, id)).map(found -> pretences.asTold(tx, found)).filter(found -> found.state().isLive());
        if (dispatch.isEmpty()) {
            dispatching.telling().tell(tx, null, null, member, Purpose.ANSWER, "answer.words-kept", Map.of());
            return;
        }
        var key = dispatch.get().state() == DispatchState.TAKEN ? "answer.words-yours" : "answer.words-asked";
        dispatching.telling().tell(tx, alert.get(), dispatch.get(), member, Purpose.ANSWER, key, Map.of(
                "number", alert.get().alert().number().toString(), "code", dispatch.get().code().digits()));
    }
}
