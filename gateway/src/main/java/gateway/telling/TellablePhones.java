package gateway.telling;

import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.member.Member;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose phones may be told something: the members' own, while nothing speaks against them. */
public final class TellablePhones {

    private final Members members;
    private final Dispatches dispatches;
    private final QuietPhones quietPhones;

    TellablePhones(Members members, Dispatches dispatches, QuietPhones quietPhones) {
        this.members = members;
        this.dispatches = dispatches;
        this.quietPhones = quietPhones;
    }

    /** A member's phone, when it may be texted or rung: verified, not lost, and not in its quiet. */
    public Optional<PhoneNumber> askable(Transaction tx, Member member) {
        return member.askablePhone().filter(_ -> !isQuiet(tx, member));
    }

    /** Whether she is inside a station, so that nothing may be sent to or rung at her phone. */
    public boolean isQuiet(Transaction tx, Member member) {
        return quietPhones.isQuiet(tx, member.id());
    }

    /** Nothing of an alert is told to the phone that reported it first: it may be in other hands. */
    boolean hasReported(Transaction tx, @Nullable LockedAlert alert, Member member) {
        return alert != null && dispatches.asked().reportersOf(tx, alert.alert().id()).first().contains(member.id());
    }

    /** Whether a code may go to her phone: one need not be verified for that, but nothing else may speak against it. */
    public boolean mayBeVerified(Transaction tx, Member member) {
        return member.phone() != null && !isQuiet(tx, member)
                && (member.barred().isEmpty() || members.bars().isSaidFound(tx, member.id(), tx.now()));
    }
}
