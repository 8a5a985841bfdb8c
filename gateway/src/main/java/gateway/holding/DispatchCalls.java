package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.Asking;
import gateway.asking.Passing;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.dispatch.Dispatches;
import gateway.entry.Way;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Pins;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import gateway.phone.PhoneNumber;
import gateway.safety.Pretences;
import gateway.safety.Proving;
import gateway.safety.SafetyTimers;
import gateway.telling.Telling;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A responder in a call of ours, or in her own to a hotline: what she may hear, and what her keys do. They come to
 * the same acts as a texted reply; that she answered acknowledges nothing. Who is overdue or forced hears what her phone knows, and
 * nothing comes of her keys.
 */
public final class DispatchCalls {

    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Members members;
    private final Acknowledging acknowledging;
    private final Passing passing;
    private final Proving proving;
    private final PlacedCalls calls;
    private final Pretences pretences;
    private final SafetyTimers timers;
    private final Asking asking;
    private final Telling telling;

    public DispatchCalls(Alerts alerts, Dispatches dispatches, Members members, Acknowledging acknowledging, Passing passing,
            Proving proving, PlacedCalls calls, Pretences pretences, SafetyTimers timers, Asking asking, Telling telling) {
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.members = members;
        this.acknowledging = acknowledging;
        this.passing = passing;
        this.proving = proving;
        this.calls = calls;
        this.pretences = pretences;
        this.timers = timers;
        this.asking = asking;
        this.telling = telling;
    }

    /**
     * What is open to a responder who rings herself, one at a time: what waits for her answer and what she has, the gravest
     * first, then whoever waited longest.
     *
     * @param after the one she was told of before; null for the first
     */
    public Optional<DispatchId> nextOf(Transaction tx, MemberId member, @Nullable DispatchId after, PhoneNumber from) {
        return members.find(tx, member).filter(known -> maySpeak(known, from))
                .flatMap(_ -> pretences.nextOpenOf(tx, member, after)).map(Dispatch::id);
    }

    /** Whether it was this responder who was asked. */
    public boolean isOf(Transaction tx, DispatchId dispatch, MemberId member) {
        return dispatches.find(tx, dispatch).filter(asked -> asked.member().equals(member)).isPresent();
    }

    /** What a call says of it, as a call of ours would. */
    public String words(Transaction tx, DispatchId id) {
        var member = dispatches.find(tx, id).map(Dispatch::member);
        return member.isPresent() && timers.doubt(tx, member.get()).isPresent()
                ? pretences.pretending(tx, member.get(), () -> spoken(tx, id)) : spoken(tx, id);
    }

    private String spoken(Transaction tx, DispatchId id) {
        return dispatches.find(tx, id).flatMap(dispatch -> alerts.lock(tx, dispatch.alert())
                .map(alert -> asking.spoken(tx, alert, dispatch))).orElse("");
    }

    /**
     * How it stands.
     *
     * @param rung the phone that was rung, or that rings
     */
    public KeyResult hear(Transaction tx, DispatchId dispatch, PhoneNumber rung) {
        return talk(tx, dispatch, rung, Talk::standing);
    }

    /**
     * "I have it." The code she needs afterwards comes by text.
     *
     * @param way how she has shown who she is
     */
    public KeyResult take(Transaction tx, DispatchId dispatch, PhoneNumber rung, Way way) {
        return take(tx, dispatch, rung, talk -> talk.take(way));
    }

    /** The same, in a call of ours: if she gave her PIN in it, that proves more than her phone does. */
    public KeyResult take(Transaction tx, DispatchId dispatch, PlacedCall call) {
        var way = calls.isProved(tx, call.attempt()) ? Way.PIN : Way.CALL;
        return take(tx, dispatch, call.to(), talk -> talk.take(way));
    }

    private KeyResult take(Transaction tx, DispatchId id, PhoneNumber rung, Act taking) {
        var had = talk(tx, id, rung, Talk::standing) instanceof KeyResult.Yours;
        var result = talk(tx, id, rung, taking);
        if (result instanceof KeyResult.Yours && !had) {
            tellItIsHers(tx, dispatches.find(tx, id).orElseThrow());
        }
        return result;
    }

    private void tellItIsHers(Transaction tx, Dispatch dispatch) {
        var alert = alerts.lock(tx, dispatch.alert()).orElseThrow();
        var ladder = alert.ladder(dispatch.discipline()).orElseThrow();
        members.find(tx, dispatch.member()).ifPresent(member -> pretences.find(tx, dispatch.id()).ifPresentOrElse(
                told -> telling.tellItIsHers(tx, alert, dispatch, told.on(ladder, tx.now()), member),
                () -> telling.tellItIsHers(tx, alert, ladder, member)));
    }

