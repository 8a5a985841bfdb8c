package gateway.safety;

import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.messaging.NoticeCall;

/** A coordinator says that she has heard what she was rung for. Nobody is rung for it any more; what it is about stands. */
public final class Summoned {

    private final Summoning summoning;
    private final SafetyTimers timers;

    public Summoned(Summoning summoning, SafetyTimers timers) {
        this.summoning = summoning;
        this.timers = timers;
    }

    public void heard(Transaction tx, NoticeCall notice, MemberId by) {
        if (notice.summons() != null) {
            summoning.heard(tx, notice.summons());
            timers.hear(tx, notice.summons(), by, tx.now());
        }
    }
}
