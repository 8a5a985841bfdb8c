package gateway.dispatch;

import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.member.Member;
import java.time.Instant;

/** A responder who has given the PIN that says she is forced. */
public final class Forced {

    private Forced() {}

    public static Member by(Transaction tx, SafetyTimers timers, Member member, LockedAlert about, Instant now) {
        timers.duress(tx, member.id(), about.alert().id(), now);
        return member;
    }
}
