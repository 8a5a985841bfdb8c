package gateway.telling;

import gateway.alert.LockedAlert;
import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.Hotlines;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.member.Member;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Purpose;
import gateway.messaging.Sending;
import gateway.phone.PhoneNumber;
import gateway.sealing.Foundation;
import gateway.sealing.Seal;
import gateway.telling.Notice.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays ready what a member's phone is to get: a text or a call from the hotline the alert came to, or a notice that the
 * {@link Crier} tells. The words are sealed by the alert's key, where it is about one.
 */
final class MemberOutbox {

    /** Before most answering machines answer. */
    private static final Duration RINGING = Duration.ofSeconds(25);
    private static final Logger log = LoggerFactory.getLogger(MemberOutbox.class);

    private final Sending sending;
    private final Hotlines hotlines;
    private final TellablePhones phones;
    private final Notices notices;
    private final Foundation foundation;

    MemberOutbox(Sending sending, Hotlines hotlines, TellablePhones phones, Notices notices, Foundation foundation) {
        this.sending = sending;
        this.hotlines = hotlines;
        this.phones = phones;
        this.notices = notices;
        this.foundation = foundation;
    }

    /** What she is to be told, and not asked: the {@link Crier} tells it, with others where there are many. */
    void leaveNotice(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member, Purpose purpose,
            Urgency urgency, String key, Map<String, String> values) {
        if (phones.hasReported(tx, alert, member)) {
            return;
        }
        var dated = new HashMap<>(values);
        dated.putIfAbsent("time", timeNow(tx, alert));
        notices.add(tx, member.id(), alert == null ? null : alert.alert().id(), dispatch, purpose, urgency, key, dated, tx.now());
    }

    /** The hours and minutes of now, where an alert's hotline is. */
    String timeNow(Transaction tx, @Nullable LockedAlert alert) {
        return hotline(tx, alert).map(Hotline::zone).map(zone -> Telling.time(tx.now(), zone)).orElse("");
    }

    ZoneId zone(Transaction tx, LockedAlert alert) {
        return hotline(tx, alert).map(Hotline::zone).orElse(ZoneOffset.UTC);
    }

    /** A text to this phone; empty where there is no hotline to text from, or nothing is to be sent. */
    Optional<MessageId> text(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member,
            PhoneNumber phone, Purpose purpose, String words, Instant notBefore, Duration worth) {
        var sender = hotline(tx, alert);
        if (sender.isEmpty()) {
            log.error("There is no hotline to text from: load a network");
            return Optional.empty();
        }
        var id = new MessageId(foundation.ids().next());
        var about = new OutboundMessage.About(id(alert), dispatch == null ? null : dispatch.id().value(),
                member.id().value(), null);
        var isStored = put(tx, member, new OutboundMessage.Text(id, sender.get().carrierAccount(), purpose,
                sender.get().number(), phone, words, true, about, notBefore, notBefore.plus(worth)),
                alert == null ? foundation.keys().house() : alert.seal());
        return isStored ? Optional.of(id) : Optional.empty();
    }

    /**
     * Of what a quiet phone is not told, her page shows what concerns her; answers are for whoever asked on that phone. Says
     * whether the text is stored.
     */
    boolean put(Transaction tx, Member member, OutboundMessage.Text text, Seal seal) {
        if (text.purpose().reachesQuietPhones() || !phones.isQuiet(tx, member)) {
            sending.outbox().add(tx, text, seal);
            return true;
        }
        if (text.purpose() != Purpose.ANSWER) {
            sending.outbox().keepBack(tx, text, seal);
            return true;
        }
        return false;
    }

    Optional<MessageId> call(Transaction tx, @Nullable LockedAlert alert, @Nullable UUID dispatch, Member member,
            PhoneNumber phone, Purpose purpose, String words, @Nullable UUID contactPoint, Instant notBefore, Duration worth) {
        return call(tx, alert, new OutboundMessage.About(id(alert), dispatch, member.id().value(), contactPoint), phone, purpose, words,
                notBefore, worth);
    }

    Optional<MessageId> call(Transaction tx, @Nullable LockedAlert alert, OutboundMessage.About about, PhoneNumber phone,
            Purpose purpose, String words, Instant notBefore, Duration worth) {
        return hotline(tx, alert).map(sender -> {
            var id = new MessageId(foundation.ids().next());
            sending.outbox().add(tx, new OutboundMessage.Call(id, sender.carrierAccount(), purpose, sender.number(), phone, words, true,
                    about, notBefore, notBefore.plus(worth), RINGING), alert == null ? foundation.keys().house() : alert.seal());
            return id;
        });
    }

    /** The hotline the alert came to; for one that came to an unknown number, the first. */
    Optional<Hotline> hotline(Transaction tx, @Nullable LockedAlert alert) {
        return hotline(tx, alert == null ? null : alert.alert().hotline());
    }

    Optional<Hotline> hotline(Transaction tx, @Nullable HotlineId id) {
        return Optional.ofNullable(id)
                .flatMap(known -> hotlines.find(tx, known))
                .or(() -> hotlines.all(tx).stream().findFirst());
    }

    static @Nullable UUID id(@Nullable LockedAlert alert) {
        return alert == null ? null : alert.alert().id().value();
    }
}
