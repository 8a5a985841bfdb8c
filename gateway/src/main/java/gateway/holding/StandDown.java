package gateway.holding;

import gateway.alert.AlertNumber;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.member.MemberId;
import gateway.messaging.Outbox;
import gateway.messaging.Purpose;
import gateway.safety.Pretences;
import gateway.telling.Dispatching;
import gateway.telling.Notice;
import java.util.List;
import java.util.Map;

/** Tells those who were asked that they need not come: somebody has it, or it is resolved. Their codes die. */
public final class StandDown {

    private final Dispatching dispatching;
    private final Outbox outbox;
    private final Pretences pretences;

    public StandDown(Dispatching dispatching, Outbox outbox, Pretences pretences) {
        this.dispatching = dispatching;
        this.outbox = outbox;
        this.pretences = pretences;
    }

    /** One text to each of the others but those who come beside the holder, and none to those who cannot have heard of it yet. */
    void tellTheOthers(Transaction tx, LockedAlert alert, Ladder ladder, MemberId holder) {
        var others = dispatching.dispatches().liveOf(tx, ladder).stream()
                .filter(dispatch -> !dispatch.member().equals(holder) && !dispatch.companion())
                .toList();
        end(tx, alert, others, DispatchState.STOOD_DOWN, "stand-down.taken");
    }

    /** The alert is resolved: everybody who was asked or has it is told once. */
    void tellAll(Transaction tx, LockedAlert alert, Ladder ladder, MemberId resolvedBy) {
        var live = dispatching.dispatches().liveOf(tx, ladder);
        var resolver = live.stream().filter(dispatch -> dispatch.member().equals(resolvedBy)).toList();
        resolver.forEach(dispatch -> dispatching.dispatches().writing().move(tx, dispatch, DispatchState.ENDED, tx.now()));
        end(tx, alert, live.stream().filter(dispatch -> !resolver.contains(dispatch)).toList(), DispatchState.ENDED,
                "stand-down.resolved");
        tellTheDoubted(tx, alert, ladder, "stand-down.resolved", Map.of("number", alert.alert().number().toString()));
    }

    /** The alert is the same as another, which goes on: everybody who was asked or has it is told once. */
    void tellAllOfMerging(Transaction tx, LockedAlert alert, Ladder ladder, AlertNumber other) {
        var values = Map.of("number", alert.alert().number().toString(), "other", other.toString());
        end(tx, alert, dispatching.dispatches().liveOf(tx, ladder), DispatchState.ENDED, "stand-down.merged", values);
        tellTheDoubted(tx, alert, ladder, "stand-down.merged", values);
    }

    private void end(Transaction tx, LockedAlert alert, List<Dispatch> live, DispatchState state, String key) {
        end(tx, alert, live, state, key, Map.of("number", alert.alert().number().toString()));
    }

    private void end(Transaction tx, LockedAlert alert, List<Dispatch> live, DispatchState state, String key,
            Map<String, String> values) {
        for (var dispatch : live) {
            // First the dispatch: a herald who is about to tell of it holds its row, and his text is cancelled after that.
            dispatching.dispatches().writing().move(tx, dispatch, state, tx.now());
            outbox.cancelOfDispatch(tx, dispatch.id().value(), tx.now());
            if (expectsIt(tx, dispatch, state) && knowsOf(tx, dispatch)) {
                leaveNotice(tx, alert, dispatch, key, values);
            }
        }
    }

    private void leaveNotice(Transaction tx, LockedAlert alert, Dispatch dispatch, String key, Map<String, String> values) {
        dispatching.members().find(tx, dispatch.member()).ifPresent(member -> dispatching.telling().leaveNotice(tx, alert, dispatch, member,
                Purpose.STAND_DOWN, Notice.Urgency.AT_ONCE, key, values));
    }

    /** A phone in doubt hears of it where it knows of nothing that speaks against it; then it knows what is true. */
    private boolean expectsIt(Transaction tx, Dispatch dispatch, DispatchState state) {
        var told = pretences.find(tx, dispatch.id());
        if (told.isEmpty()) {
            return true;
        }
        var seems = told.get().state();
        if (seems == DispatchState.TAKEN && state == DispatchState.STOOD_DOWN) {
            return false;
        }
        if (seems.isLive() || state == DispatchState.ENDED) {
            pretences.forget(tx, dispatch.id());
        }
        return seems.isLive();
    }

    /** Those whose codes have died already, and whose phones do not know it. */
    private void tellTheDoubted(Transaction tx, LockedAlert alert, Ladder ladder, String key, Map<String, String> values) {
        pretences.of(tx, ladder).forEach(told -> {
            pretences.forget(tx, told.dispatch());
            if (told.state().isLive()) {
                dispatching.dispatches().find(tx, told.dispatch()).ifPresent(dispatch -> leaveNotice(tx, alert, dispatch, key, values));
            }
        });
    }

    private boolean knowsOf(Transaction tx, Dispatch dispatch) {
        return switch (dispatch.state()) {
            case TAKEN -> true;
            case UNREACHED -> outbox.receipts().hasHeardByText(tx, dispatch.id().value());
            default -> outbox.receipts().mayHaveHeard(tx, dispatch.id().value());
        };
    }
}
