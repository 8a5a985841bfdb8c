package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import java.time.InstantSource;

/** Something was heard of an alert that is grave enough to ask everybody afresh. */
public final class HearingAgain {

    private final Ladders ladders;
    private final Dispatches dispatches;
    private final Asking asking;
    private final InstantSource clock;

    public HearingAgain(Ladders ladders, Dispatches dispatches, Asking asking, InstantSource clock) {
        this.ladders = ladders;
        this.dispatches = dispatches;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Everybody who was asked is asked again, with the code he or she has; so is whoever has it, who takes the graver
     * thing knowingly. The next step is asked beside them.
     */
    public void askAfresh(Transaction tx, LockedAlert alert) {
        alert.ladders().forEach(ladder -> askAfresh(tx, alert, ladder));
    }

    private void askAfresh(Transaction tx, LockedAlert alert, Ladder ladder) {
        var now = clock.instant();
        ladders.save(tx, ladder.askAfresh(now));
        for (var dispatch : dispatches.liveOf(tx, ladder)) {
            dispatches.move(tx, dispatch, DispatchState.ASKED, now);
            asking.sendAgain(tx, alert, dispatch);
        }
    }
}
