package gateway.intake;

import gateway.alert.Proposal;
import gateway.alert.Proposal.Kind;
import gateway.alert.Proposal.Named;
import gateway.contact.ContactPoint;
import gateway.database.Transaction;
import java.util.List;

/**
 * What it is worth that somebody says she is safe: with the word agreed with her it is proposed as that, without it, or with
 * the word for duress, as unconfirmed. It never closes or lowers anything, and nothing outside tells which it was.
 */
public final class SayingSafe {

    /** What a human should confirm; nothing where the text does not say so. */
    List<Named> named(Transaction tx, ContactPoint reporter, Understood understood) {
        return understood.code().guarded() ? List.of(new Named(Kind.SAFE, what(tx, reporter, understood.safeWord()), ""))
                : List.of();
    }

    /** Whether she was to give a word and did not, or gave the one that says that she is forced. */
    static boolean isUnconfirmed(Named named) {
        return named.kind() == Kind.SAFE
                && (named.what().equals(Proposal.NO_WORD) || named.what().equals(Proposal.DURESS_WORD));
    }

    private String what(Transaction tx, ContactPoint reporter, String word) {
        return Proposal.NONE_AGREED;
    }
}
