package gateway.codebook;

import gateway.codebook.Meaning.Role;
import gateway.codebook.Piece.Kind;
import java.util.List;

/**
 * Finds wishes for silence that no phrase of a lexicon spells: a word that forbids, few words behind it one for calling or
 * texting. "do not please ring", "kom ... sms". Who says "why do you never call" tells of something, and wishes none.
 */
final class ForbiddenContact {

    private static final int FARTHEST = 3;

    private ForbiddenContact() {}

    static boolean isAt(int i, List<Piece> pieces, Code unclear) {
        if (i > 0 && pieces.get(i).kind() == Kind.UNKNOWN && pieces.get(i - 1).is(Role.HUSHES)) {
            return true;
        }
        if (!isContact(pieces.get(i), unclear)) {
            return false;
        }
        for (var at = i - 1; at >= 0 && i - at <= FARTHEST; at--) {
            if (pieces.get(at).is(Role.FORBIDS)) {
                return at == 0 || !pieces.get(at - 1).is(Role.TELLS);
            }
        }
        return false;
    }

    /** A word for it, or one that asks to be rung: "never ... ring me". */
    private static boolean isContact(Piece piece, Code unclear) {
        var code = piece.code();
        return piece.is(Role.CONTACTS) || code != null && !code.isGraverThan(unclear) && !code.guarded();
    }
}
