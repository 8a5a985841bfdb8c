package gateway.safety;

import gateway.database.Transaction;
import gateway.dispatch.AskedAgain;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.People;
import gateway.member.Warnings;
import gateway.messaging.Outbox;
import gateway.telling.Telling;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Responders' phones that their carrier lets us text no more. They are asked last, and by call, until a text is delivered
 * again, a code proves the phone anew, or a coordinator says that it is well.
 */
public final class RefusedPhones {

    /** Twilio's error for a phone that opted out at its carrier: nothing texted to it will arrive. */
    public static final String OPTED_OUT = "21610";

    private static final Logger log = LoggerFactory.getLogger(RefusedPhones.class);

    private final People people;
    private final Outbox outbox;
    private final Telling telling;
    private final AskedAgain askedAgain;

    public RefusedPhones(People people, Outbox outbox, Telling telling, AskedAgain askedAgain) {
        this.people = people;
        this.outbox = outbox;
        this.telling = telling;
        this.askedAgain = askedAgain;
    }

    /** Her carrier refused a text, or says itself that it lets us text her no more. */
    public void refuse(Transaction tx, Member member) {
        var phone = member.phone();
        if (phone == null || !people.members().bars().refuse(tx, phone, tx.now())) {
            return;
        }
        people.warnings().raise(tx, member.id(), Warnings.Kind.REFUSED, tx.now());
        telling.coordinators().tell(tx, null, "notice.refused", Map.of("alias", member.alias()));
        log.warn("The carrier lets us text the phone of member {} no more", member.id());
        tx.announce();
    }

    /** She may be texted again. Says whether she could not be. */
    public boolean end(Transaction tx, MemberId member) {
        var ended = people.members().bars().endRefusal(tx, member);
        if (ended) {
            log.info("The phone of member {} may be texted again", member);
            askedAgain.add(tx, member);
        }
        return ended;
    }

    /** Ends what a text that was delivered since has proved wrong. */
    void look(Transaction tx) {
        for (var member : people.members().all(tx)) {
            var since = member.refusedSince();
            if (since != null && outbox.receipts().hasDeliveredSince(tx, member.id().value(), since)) {
                end(tx, member.id());
            }
        }
    }
}
