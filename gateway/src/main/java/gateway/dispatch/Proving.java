package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Pins;
import java.time.InstantSource;
import java.util.Map;

/**
 * A member gives her PIN in a call of ours. After five wrong ones the coordinators are told; after the one for duress they are
 * rung, and nothing in the call tells that anything is different.
 */
public final class Proving {

    /** What her keys showed. {@code NOT_NOW}: nothing can be proved by a PIN at the moment. */
    public enum Result { PROVED, DURESS, WRONG, NOT_NOW }

    private final Pins pins;
    private final Duress duress;
    private final Telling telling;
    private final InstantSource clock;

    public Proving(Pins pins, Duress duress, Telling telling, InstantSource clock) {
        this.pins = pins;
        this.duress = duress;
        this.telling = telling;
        this.clock = clock;
    }

    public boolean hasPin(Transaction tx, Member member) {
        return pins.has(tx, member.id());
    }

    /** Before any alert is locked. @param about the alert she was rung for */
    Result prove(Transaction tx, Member member, AlertId about, String keys) {
        return switch (pins.check(tx, member.id(), keys, clock.instant())) {
            case RIGHT -> duress.stands(tx, member) ? Result.DURESS : Result.PROVED;
            case DURESS -> {
                duress.raise(tx, member, about);
                yield Result.DURESS;
            }
            case WRONG, BUSY -> Result.WRONG;
            case BARRED_NOW -> {
                telling.tellCoordinators(tx, null, "notice.wrong-pins", Map.of("alias", member.alias()));
                yield Result.NOT_NOW;
            }
            case BARRED, NONE_KEPT -> Result.NOT_NOW;
        };
    }
}
