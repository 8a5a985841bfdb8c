package gateway.dispatch;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose phones are in their quiet: a member is inside by a proven timer, or overdue after it. Nothing is sent to or rung at
 * such a phone but the answer to a code that lives for it. A phone in doubt is quiet as long as it believes to be, so that whoever
 * holds it learns nothing. Every sender asks here, and the outbox once more before it sends.
 */
public final class QuietPhones {

    private final PretendedTimers timers;
    private final Members members;

    public QuietPhones(PretendedTimers timers, Members members) {
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
