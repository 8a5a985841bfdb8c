package gateway.duty;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.safety.PretendedShifts;
import gateway.safety.PretendedShifts.Act;
import gateway.safety.PretendedShifts.Done;
import gateway.safety.Proof;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a phone in doubt does about shifts by a code: done to what that phone knows and undone, so that it hears what any other would
 * hear and nobody goes off call or comes on call by it.
 */
final class DoubtedShifts {

    private final ShiftActs shifts;
    private final GivingWord givingWord;
    private final PretendedShifts pretended;

    DoubtedShifts(ShiftActs shifts, GivingWord givingWord, PretendedShifts pretended) {
        this.shifts = shifts;
        this.givingWord = givingWord;
        this.pretended = pretended;
    }

    /** @param before the offer as the phone knew it */
    record Seen(ShiftOffer before, Swapping.Result result) {

        boolean isTaken() {
            return result == Swapping.Result.TAKEN && before.state() == OfferState.OPEN;
        }

        private boolean isKept() {
            return isTaken() || result == Swapping.Result.UNDONE
                    || result == Swapping.Result.WAITS && before.state() == OfferState.OPEN;
        }
    }

    /** She accepts an offer, or takes her side of it back. */
    Seen offer(Transaction tx, Roll roll, Member member, ShiftOffer offer, Act act) {
        var done = new Done(act, offer.id());
        var seen = tx.undone(() -> {
            doAgain(tx, roll, member);
            var before = shifts.swapping().offers().lock(tx, offer.id()).orElse(offer);
            return new Seen(before, onOffer(tx, roll, member, done));
        });
        if (seen.isKept()) {
            pretended.keep(tx, member.id(), done);
        }
        return seen;
    }

    /** Her word for these promises; says which shifts it was given for. */
    List<HeldShift> give(Transaction tx, Roll roll, Member member, Set<UUID> promises) {
        var given = tx.undone(() -> {
            doAgain(tx, roll, member);
            return givingWord.give(tx, roll, member, Proof.CODE, promise -> promises.contains(promise.id()), tx.now());
        });
        if (!given.isEmpty()) {
            promises.forEach(promise -> pretended.keep(tx, member.id(), new Done(Act.GIVE, promise)));
        }
        return given;
    }

    /** Her promises that are waited for, as far as the phone knows. */
    List<Promise> open(Transaction tx, Roll roll, Member member) {
        return tx.undone(() -> {
            doAgain(tx, roll, member);
            return givingWord.open(tx, member);
        });
    }

    private Swapping.Result onOffer(Transaction tx, Roll roll, Member member, Done done) {
        return done.act() == Act.COVER ? shifts.swapping().accept(tx, roll, done.about(), member, tx.now())
                : shifts.swapping().undo(tx, roll, done.about(), member, true, tx.now());
    }

    /** In a transaction that is undone: makes what the phone knows true. */
    private void doAgain(Transaction tx, Roll roll, Member member) {
        for (var done : pretended.of(tx, member.id())) {
            if (done.act() == Act.GIVE) {
                givingWord.give(tx, roll, member, Proof.CODE, promise -> promise.id().equals(done.about()), tx.now());
            } else {
                onOffer(tx, roll, member, done);
            }
        }
    }
}
