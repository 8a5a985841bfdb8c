package gateway.safety;

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

    /** She went inside by her code, and should have been out a minute ago. */
    public static Member late(Transaction tx, SafetyTimers timers, Member member, LockedAlert about, Instant now) {
        timers.begin(tx, member.id(), about.alert().id(), Proof.CODE, now.minusSeconds(360), now.minusSeconds(60));
        timers.standingOf(tx, java.util.List.of(member.id())).forEach(timer -> timers.overdue(tx, timer, now));
        return member;
    }

    /** The time she has begun is over. */
    public static Member over(Transaction tx, SafetyTimers timers, Member member, Instant now) {
        timers.standingOf(tx, java.util.List.of(member.id())).forEach(timer -> timers.overdue(tx, timer, now));
        return member;
    }
}
