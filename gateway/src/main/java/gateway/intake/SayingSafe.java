package gateway.intake;

import gateway.alert.Proposal;
import gateway.alert.Proposal.Kind;
import gateway.alert.Proposal.Named;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.SafeWords;
import gateway.database.Transaction;
import gateway.reading.Understood;
import java.util.List;
import java.util.Optional;

/**
 * What it is worth that somebody says she is safe: with the word agreed with her it is proposed as that, without it, or with
 * the word for duress, as unconfirmed. It never closes or lowers anything, and nothing outside tells which it was: the word
 * is compared only after its text is committed, by {@link CheckingSafeWords}.
 */
public final class SayingSafe {

    private final Enrolments enrolments;

    public SayingSafe(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /** With whose words the text is to be compared; empty where it does not say so, or where no word was agreed. */
    Optional<EnrolmentId> toCheck(Transaction tx, Optional<EnrolmentId> person, Understood understood) {
        return person.filter(named -> understood.code().guarded() && enrolments.keepsWords(tx, named));
    }

    /** What a human should confirm at once. */
    static List<Named> named(Understood understood, Optional<EnrolmentId> toCheck) {
        return understood.code().guarded() && toCheck.isEmpty() ? List.of(named(Proposal.NONE_AGREED)) : List.of();
    }

    /** What a human should confirm once the word was compared. */
    static Named named(SafeWords.Result result) {
        return named(switch (result) {
            case RIGHT -> Proposal.WORD_GIVEN;
            case ABSENT -> Proposal.NO_WORD;
            case DURESS -> Proposal.DURESS_WORD;
            case NONE_KEPT -> Proposal.NONE_AGREED;
        });
    }

    /** Whether she was to give a word and did not, or gave the one that says that she is forced. */
    static boolean isUnconfirmed(Named named) {
        return named.kind() == Kind.SAFE
                && (named.what().equals(Proposal.NO_WORD) || named.what().equals(Proposal.DURESS_WORD));
    }

    private static Named named(String what) {
        return new Named(Kind.SAFE, what, "");
    }
}
