package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.entry.AskingEntry;
import gateway.entry.HoldingEntry;
import gateway.entry.TimelineEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * A responder says "not me", or cannot be reached. The others of her step are still asked; once nobody of the step is
 * left, the next one is asked at once; for a companion, somebody else who is wanted. The last resort keeps its
 * own pace, so that refusals cannot make it spin.
 */
public final class Passing {

    private final Ladders ladders;
    private final Dispatches dispatches;
    private final WantedHands wantedHands;

    public Passing(Ladders ladders, Dispatches dispatches, WantedHands wantedHands) {
        this.ladders = ladders;
        this.dispatches = dispatches;
        this.wantedHands = wantedHands;
    }

    public void pass(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        pass(tx, alert, dispatch, NotNow.NOTHING);
    }

    /** Says until when she is not asked about this alert again, if she said so. */
    public Optional<Instant> pass(Transaction tx, LockedAlert alert, Dispatch dispatch, NotNow notNow) {
        var until = notNow.span().map(tx.now()::plus);
        leave(tx, alert, dispatch, DispatchState.PASSED, Actor.of(dispatch.member()), new HoldingEntry.Passed(
                dispatch.discipline(), dispatch.member(), notNow.words(), until.orElse(null)));
        until.ifPresent(later -> dispatches.writing().askLater(tx, dispatch, later));
        return until;
    }

    void unreached(Transaction tx, LockedAlert alert, Dispatch dispatch, String error) {
        leave(tx, alert, dispatch, DispatchState.UNREACHED, Actor.GATEWAY,
                new AskingEntry.Unreached(dispatch.discipline(), dispatch.member(), error));
    }

    private void leave(Transaction tx, LockedAlert alert, Dispatch dispatch, DispatchState state, Actor actor,
            TimelineEntry entry) {
        var now = tx.now();
        dispatches.writing().move(tx, dispatch, state, now);
        alert.tell(tx, actor, entry);
        if (dispatch.companion()) {
            wantedHands.hurry(tx, dispatch.ladder(), now);
            return;
        }
        alert.ladder(dispatch.discipline(), Ladder.Climbing.class)
                .filter(ladder -> isNobodyLeftOfTheStep(tx, ladder))
                .ifPresent(ladder -> ladders.save(tx, ladder.escalate(now)));
    }

    private boolean isNobodyLeftOfTheStep(Transaction tx, Ladder ladder) {
        var climb = ladder.climb();
        var onLastResort = climb.round() > 0;
        return !onLastResort && dispatches.liveOf(tx, ladder).stream()
                .noneMatch(other -> other.state() == DispatchState.ASKED && !other.companion() && other.step() == climb.step() - 1);
    }
}
