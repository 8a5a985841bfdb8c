package gateway.dispatch;

import gateway.alert.LockedAlert;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.hotline.Hotline;
import gateway.hotline.Hotlines;
import gateway.member.Member;
import gateway.member.Members;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Outbox;
import gateway.messaging.Phrases;
import gateway.messaging.Purpose;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to text a member: in her language, from the hotline the alert came to, never to a phone that may not be
 * asked. What it writes lies in the outbox until the transaction is committed.
 */
public final class Telling {

    /** How long an answer or a notice is worth sending. */
    private static final Duration WORTH = Duration.ofMinutes(10);
    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final Outbox outbox;
    private final Phrases phrases;
    private final Members members;
    private final Hotlines hotlines;
    private final Dispatches dispatches;
    private final KeyRing keys;
    private final RowIds ids;
    private final InstantSource clock;

    public Telling(Outbox outbox, Phrases phrases, Members members, Hotlines hotlines, Dispatches dispatches, KeyRing keys,
            RowIds ids, InstantSource clock) {
        this.outbox = outbox;
        this.phrases = phrases;
        this.members = members;
        this.hotlines = hotlines;
        this.dispatches = dispatches;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for an alert; the text is worth nothing once the next step is asked. */
    void ask(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Map<String, String> values,
            Duration patience) {
        member.askablePhone().ifPresent(phone -> send(tx, alert, dispatch, member, phone, Purpose.DISPATCH,
                phrases.say(Language.EN, "dispatch.text", values), clock.instant(), patience));
    }

    /** Answers a responder's own text, or tells of something that concerns what she was asked. */
    void tell(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member, Purpose purpose,
            String key, Map<String, String> values) {
        askable(tx, member).ifPresent(phone -> send(tx, alert, dispatch, member, phone, purpose,
                phrases.say(member.language(), key, values), clock.instant(), WORTH));
    }

    /**
     * Tells whoever has an alert what the reporter wrote since, in one text.
     *
     * @param mark that of the gravest code among them
     */
    public void tellOfLaterTexts(Transaction tx, LockedAlert alert, Member holder, int texts, String mark, Instant first,
            Instant last) {
        tell(tx, alert, null, holder, Purpose.NOTICE, texts == 1 ? "notice.wrote-again" : "notice.wrote-more", Map.of(
                "number", alert.alert().number().toString(), "texts", Integer.toString(texts), "mark", mark,
                "time", time(tx, alert, first), "until", time(tx, alert, last)));
    }

    /** Tells every coordinator that can be asked. */
    public void tellCoordinators(Transaction tx, @Nullable LockedAlert alert, String key, Map<String, String> values) {
        members.coordinators(tx).forEach(member -> tell(tx, alert, null, member, Purpose.NOTICE, key, values));
    }

    /** The hours and minutes of a moment where an alert's hotline is. */
    String time(Transaction tx, LockedAlert alert, Instant at) {
        return time(at, zone(tx, alert));
    }

    ZoneId zone(Transaction tx, LockedAlert alert) {
        return hotline(tx, alert).map(Hotline::zone).orElse(ZoneOffset.UTC);
    }

    static String time(Instant at, ZoneId zone) {
        return HOURS_AND_MINUTES.format(at.atZone(zone));
    }

    /** A member's phone, when nothing is to be feared from it: not barred, and not one that has reported an alert itself. */
    private Optional<PhoneNumber> askable(Transaction tx, Member member) {
        return dispatches.reporting(tx, List.of(member.id())).isEmpty() ? member.askablePhone() : Optional.empty();
    }

    private void send(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member,
            PhoneNumber phone, Purpose purpose, String words, Instant notBefore, Duration worth) {
        var sender = hotline(tx, alert);
        if (sender.isEmpty()) {
            log.error("There is no hotline to text from: load a network");
            return;
        }
        var about = new OutboundMessage.About(id(alert), dispatch == null ? null : dispatch.id().value(),
                member.id().value(), null);
        outbox.add(tx, new OutboundMessage.Text(new MessageId(ids.next()), sender.get().carrierAccount(), purpose,
                sender.get().number(), phone, words, true, about, notBefore, notBefore.plus(worth)),
                alert == null ? keys.house() : alert.seal());
    }

    /** The hotline the alert came to; for one that came to an unknown number, the first. */
    private Optional<Hotline> hotline(Transaction tx, @Nullable LockedAlert alert) {
        return Optional.ofNullable(alert)
                .flatMap(known -> Optional.ofNullable(known.alert().hotline()))
                .flatMap(id -> hotlines.find(tx, id))
                .or(() -> hotlines.all(tx).stream().findFirst());
    }

    private static @Nullable UUID id(@Nullable LockedAlert alert) {
        return alert == null ? null : alert.alert().id().value();
    }
}
