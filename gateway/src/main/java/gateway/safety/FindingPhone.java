package gateway.safety;

import gateway.database.Transaction;
import gateway.dispatch.AskedAgain;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.verifying.Verifying;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A coordinator says that a lost phone was found. Within the hour another coordinator than who called it lost may undo that at
 * once: a slip, or one member against another. Later it takes a code that comes back from the phone.
 */
public final class FindingPhone {

    private static final Logger log = LoggerFactory.getLogger(FindingPhone.class);
    private static final Duration SOON = Duration.ofHours(1);

    private final Members members;
    private final Verifying verifying;
    private final AskedAgain askedAgain;

    public FindingPhone(Members members, Verifying verifying, AskedAgain askedAgain) {
        this.members = members;
        this.verifying = verifying;
        this.askedAgain = askedAgain;
    }

    /** What came of it. */
    public enum Result { FOUND, CODE_SENT, TOO_OFTEN, NOT_LOST }

    public Result find(Transaction tx, Member member, Member by, String reason) {
        var bar = members.bars().bar(tx, member.id());
        if (bar.isEmpty()) {
            return Result.NOT_LOST;
        }
        var now = tx.now();
        if (now.isBefore(bar.get().at().plus(SOON)) && !bar.get().actor().equals(by.alias()) && !member.id().equals(by.id())) {
            found(tx, member.id());
            return Result.FOUND;
        }
        members.bars().sayFound(tx, member.id(), by.id(), reason, now);
        return switch (verifying.ask(tx, member)) {
            case SENT -> Result.CODE_SENT;
            case TOO_OFTEN -> Result.TOO_OFTEN;
            case NO_PHONE -> Result.NOT_LOST;
        };
    }

    private void found(Transaction tx, MemberId member) {
        members.bars().unbar(tx, member);
        askedAgain.add(tx, member);
        log.info("The phone of member {} is lost no more", member);
    }
}
