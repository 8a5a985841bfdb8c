package gateway.virtualphone;

import gateway.contact.Hotline;
import gateway.contact.Hotlines;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who has a virtual phone: each member of the loaded network who has a phone at all, and a reporter with any of fifty numbers. */
public final class Cast {

    private static final String REPORTERS_BEGIN_WITH = "+1202555";
    private static final int FIRST_REPORTER = 150;
    private static final int LAST_REPORTER = 199;

    private final Members members;
    private final Hotlines hotlines;

    public Cast(Members members, Hotlines hotlines) {
        this.members = members;
        this.hotlines = hotlines;
    }

    /** The numbers a reporter can be played with; all are kept for fiction. */
    static List<PhoneNumber> reporters() {
        return IntStream.rangeClosed(FIRST_REPORTER, LAST_REPORTER)
                .mapToObj(number -> new PhoneNumber(REPORTERS_BEGIN_WITH + "0" + number)).toList();
    }

    /** The reporter's number that ends so; the first one when there is none. */
    static PhoneNumber reporter(@Nullable String lastFour) {
        return reporters().stream().filter(number -> number.e164().equals(REPORTERS_BEGIN_WITH + lastFour)).findFirst()
                .orElse(reporters().getFirst());
    }

    /** All phones on the page, the reporter's first. */
    List<Telephone> telephones(Transaction tx, PhoneNumber reporter) {
        var phones = new ArrayList<Telephone>();
        phones.add(Telephone.ofReporter(reporter));
        members.all(tx).stream().filter(member -> member.phone() != null)
                .sorted(Comparator.comparing(member -> phoneOf(member).e164()))
                .map(member -> Telephone.ofMember(member.alias(), phoneOf(member))).forEach(phones::add);
        return phones;
    }

    /** The phone with this number; empty when nobody in the cast has it. */
    Optional<Telephone> telephone(Transaction tx, String digits) {
        var reporter = reporters().stream().filter(number -> number.e164().equals("+" + digits)).findFirst();
        return telephones(tx, reporter.orElse(reporters().getFirst())).stream().filter(phone -> phone.digits().equals(digits))
                .reduce((_, member) -> member);
    }

    List<Hotline> hotlines(Transaction tx) {
        return hotlines.all(tx);
    }

    private static PhoneNumber phoneOf(Member member) {
        return Objects.requireNonNull(member.phone());
    }
}
