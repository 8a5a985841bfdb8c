package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.AskingActs;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.entry.Way;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Pins;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import gateway.phone.PhoneNumber;
import gateway.safety.Proving;
import gateway.safety.Safety;
import gateway.telling.Dispatching;
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
    private final Dispatching dispatching;
    private final Acknowledging acknowledging;
    private final AskingActs askingActs;
    private final Safety safety;
    private final PlacedCalls calls;

    public DispatchCalls(Alerts alerts, Dispatching dispatching, Acknowledging acknowledging, AskingActs askingActs,
            Safety safety, PlacedCalls calls) {
        this.dispatching = dispatching;
        this.safety = safety;
        this.askingActs = askingActs;
        this.alerts = alerts;
        this.acknowledging = acknowledging;
        this.calls = calls;
    }

    /**
     * What is open to a responder who rings herself, one at a time: what waits for her answer and what she has, the gravest
     * first, then whoever waited longest.
     *
     * @param after the one she was told of before; null for the first
     */
    public Optional<DispatchId> nextOf(Transaction tx, MemberId member, @Nullable DispatchId after, PhoneNumber from) {
        return dispatching.members().find(tx, member).filter(known -> maySpeak(known, from))
                .flatMap(_ -> safety.pretences().nextOpenOf(tx, member, after)).map(Dispatch::id);
    }

    /** Whether it was this responder who was asked. */
    public boolean isOf(Transaction tx, DispatchId dispatch, MemberId member) {
        return dispatching.dispatches().find(tx, dispatch).filter(asked -> asked.member().equals(member)).isPresent();
    }

    /** What a call says of it, as a call of ours would. */
    public String words(Transaction tx, DispatchId id) {
        var member = dispatching.dispatches().find(tx, id).map(Dispatch::member);
        return member.isPresent() && safety.timers().doubt(tx, member.get()).isPresent()
                ? safety.pretences().pretending(tx, member.get(), () -> spoken(tx, id)) : spoken(tx, id);
    }

    private String spoken(Transaction tx, DispatchId id) {
        return dispatching.dispatches().find(tx, id).flatMap(dispatch -> alerts.lock(tx, dispatch.alert())
                .map(alert -> askingActs.asking().spoken(tx, alert, dispatch))).orElse("");
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
            tellItIsHers(tx, dispatching.dispatches().find(tx, id).orElseThrow());
        }
        return result;
    }

    private void tellItIsHers(Transaction tx, Dispatch dispatch) {
        var alert = alerts.lock(tx, dispatch.alert()).orElseThrow();
        var ladder = alert.ladder(dispatch.discipline()).orElseThrow();
        dispatching.members().find(tx, dispatch.member()).ifPresent(member -> safety.pretences().find(tx, dispatch.id()).ifPresentOrElse(
                told -> dispatching.telling().tellItIsHers(tx, alert, dispatch, told.on(ladder, tx.now()), member),
                () -> dispatching.telling().tellItIsHers(tx, alert, ladder, member)));
    }

    /** Whether she may be asked for a PIN. */
    public boolean hasPin(Transaction tx, PlacedCall call) {
        return memberOf(tx, call).filter(member -> safety.proving().hasPin(tx, member)).isPresent();
    }

    /** She pressed more than a key, and it was compared. */
    public Proving.Result prove(Transaction tx, PlacedCall call, Pins.Try tried) {
        var member = Optional.ofNullable(call.about().member()).flatMap(id -> dispatching.members().find(tx, new MemberId(id)));
        if (member.isEmpty() || call.about().alert() == null) {
            return Proving.Result.NOT_NOW;
        }
        var maySpeak = memberOf(tx, call).isPresent();
        var result = safety.proving().settle(tx, member.get(), new AlertId(call.about().alert()), tried);
        if (!maySpeak) {
            return Proving.Result.NOT_NOW;
        }
        if (result == Proving.Result.PROVED || result == Proving.Result.DURESS) {
            calls.prove(tx, call.attempt(), tx.now());
        }
        return result;
    }

    private Optional<Member> memberOf(Transaction tx, PlacedCall call) {
        return Optional.ofNullable(call.about().member()).flatMap(id -> dispatching.members().find(tx, new MemberId(id)))
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
        var member = dispatching.dispatches().find(tx, id).flatMap(dispatch -> dispatching.members().find(tx, dispatch.member()));
        if (member.isEmpty() || !maySpeak(member.get(), rung)) {
            return new KeyResult.Doubtful();
        }
        dispatching.dispatches().find(tx, id).ifPresent(dispatch -> alerts.lock(tx, dispatch.alert()));
        return safety.timers().doubt(tx, member.get().id()).isEmpty() ? reallyTalk(tx, id, member.get(), act)
                : safety.pretences().pretending(tx, member.get().id(), () -> reallyTalk(tx, id, member.get(), act));
    }

    private KeyResult reallyTalk(Transaction tx, DispatchId id, Member member, Act act) {
        var alert = dispatching.dispatches().find(tx, id).flatMap(dispatch -> alerts.lock(tx, dispatch.alert()));
        // Read again under the lock: somebody may have taken it a moment ago.
        return alert.<KeyResult>map(locked -> act.on(new Talk(tx, locked, dispatching.dispatches().find(tx, id).orElseThrow(), member)))
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
            askingActs.passing().pass(tx, alert, dispatch);
            return new KeyResult.Passed();
        }

        private Ladder ladder() {
            return alert.ladder(dispatch.discipline()).orElseThrow();
        }

        private KeyResult.Yours yours(Ladder ladder) {
            return new KeyResult.Yours(ladder.nextAt().map(at -> dispatching.telling().time(tx, alert, at)).orElse(""));
        }

        private KeyResult already(MemberId holder, Instant since) {
            return new KeyResult.Already(dispatching.members().find(tx, holder).map(Member::alias).orElse("?"),
                    dispatching.telling().time(tx, alert, since));
        }
    }
}
