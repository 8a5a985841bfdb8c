package gateway.replying;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.asking.Asking;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.entry.AskingEntry;
import gateway.member.Member;
import gateway.member.PinRules;
import gateway.member.Pins;
import gateway.safety.Duress;
import gateway.safety.Safety;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A call from a member's number, which proves nothing: what she keys in it does, her PIN all she has and a live reply code the
 * one dispatch it is of. Who keys neither is rung back at her own number, where a key suffices. Keys are counted as wrong
 * before they are looked at, and wrong ones bar such calls alone.
 */
public final class RingingIn {

    /** Nobody can make us ring her oftener by her number. */
    private static final Duration BETWEEN_RING_BACKS = Duration.ofMinutes(5);

    /** Keys on their way: whose code they are, or what they are yet to be compared with. */
    public record Tried(RingIns.Counted counted, Optional<DispatchId> code, Optional<Pins.Try> pin) {}

    /** What her keys have shown. */
    public sealed interface Shown {

        record Pin() implements Shown {}

        record Code(DispatchId dispatch) implements Shown {}

        /** She is forced; it must not be heard. */
        record Duress() implements Shown {}

        record Nothing() implements Shown {}
    }

    private final RingIns ringIns;
    private final Pins pins;
    private final Safety safety;
    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Asking asking;

    public RingingIn(RingIns ringIns, Pins pins, Safety safety, Alerts alerts, Dispatching dispatching, Asking asking) {
        this.safety = safety;
        this.dispatching = dispatching;
        this.ringIns = ringIns;
        this.pins = pins;
        this.alerts = alerts;
        this.asking = asking;
    }

    /** She has keyed something. To be committed before it is compared; empty where it can be neither a PIN nor a code. */
    public Optional<Tried> begin(Transaction tx, Member member, String keys) {
        if (keys.length() < PinRules.SHORTEST) {
            return Optional.empty();
        }
        var counted = ringIns.count(tx, member.id(), tx.now());
        if (counted == RingIns.Counted.BARRED) {
            return Optional.of(new Tried(counted, Optional.empty(), Optional.empty()));
        }
        var code = dispatching.dispatches().byCode(tx, member.id(), keys).map(dispatch -> safety.pretences().asTold(tx, dispatch)).filter(dispatch -> dispatch.state().isLive()).map(Dispatch::id);
        return Optional.of(new Tried(counted, code, code.isPresent() ? Optional.empty() : Optional.of(pins.look(tx, member.id()))));
    }

    /** Slow, and so outside any transaction. */
    public Tried compare(Tried begun, String keys) {
        return new Tried(begun.counted, begun.code, begun.pin.map(one -> pins.compare(one, keys)));
    }

    /** What they have shown. Before any alert is locked. */
    public Shown settle(Transaction tx, Member member, Tried tried) {
        if (tried.code.isPresent()) {
            ringIns.forgiveAll(tx, member.id());
            return new Shown.Code(tried.code.get());
        }
        return switch (tried.pin.map(one -> pins.settle(tx, one)).orElse(Pins.Result.BARRED)) {
            case RIGHT -> {
                ringIns.forgiveAll(tx, member.id());
                yield new Shown.Pin();
            }
            case DURESS -> {
                ringIns.forgiveAll(tx, member.id());
                raiseDuress(tx, member);
                yield new Shown.Duress();
            }
            case BUSY -> {
                ringIns.forgiveOne(tx, member.id());
                yield new Shown.Nothing();
            }
            case WRONG, BARRED_NOW, BARRED, NONE_KEPT -> {
                if (tried.counted == RingIns.Counted.LAST) {
                    dispatching.telling().coordinators().tellOfNumberAlone(tx, null, member, "notice.wrong-keys", Map.of());
                }
                yield new Shown.Nothing();
            }
        };
    }

    /** Rings her own phone for the gravest that it knows to be open to her, if there is anything; not while it is quiet. */
    public void ringBack(Transaction tx, Member member) {
        if (dispatching.telling().phones().askable(tx, member).isEmpty()) {
            return;
        }
        safety.pretences().nextOpenOf(tx, member.id(), null)
                .filter(_ -> ringIns.ringBack(tx, member.id(), tx.now(), BETWEEN_RING_BACKS))
                .ifPresent(open -> alerts.lock(tx, open.alert()).ifPresent(alert -> asking.ringBack(tx, alert, open, member)
                        .ifPresent(_ -> alert.tell(tx, Actor.GATEWAY,
                                new AskingEntry.Rung(open.discipline(), member.id())))));
    }

    /** It is about the gravest that is open to her, else about what she was asked last; who was never asked is told of in words. */
    private void raiseDuress(Transaction tx, Member member) {
        dispatching.dispatches().nextOpenOf(tx, member.id(), null).or(() -> dispatching.dispatches().lastOf(tx, member.id())).ifPresentOrElse(
                about -> safety.duress().raise(tx, member, about.alert()),
                () -> dispatching.telling().coordinators().tell(tx, null, "notice.forced", Map.of("alias", member.alias())));
    }
}
