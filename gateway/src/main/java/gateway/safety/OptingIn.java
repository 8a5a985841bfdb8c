package gateway.safety;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Warnings;
import gateway.telling.Telling;
import java.util.Map;

/**
 * A member texted a word that lets a carrier text her phone again. It lifts nothing by itself: whoever holds the phone may
 * have texted it. The coordinators are told.
 */
public final class OptingIn {

    private final Warnings warnings;
    private final Telling telling;

    public OptingIn(Warnings warnings, Telling telling) {
        this.warnings = warnings;
        this.telling = telling;
    }

    public void hear(Transaction tx, Member member) {
        warnings.raise(tx, member.id(), Warnings.Kind.OPTED_IN, tx.now());
        telling.coordinators().tellOfNumberAlone(tx, null, member, "notice.opted-in", Map.of());
    }
}
