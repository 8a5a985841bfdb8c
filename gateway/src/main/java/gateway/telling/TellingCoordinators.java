package gateway.telling;

import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Members;
import gateway.messaging.MessageId;
import gateway.messaging.Phrases;
import gateway.messaging.Purpose;
import gateway.telling.Notice.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the coordinators what concerns them all, at the pace an hour allows or at once. */
public final class TellingCoordinators {

    private final Members members;
    private final Notices notices;
    private final MemberOutbox outbox;
    private final Phrases phrases;

    TellingCoordinators(Members members, Notices notices, MemberOutbox outbox, Phrases phrases) {
        this.members = members;
        this.notices = notices;
        this.outbox = outbox;
        this.phrases = phrases;
    }

    /**
     * Tells a coordinator what concerns the shifts of others. It counts among what an hour may tell a phone, and where that is
     * used up the {@link Crier} tells it later.
     */
    public void tellOneOfDuty(Transaction tx, Member coordinator, String key, Map<String, String> values, Instant notBefore,
            Instant until) {
        var phone = coordinator.askablePhone();
        if (phone.isEmpty() || !notBefore.isBefore(until)) {
            return;
        }
        var message = notices.mayTell(tx, coordinator.id(), tx.now()).contains(Urgency.HELD)
                ? outbox.text(tx, null, null, coordinator, phone.get(), Purpose.NOTICE, phrases.say(coordinator.language(), key, values),
                        notBefore, Duration.between(notBefore, until))
                : Optional.<MessageId>empty();
        notices.addOfDuty(tx, coordinator.id(), key, values, notBefore, message);
    }

    /** Tells every coordinator that can be asked, at the pace of the {@link Crier}. */
    public void tell(Transaction tx, @Nullable LockedAlert alert, String key, Map<String, String> values) {
        members.coordinators(tx).forEach(member -> outbox.leaveNotice(tx, alert, null, member, Purpose.NOTICE, Urgency.HELD, key, values));
    }

    /** Whether somebody was told by this phrase since then. */
    public boolean wasTold(Transaction tx, String key, Instant since) {
        return notices.wasMadeSince(tx, key, since);
    }

    /** Tells every coordinator what no limit may hold back. */
    public void tellAtOnce(Transaction tx, LockedAlert alert, String key, Map<String, String> values) {
        members.coordinators(tx).forEach(member -> outbox.leaveNotice(tx, alert, null, member, Purpose.NOTICE, Urgency.AT_ONCE, key, values));
    }

    /**
     * Tells every coordinator what a member's phone number alone has caused, which anybody can forge: once in ten minutes, all
     * of it in one text. It counts for no limit and keeps back nothing else.
     *
     * @param key of a phrase with the places {@code alias}, {@code time} and what {@code values} brings; with no more than the
     *            first two, several members are named in one sentence
     */
    public void tellOfNumberAlone(Transaction tx, @Nullable LockedAlert alert, Member about, String key, Map<String, String> values) {
        var dated = new HashMap<>(values);
        dated.putIfAbsent("alias", about.alias());
        dated.putIfAbsent("time", outbox.timeNow(tx, alert));
        members.coordinators(tx).forEach(member -> notices.addOfNumberAlone(tx, member.id(), about.id(),
                alert == null ? null : alert.alert().id(), key, dated, tx.now()));
    }

    /** The same of her shift, which may wait for the morning, and which she herself knows. */
    public void tellOfShiftByNumberAlone(Transaction tx, Member about, String key, Map<String, String> values, Instant notBefore) {
        members.coordinators(tx).stream().filter(member -> !member.id().equals(about.id())).forEach(member ->
                notices.addOfNumberAlone(tx, member.id(), about.id(), null, key, values, notBefore));
    }
}
