package gateway.intake;

import gateway.alert.Proposal;
import gateway.alert.Proposal.Kind;
import gateway.alert.Proposal.Named;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.SafeWords;
import gateway.database.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * What it is worth that somebody says she is safe: with the word agreed with her it is proposed as that, without it, or with
 * the word for duress, as unconfirmed. It never closes or lowers anything, and nothing outside tells which it was.
 */
public final class SayingSafe {

    private final Enrolments enrolments;
    private final SafeWords safeWords;

    public SayingSafe(Enrolments enrolments, SafeWords safeWords) {
        this.enrolments = enrolments;
        this.safeWords = safeWords;
    }

    /** What a human should confirm; nothing where the text does not say so. */
    List<Named> named(Transaction tx, Optional<EnrolmentId> person, Understood understood) {
        return understood.code().guarded() ? List.of(new Named(Kind.SAFE, what(tx, person, understood.safeWord()), ""))
                : List.of();
    }

    /** Whether she was to give a word and did not, or gave the one that says that she is forced. */
    static boolean isUnconfirmed(Named named) {
        return named.kind() == Kind.SAFE
                && (named.what().equals(Proposal.NO_WORD) || named.what().equals(Proposal.DURESS_WORD));
    }

    private String what(Transaction tx, Optional<EnrolmentId> person, String word) {
        return switch (safeWords.check(person.flatMap(named -> enrolments.safeWords(tx, named)), word)) {
            case RIGHT -> Proposal.WORD_GIVEN;
            case ABSENT -> Proposal.NO_WORD;
            case DURESS -> Proposal.DURESS_WORD;
            case NONE_KEPT -> Proposal.NONE_AGREED;
        };
    }
}
