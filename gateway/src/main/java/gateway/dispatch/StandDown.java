package gateway.dispatch;

import gateway.alert.AlertNumber;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.messaging.Outbox;
import gateway.messaging.Purpose;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Tells those who were asked that they need not come: somebody has it, or it is resolved. Their codes die. */
public final class StandDown {

    private final Dispatches dispatches;
    private final Outbox outbox;
    private final Telling telling;
    private final Members members;
    private final InstantSource clock;

    public StandDown(Dispatches dispatches, Outbox outbox, Telling telling, Members members, InstantSource clock) {
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.telling = telling;
        this.members = members;
        this.clock = clock;
    }

    /** One text to each of the others but those who come beside the holder, and none to those who cannot have heard of it yet. */
    void tellTheOthers(Transaction tx, LockedAlert alert, Ladder ladder, MemberId holder) {
        var others = dispatches.liveOf(tx, ladder).stream()
                .filter(dispatch -> !dispatch.member().equals(holder) && !dispatch.companion())
                .toList();
        end(tx, alert, others, DispatchState.STOOD_DOWN, "stand-down.taken");
    }

    /** The alert is resolved: everybody who was asked or has it is told once. */
    void tellAll(Transaction tx, LockedAlert alert, Ladder ladder, MemberId resolvedBy) {
        var live = dispatches.liveOf(tx, ladder);
        var resolver = live.stream().filter(dispatch -> dispatch.member().equals(resolvedBy)).toList();
        resolver.forEach(dispatch -> dispatches.move(tx, dispatch, DispatchState.ENDED, clock.instant()));
        end(tx, alert, live.stream().filter(dispatch -> !resolver.contains(dispatch)).toList(), DispatchState.ENDED,
                "stand-down.resolved");
    }

    /** The alert is the same as another, which goes on: everybody who was asked or has it is told once. */
    void tellAllOfMerging(Transaction tx, LockedAlert alert, Ladder ladder, AlertNumber other) {
        end(tx, alert, dispatches.liveOf(tx, ladder), DispatchState.ENDED, "stand-down.merged",
                Map.of("number", alert.alert().number().toString(), "other", other.toString()));
    }

    private void end(Transaction tx, LockedAlert alert, List<Dispatch> live, DispatchState state, String key) {
        end(tx, alert, live, state, key, Map.of("number", alert.alert().number().toString()));
    }

    private void end(Transaction tx, LockedAlert alert, List<Dispatch> live, DispatchState state, String key,
            Map<String, String> values) {
        for (var dispatch : live) {
            // First the dispatch: a herald who is about to tell of it holds its row, and his text is cancelled after that.
            dispatches.move(tx, dispatch, state, clock.instant());
            outbox.cancelOfDispatch(tx, dispatch.id().value(), clock.instant());
            if (knowsOf(tx, dispatch)) {
                members.find(tx, dispatch.member()).ifPresent(member -> telling.leaveNotice(tx, alert, dispatch, member,
                        Purpose.STAND_DOWN, Notice.Urgency.AT_ONCE, key, values));
            }
        }
    }

    private boolean knowsOf(Transaction tx, Dispatch dispatch) {
        return switch (dispatch.state()) {
            case TAKEN -> true;
            case UNREACHED -> outbox.hasHeardByText(tx, dispatch.id().value());
            default -> outbox.mayHaveHeard(tx, dispatch.id().value());
        };
    }
}
