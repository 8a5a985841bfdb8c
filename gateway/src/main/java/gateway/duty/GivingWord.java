package gateway.duty;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.safety.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A member gives her word that she is, or will be, there. */
final class GivingWord {

    private final ShiftActs shifts;

    GivingWord(ShiftActs shifts) {
        this.shifts = shifts;
    }

    /** Her promises that are waited for. */
    List<Promise> open(Transaction tx, Member member) {
        return shifts.promises().lockOf(tx, member.id(), tx.now()).stream().filter(promise -> promise.state().isOpen()).toList();
    }

    /** Her word for what she proves; and what she wanted off, and nobody would cover, she keeps. */
    List<HeldShift> give(Transaction tx, Roll roll, Member member, Proof proof, Predicate<Promise> which, Instant now) {
        var given = new ArrayList<HeldShift>();
        var promised = proof.mayTakeAway() ? open(tx, member).stream().filter(which).toList() : List.<Promise>of();
        for (var offer : shifts.swapping().offers().open(tx)) {
            var isNamed = promised.stream().anyMatch(promise -> promise.roster().equals(offer.roster())
                    && promise.shift().from().equals(offer.shift().from()));
            var mayUndo = isNamed || proof == Proof.PAGE || offer.state() == OfferState.OPEN;
            if (offer.shift().member().equals(member.id()) && mayUndo
                    && shifts.swapping().undo(tx, roll, offer.id(), member, proof == Proof.PAGE && !isNamed, now) == Swapping.Result.UNDONE) {
                roll.roster(offer.roster()).ifPresent(roster -> given.add(new HeldShift(roster, offer.shift())));
            }
        }
        given.addAll(HeldShift.promised(roll, promised));
        promised.forEach(promise -> shifts.keeping().give(tx, roll, promise, now));
        return given;
    }
}
