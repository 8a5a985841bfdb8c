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
    private final Telling telling;
    private final InstantSource clock;

    public HearingAgain(Ladders ladders, Dispatches dispatches, Members members, Telling telling, InstantSource clock) {
        this.ladders = ladders;
        this.dispatches = dispatches;
        this.members = members;
        this.telling = telling;
        this.clock = clock;
    }

    public void hear(Transaction tx, LockedAlert alert, Code code, boolean asksAfresh) {
        for (var ladder : alert.ladders()) {
            if (asksAfresh) {
                askAfresh(tx, ladder);
            } else {
                ladder.holder().ifPresent(holder -> tell(tx, alert, code, holder));
            }
        }
    }

    /** Whoever has it is asked again first, with the code she has, so that she takes the graver thing knowingly. */
    private void askAfresh(Transaction tx, Ladder ladder) {
        var now = clock.instant();
        ladder.holder().flatMap(holder -> dispatches.liveOf(tx, ladder, holder))
                .ifPresent(dispatch -> dispatches.move(tx, dispatch, DispatchState.ASKED, now));
        ladders.save(tx, ladder.askAfresh(now));
    }

    private void tell(Transaction tx, LockedAlert alert, Code code, MemberId holder) {
        members.find(tx, holder).ifPresent(member -> telling.tellOfLaterText(tx, alert, member,
                Map.of("number", alert.alert().number().toString(), "mark", code.mark(),
                        "time", telling.time(tx, alert, clock.instant()))));
    }
}
