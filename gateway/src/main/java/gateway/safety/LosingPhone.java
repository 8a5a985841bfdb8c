package gateway.safety;

import gateway.database.Transaction;
import gateway.member.BarReason;
import gateway.member.Member;
import gateway.member.People;
import gateway.member.Warnings;
import gateway.messaging.Outbox;
import gateway.telling.Telling;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A responder's phone is lost or seized: nothing more is sent to it, its codes count no more, and
 * {@link DoubtfulPhones} lets what it holds climb within a second. The bar lies on the number, so that loading the
 * network again does not lift it.
 */
public final class LosingPhone {

    private static final Logger log = LoggerFactory.getLogger(LosingPhone.class);

    private final People people;
    private final Outbox outbox;
    private final Telling telling;

    public LosingPhone(People people, Outbox outbox, Telling telling) {
        this.people = people;
        this.outbox = outbox;
        this.telling = telling;
    }

    /**
     * Says whether there was a phone to lose that was not lost already.
     *
     * @param actor who says so, as the timeline writes it
     */
    public boolean lose(Transaction tx, Member member, BarReason reason, String actor) {
        if (member.barred().contains(reason) || !people.members().bars().bar(tx, member.id(), reason, actor, tx.now())) {
            return false;
        }
        outbox.cancelOfMember(tx, member.id().value(), tx.now());
        telling.coordinators().tell(tx, null, "notice.phone-lost", Map.of("alias", member.alias()));
        if (people.members().coordinators(tx).stream().allMatch(coordinator -> telling.phones().askable(tx, coordinator).isEmpty())) {
            log.error("No coordinator can be told by text that the phone of member {} is asked no more", member.id());
            people.warnings().raise(tx, member.id(), Warnings.Kind.UNTOLD, tx.now());
        }
        tx.announce();
        return true;
    }
}
