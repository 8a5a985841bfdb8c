package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.member.Members;
import java.time.InstantSource;
import java.util.Map;

/** A reporter wrote again. What is grave enough asks everybody afresh; otherwise whoever has the alert is told. */
public final class HearingAgain {

    private final Ladders ladders;
    private final Dispatches dispatches;
    private final Members members;
    private final Asking asking;
    private final Telling telling;
    private final InstantSource clock;

    public HearingAgain(Ladders ladders, Dispatches dispatches, Members members, Asking asking, Telling telling,
            InstantSource clock) {
        this.ladders = ladders;
        this.dispatches = dispatches;
        this.members = members;
        this.asking = asking;
        this.telling = telling;
        this.clock = clock;
    }

    public void hear(Transaction tx, LockedAlert alert, Code code, boolean asksAfresh) {
        for (var ladder : alert.ladders()) {
            if (asksAfresh) {
                askAfresh(tx, alert, ladder);
            } else {
                ladder.holder().ifPresent(holder -> tell(tx, alert, code, holder));
            }
        }
    }

    /**
     * Everybody who was asked is asked again, with the code he or she has; so is whoever has it, who takes the graver
     * thing knowingly. The next step is asked beside them.
     */
    private void askAfresh(Transaction tx, LockedAlert alert, Ladder ladder) {
        var now = clock.instant();
        ladders.save(tx, ladder.askAfresh(now));
        for (var dispatch : dispatches.liveOf(tx, ladder)) {
            dispatches.move(tx, dispatch, DispatchState.ASKED, now);
            asking.sendAgain(tx, alert, dispatch);
        }
    }

    private void tell(Transaction tx, LockedAlert alert, Code code, MemberId holder) {
        members.find(tx, holder).ifPresent(member -> telling.tellOfLaterText(tx, alert, member,
                Map.of("number", alert.alert().number().toString(), "mark", code.mark(),
                        "time", telling.time(tx, alert, clock.instant()))));
    }
}