    /** Whether she may be asked for a PIN. */
    public boolean hasPin(Transaction tx, PlacedCall call) {
        return memberOf(tx, call).filter(member -> proving.hasPin(tx, member)).isPresent();
    }

    /** She pressed more than a key, and it was compared. */
    public Proving.Result prove(Transaction tx, PlacedCall call, Pins.Try tried) {
        var member = Optional.ofNullable(call.about().member()).flatMap(id -> members.find(tx, new MemberId(id)));
        if (member.isEmpty() || call.about().alert() == null) {
            return Proving.Result.NOT_NOW;
        }
        var maySpeak = memberOf(tx, call).isPresent();
        var result = proving.settle(tx, member.get(), new AlertId(call.about().alert()), tried);
        if (!maySpeak) {
            return Proving.Result.NOT_NOW;
        }
        if (result == Proving.Result.PROVED || result == Proving.Result.DURESS) {
            calls.prove(tx, call.attempt(), tx.now());
        }
        return result;
    }

    private Optional<Member> memberOf(Transaction tx, PlacedCall call) {
        return Optional.ofNullable(call.about().member()).flatMap(id -> members.find(tx, new MemberId(id)))
                .filter(member -> maySpeak(member, call.to()));
    }

    /** "Not me." */
    public KeyResult pass(Transaction tx, DispatchId dispatch, PhoneNumber rung) {
        return talk(tx, dispatch, rung, Talk::pass);
    }

    private interface Act {
        KeyResult on(Talk talk);
    }

    private KeyResult talk(Transaction tx, DispatchId id, PhoneNumber rung, Act act) {
        var member = dispatches.find(tx, id).flatMap(dispatch -> members.find(tx, dispatch.member()));
        if (member.isEmpty() || !maySpeak(member.get(), rung)) {
            return new KeyResult.Doubtful();
        }
        dispatches.find(tx, id).ifPresent(dispatch -> alerts.lock(tx, dispatch.alert()));
        return timers.doubt(tx, member.get().id()).isEmpty() ? reallyTalk(tx, id, member.get(), act)
                : pretences.pretending(tx, member.get().id(), () -> reallyTalk(tx, id, member.get(), act));
    }

    private KeyResult reallyTalk(Transaction tx, DispatchId id, Member member, Act act) {
        var alert = dispatches.find(tx, id).flatMap(dispatch -> alerts.lock(tx, dispatch.alert()));
        // Read again under the lock: somebody may have taken it a moment ago.
        return alert.<KeyResult>map(locked -> act.on(new Talk(tx, locked, dispatches.find(tx, id).orElseThrow(), member)))
                .orElse(new KeyResult.Doubtful());
    }

    private static boolean maySpeak(Member member, PhoneNumber rung) {
        return member.askablePhone().filter(rung::equals).isPresent();
    }

    private final class Talk {

        private final Transaction tx;
        private final LockedAlert alert;
        private final Dispatch dispatch;
        private final Member member;

        Talk(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
            this.tx = tx;
            this.alert = alert;
            this.dispatch = dispatch;
            this.member = member;
        }

        KeyResult standing() {
            return switch (ladder()) {
                case Ladder.Ended _ -> new KeyResult.Over();
                case Ladder.Acknowledged held when held.by().equals(member.id()) -> yours(ladder());
                case Ladder.Acknowledged held -> already(held.by(), held.since());
                case Ladder.Climbing _ -> dispatch.state().isLive() ? new KeyResult.Asked() : new KeyResult.Over();
            };
        }

        KeyResult take(Way way) {
            if (!(standing() instanceof KeyResult.Asked)) {
                return standing();
            }
            return switch (acknowledging.acknowledge(tx, alert, dispatch.discipline(), member.id(), way)) {
                case AcknowledgeResult.Taken(var ladder, _) -> yours(ladder);
                case AcknowledgeResult.AlreadyTaken(var holder, var since) -> already(holder, since);
                case AcknowledgeResult.ProofNeeded _ -> new KeyResult.ProofNeeded();
                case AcknowledgeResult.Over _ -> new KeyResult.Over();
            };
        }

        KeyResult pass() {
            if (!(standing() instanceof KeyResult.Asked)) {
                return standing();
            }
            passing.pass(tx, alert, dispatch);
            return new KeyResult.Passed();
        }

        private Ladder ladder() {
            return alert.ladder(dispatch.discipline()).orElseThrow();
        }

        private KeyResult.Yours yours(Ladder ladder) {
            return new KeyResult.Yours(ladder.nextAt().map(at -> telling.time(tx, alert, at)).orElse(""));
        }

        private KeyResult already(MemberId holder, Instant since) {
            return new KeyResult.Already(members.find(tx, holder).map(Member::alias).orElse("?"),
                    telling.time(tx, alert, since));
        }
    }
}
