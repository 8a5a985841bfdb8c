package gateway.safety;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Warnings;
import gateway.telling.Telling;
import java.util.Map;

/**
 * A member's phone texted a word like STOP. It bars nobody, since its sender may be forged: she is asked as ever, and only a
 * text that her carrier refuses changes that. The coordinators are told.
 */
public final class OptingOut {

    private final Warnings warnings;
    private final Telling telling;

    public OptingOut(Warnings warnings, Telling telling) {
        this.warnings = warnings;
        this.telling = telling;
    }

    public void hear(Transaction tx, Member member) {
        warnings.raise(tx, member.id(), Warnings.Kind.OPTED_OUT, tx.now());
        telling.coordinators().tellOfNumberAlone(tx, null, member, "notice.opted-out", Map.of());
    }
}
