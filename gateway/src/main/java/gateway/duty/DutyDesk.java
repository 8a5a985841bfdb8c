package gateway.duty;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Members;
import gateway.replying.ReplyDesk;
import gateway.roster.Rosters;
import gateway.safety.PretendedShifts.Act;
import gateway.safety.Proof;
import gateway.safety.Safety;
import gateway.safety.SafetyTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Hears what responders text about their shifts, does it, and words the answer. What a number alone says is answered once a
 * minute at most, whether it changed anything or not: nobody can make us text her without end by her number.
 */
public final class DutyDesk {

    /** A word of hers about a shift is about one that is near. */
    private static final Duration AHEAD = Duration.ofHours(36);

    private final Rosters rosters;
    private final Members members;
    private final ShiftActs shifts;
    private final ReplyDesk replyDesk;
    private final SafetyTimers timers;
    private final GivingWord givingWord;
    private final DoubtedShifts doubted;

    public DutyDesk(Rosters rosters, Members members, ShiftActs shifts, ReplyDesk replyDesk, Safety safety) {
        this.rosters = rosters;
        this.members = members;
        this.shifts = shifts;
        this.replyDesk = replyDesk;
        this.timers = safety.timers();
        this.givingWord = new GivingWord(shifts);
        this.doubted = new DoubtedShifts(shifts, givingWord, safety.pretendedShifts());
    }

    /** Whether this is about her shifts: {@code BACK} is so only with the code of an offer. */
    public boolean concerns(Transaction tx, Member member, DutyWord word) {
        return !(word instanceof DutyWord.BackOut(var code)) || shifts.swapping().offers().byCode(tx, member.id(), code).isPresent();
    }

    public void answer(Transaction tx, Member member, DutyWord word) {
        var roll = Roll.of(tx, rosters, members);
        var doubt = timers.doubt(tx, member.id());
        if (doubt.isPresent() && !(word instanceof DutyWord.Off)) {
            answerDoubted(tx, roll, member, word);
            return;
        }
        switch (word) {
            case DutyWord.On(var code) -> on(tx, roll, member, code, false);
            case DutyWord.Off _ -> off(tx, roll, member);
            case DutyWord.CoverIt(var code) -> shifts.swapping().offers().byCode(tx, member.id(), code).ifPresentOrElse(
                    offer -> say(tx, roll, member, offer, shifts.swapping().accept(tx, roll, offer.id(), member, tx.now())),
                    () -> replyDesk.wrongCode(tx, member));
            case DutyWord.BackOut(var code) -> shifts.swapping().offers().byCode(tx, member.id(), code).ifPresentOrElse(
                    offer -> say(tx, roll, member, offer, shifts.swapping().undo(tx, roll, offer.id(), member, true, tx.now())),
                    () -> replyDesk.wrongCode(tx, member));
        }
    }

    /**
     * Her phone may be in other hands: it takes nobody off call, and does what a number alone may and no more. The answer is the usual one, since somebody
     * else reads it; it does not go out while her phone is in its quiet.
     */
    private void answerDoubted(Transaction tx, Roll roll, Member member, DutyWord word) {
        switch (word) {
            case DutyWord.On(var code) -> on(tx, roll, member, code, true);
            case DutyWord.Off _ -> { }
            case DutyWord.CoverIt(var code) -> shifts.swapping().offers().byCode(tx, member.id(), code).ifPresentOrElse(
                    offer -> asUsual(tx, roll, member, offer, Act.COVER, code),
                    () -> replyDesk.wrongCode(tx, member));
            case DutyWord.BackOut(var code) -> shifts.swapping().offers().byCode(tx, member.id(), code).ifPresentOrElse(
                    offer -> asUsual(tx, roll, member, offer, Act.BACK, code),
                    () -> replyDesk.wrongCode(tx, member));
        }
    }

    /** Done to what her phone knows, undone, kept, and answered. */
    private void asUsual(Transaction tx, Roll roll, Member member, ShiftOffer offer, Act act, String code) {
        var seen = doubted.offer(tx, roll, member, offer, act);
        if (seen.isTaken()) {
            shifts.texts().answer(tx, member, "offer.yours", Map.of("shift", roll.roster(offer.roster())
                    .map(roster -> new HeldShift(roster, offer.shift()).told()).orElse(""), "code", code), tx.now());
        } else {
            say(tx, roll, member, seen.before(), seen.result());
        }
    }

    /** She says on her page that she is, or will be, there. Says whether that was waited for. */
    public boolean on(Transaction tx, Member member) {
        var given = givingWord.give(tx, Roll.of(tx, rosters, members), member, Proof.PAGE, _ -> true, tx.now());
        shifts.changing().askWhoIsHere(tx, Roll.of(tx, rosters, members), member);
        return !given.isEmpty();
    }

    /** She wants off one shift of hers. */
    public Swapping.Result off(Transaction tx, HeldShift held) {
        return shifts.swapping().offer(tx, Roll.of(tx, rosters, members), held.roster(), held.shift(), tx.now());
    }

    /** Her shifts that are, or begin in this time, the first first; one that never ends is told of as a day long. */
    public List<HeldShift> shifts(Transaction tx, Member member, Duration ahead) {
        return HeldShift.near(Roll.of(tx, rosters, members), member, ahead, tx.now());
    }

    /** Accepts an offer on the page. */
    public Swapping.Result accept(Transaction tx, UUID offer, Member member) {
        return shifts.swapping().accept(tx, Roll.of(tx, rosters, members), offer, member, tx.now());
    }

