package gateway.asking;

import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.roster.Discipline;

/** Something was heard of an alert that is grave enough to ask for it afresh. */
public final class HearingAgain {

    private final Ladders ladders;
    private final Dispatches dispatches;
    private final WantedHands wantedHands;
    private final Asking asking;

    public HearingAgain(Ladders ladders, Dispatches dispatches, WantedHands wantedHands, Asking asking) {
        this.ladders = ladders;
        this.dispatches = dispatches;
        this.wantedHands = wantedHands;
        this.asking = asking;
    }

    /**
     * A report says so, or a coordinator who merges a graver alert into this one. Where nobody has a ladder, everybody who was
     * asked is asked again, and the next step at once. A holder keeps it, as she took it. One more peer is wanted beside her.
     */
    public void askAfresh(Transaction tx, LockedAlert alert) {
        alert.ladders(Ladder.Climbing.class).forEach(ladder -> askEverybody(tx, alert, ladder));
        alert.ladders(Ladder.Acknowledged.class).forEach(ladder -> askBeside(tx, alert, ladder));
    }

    private void askEverybody(Transaction tx, LockedAlert alert, Ladder.Climbing ladder) {
        ladders.save(tx, ladder.askAfresh(tx.now()));
        dispatches.liveOf(tx, ladder).forEach(dispatch -> askAgain(tx, alert, dispatch));
    }

    private void askBeside(Transaction tx, LockedAlert alert, Ladder ladder) {
        dispatches.liveOf(tx, ladder).stream().filter(dispatch -> dispatch.state() != DispatchState.TAKEN)
                .forEach(dispatch -> askAgain(tx, alert, dispatch));
        if (ladder.discipline() == Discipline.PEER_ADVOCATE) {
            wantedHands.wantAnother(tx, ladder, MoreHands.MOST, tx.now());
        }
    }

    private void askAgain(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        dispatches.writing().move(tx, dispatch, DispatchState.ASKED, tx.now());
        asking.sendAgain(tx, alert, dispatch);
    }
}
