package gateway.telling;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose phones are in their quiet: a member is inside by a proven timer, or overdue after it. Nothing is sent to or rung at
 * such a phone but the answer to a code that lives for it. A phone in doubt is quiet as long as it believes to be, so that whoever
 * holds it learns nothing. Every sender asks here, and the outbox once more before it sends.
 */
public final class QuietPhones {

    /** Knows who is inside: the safety timers. */
    public interface Inside {

        /** Whether this member is inside by a proven timer, or overdue after it. */
        boolean isQuiet(Transaction tx, MemberId member);

        /** All such members. */
        List<MemberId> quiet(Transaction tx);
    }

    private final Inside timers;
    private final Members members;

    public QuietPhones(Inside timers, Members members) {
        this.timers = timers;
        this.members = members;
    }

    public boolean isQuiet(Transaction tx, MemberId member) {
        return timers.isQuiet(tx, member);
    }

    /** Their numbers: whatever goes to one of them is kept back, whomever it is meant for. */
    public Set<PhoneNumber> numbers(Transaction tx) {
        var numbers = new HashSet<PhoneNumber>();
        timers.quiet(tx).forEach(id -> members.find(tx, id).map(Member::phone).ifPresent(numbers::add));
        return numbers;
    }
}