    /** A coordinator says on the page that a shift may not change hands so. */
    public Swapping.Result decline(Transaction tx, UUID offer) {
        return shifts.swapping().decline(tx, Roll.of(tx, rosters, members), offer, tx.now());
    }

    /** Takes an offer, or its acceptance, back on the page. */
    public Swapping.Result undo(Transaction tx, UUID offer, Member member) {
        return shifts.swapping().undo(tx, Roll.of(tx, rosters, members), offer, member, true, tx.now());
    }

    /** Every offer that still matters. */
    public List<ShiftOffer> offers(Transaction tx) {
        return shifts.swapping().offers().standing(tx, tx.now());
    }

    /** Her promises that are waited for. */
    public List<Promise> open(Transaction tx, Member member) {
        return givingWord.open(tx, member);
    }

    /**
     * Whoever stays on for her goes only by the code of what she was asked. By her number alone nothing is taken from anybody:
     * she keeps what she wanted off, and learns the code.
     *
     * @param inDoubt whether her phone is in doubt: then what takes a proof is answered and undone
     */
    private void on(Transaction tx, Roll roll, Member member, String code, boolean inDoubt) {
        var now = tx.now();
        var named = code.isEmpty() ? Set.<UUID>of() : shifts.promises().ofCode(tx, member.id(), code);
        if (!code.isEmpty() && named.isEmpty()) {
            replyDesk.wrongCode(tx, member);
        }
        var proof = named.isEmpty() ? Proof.NUMBER_ALONE : Proof.CODE;
        var given = inDoubt && proof.mayTakeAway() ? doubted.give(tx, roll, member, named)
                : givingWord.give(tx, roll, member, proof, promise -> named.contains(promise.id()), now);
        if (code.isEmpty() || !named.isEmpty()) {
            var waiting = proof.mayTakeAway() ? List.<Promise>of() : inDoubt ? doubted.open(tx, roll, member) : open(tx, member);
            answerOn(tx, roll, member, given, waiting, proof.mayTakeAway());
        }
        if (!inDoubt) {
            shifts.changing().askWhoIsHere(tx, roll, member);
        }
    }

    private void answerOn(Transaction tx, Roll roll, Member member, List<HeldShift> given, List<Promise> waiting, boolean proven) {
        var now = tx.now();
        if (!(proven && !given.isEmpty()) && !shifts.promises().mayAnswer(tx, member.id(), now)) {
            return;
        }
        if (!waiting.isEmpty()) {
            shifts.texts().answer(tx, member, "promise.noted", shifts.texts().listed(member, "promise.noted",
                    HeldShift.promised(roll, waiting).stream().map(HeldShift::told).distinct().toList(),
                    Map.of("code", shifts.promises().codeOf(tx, waiting.getFirst()).digits())), now);
        } else if (!given.isEmpty()) {
            shifts.texts().answer(tx, member, "promise.given",
                    shifts.texts().listed(member, "promise.given", given.stream().map(HeldShift::told).distinct().toList()), now);
        } else {
            shifts.texts().answer(tx, member, "promise.none", Map.of(), now);
        }
    }

    /** Shifts for which her word is waited. */
    private List<HeldShift> waitingFor(Transaction tx, Roll roll, Member member) {
        return HeldShift.promised(roll, open(tx, member));
    }

    /** What she was asked for and has not given; else the shift she is on; else her next one; else what has no end. */
    private void off(Transaction tx, Roll roll, Member member) {
        var now = tx.now();
        var wanted = wanted(tx, roll, member, now);
        var results = wanted.stream().map(held -> shifts.swapping().offer(tx, roll, held.roster(), held.shift(), now)).toList();
        if (!shifts.promises().mayAnswer(tx, member.id(), now)) {
            return;
        }
        if (results.contains(Swapping.Result.OFFERED)) {
            var values = shifts.texts().listed(member, "off.asked", wanted.stream().map(HeldShift::told).toList());
            shifts.texts().answer(tx, member, "off.asked", values, now);
        } else {
            shifts.texts().answer(tx, member, wanted.isEmpty() ? "off.none" : "off.before", Map.of(), now);
        }
    }

    private List<HeldShift> wanted(Transaction tx, Roll roll, Member member, Instant now) {
        var asked = new ArrayList<HeldShift>();
        asked.addAll(waitingFor(tx, roll, member));
        if (!asked.isEmpty()) {
            return asked;
        }
        var near = HeldShift.near(roll, member, AHEAD, now);
        var begins = near.stream().filter(held -> !held.forEver()).toList();
        var current = begins.stream().filter(held -> !held.shift().from().isAfter(now)).toList();
        if (!current.isEmpty()) {
            return current;
        }
        return begins.isEmpty() ? near : begins.subList(0, 1);
    }

    /** Who accepted it is told by the act itself; all else is answered here. */
    private void say(Transaction tx, Roll roll, Member member, ShiftOffer offer, Swapping.Result result) {
        var now = tx.now();
        var roster = roll.roster(offer.roster());
        var told = roster.map(known -> ShiftText.of(offer.shift().from(), offer.shift().to(), known.zone())).orElse("");
        result.answer(member, offer).filter(key -> result == Swapping.Result.WAITS || result == Swapping.Result.UNDONE
                || shifts.promises().mayAnswer(tx, member.id(), now)).ifPresent(key -> shifts.texts().answer(tx, member, key, Map.of("shift", told), now));
    }
}
