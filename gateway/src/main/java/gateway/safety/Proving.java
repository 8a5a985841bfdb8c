package gateway.safety;

import gateway.alert.AlertId;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.People;
import gateway.member.PinRules;
import gateway.member.Pins;
import gateway.messaging.PlacedCall;
import gateway.telling.Telling;
import java.util.Map;
import java.util.Optional;

/**
 * A member gives her PIN in a call of ours. After five wrong ones the coordinators are told; after the one for duress they are
 * rung, and nothing in the call tells that anything is different.
 */
public final class Proving {

    /** What her keys showed. {@code DURESS}: she is forced or overdue, and it must not be heard. {@code NOT_NOW}: nothing can be proved by a PIN at the moment. */
    public enum Result { PROVED, DURESS, WRONG, NOT_NOW }

    private final People people;
    private final Duress duress;
    private final Telling telling;

    public Proving(People people, Duress duress, Telling telling) {
        this.people = people;
        this.duress = duress;
        this.telling = telling;
    }

    public boolean hasPin(Transaction tx, Member member) {
        return people.pins().has(tx, member.id());
    }

    /**
     * Whoever answers a call of ours has pressed more than a key: a try, counted as wrong until it is settled. Empty where no
     * PIN was asked for, or where it is not her phone any more. To be committed before the keys are compared.
     */
    public Optional<Pins.Try> begin(Transaction tx, PlacedCall call, String keys) {
        return keys.length() < PinRules.SHORTEST ? Optional.empty()
                : Optional.ofNullable(call.about().member()).flatMap(id -> people.members().find(tx, new MemberId(id)))
                        .filter(member -> telling.phones().askable(tx, member).filter(call.to()::equals).isPresent())
                        .map(member -> people.pins().begin(tx, member.id(), tx.now()));
    }

    /** Slow, and so outside any transaction. */
    public Pins.Try compare(Pins.Try begun, String keys) {
        return people.pins().compare(begun, keys);
    }

    /**
     * Before any alert is locked.
     *
     * @param about the alert she was rung for
     */
    public Result settle(Transaction tx, Member member, AlertId about, Pins.Try tried) {
        return switch (people.pins().settle(tx, tried)) {
            case RIGHT -> duress.isInDoubt(tx, member) ? Result.DURESS : Result.PROVED;
            case DURESS -> {
                duress.raise(tx, member, about);
                yield Result.DURESS;
            }
            case WRONG, BUSY -> Result.WRONG;
            case BARRED_NOW -> {
                telling.coordinators().tell(tx, null, "notice.wrong-pins", Map.of("alias", member.alias()));
                yield Result.NOT_NOW;
            }
            case BARRED, NONE_KEPT -> Result.NOT_NOW;
        };
    }
}
