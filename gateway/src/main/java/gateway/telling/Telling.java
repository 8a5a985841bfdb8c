package gateway.telling;

import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.Dispatches;
import gateway.member.Member;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.PlacedCalls;
import gateway.messaging.Purpose;
import gateway.messaging.Sending;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.phone.SmsText;
import gateway.sealing.Foundation;
import gateway.telling.Notice.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    private final Sending sending;
    private final Dispatches dispatches;
    private final TellablePhones phones;
    private final MemberOutbox outbox;
    private final TellingCoordinators coordinators;
    private final Foundation foundation;

    Telling(Sending sending, Dispatches dispatches, TellablePhones phones, MemberOutbox outbox, TellingCoordinators coordinators,
            Foundation foundation) {
        this.sending = sending;
        this.dispatches = dispatches;
        this.phones = phones;
        this.outbox = outbox;
        this.coordinators = coordinators;
        this.foundation = foundation;
    }

    public TellablePhones phones() {
        return phones;
    }

    public TellingCoordinators coordinators() {
        return coordinators;
    }

    /**
     * Asks for one alert, or for several in one text; it is worth nothing once their next steps have been asked. Says
     * whether there was a hotline to text from.
     *
     * @param text its first alert says from which hotline; when that is alone, its key seals the words
     */
    public Optional<MessageId> ask(Transaction tx, Member member, PhoneNumber phone, DigestText text, Instant until) {
        var first = text.listed().getFirst();
        var sender = outbox.hotline(tx, first.hotline());
        if (sender.isEmpty()) {
            log.error("There is no hotline to text from: load a network");
            return Optional.empty();
        }
        var id = new MessageId(foundation.ids().next());
        var about = text.isAlone()
                ? new OutboundMessage.About(first.alert().value(), first.dispatch().value(), member.id().value(), null)
                : new OutboundMessage.About(null, null, member.id().value(), null);
        var seal = text.isAlone() ? foundation.keys().find(tx, first.alert().value()).orElse(foundation.keys().house()) : foundation.keys().house();
        sending.outbox().add(tx, new OutboundMessage.Text(id, sender.get().carrierAccount(), Purpose.DISPATCH, sender.get().number(), phone,
                text.words(), true, about, tx.now(), until), seal);
        return Optional.of(id);
    }

    /** Asks for an alert by a call: a phone that may be asked is rung, and her keys answer. */
    public Optional<MessageId> ring(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Map<String, String> values,
            Instant notBefore, Duration worth) {
        return phones.askable(tx, member).flatMap(phone -> outbox.call(tx, alert, dispatch.id().value(), member, phone,
                Purpose.DISPATCH, SpokenDispatch.say(sending.phrases(), values), null, notBefore, worth));
    }

    /** Rings a member's own phone, to join it with the phone of a contact point once she presses a key. */
    public boolean ringToJoin(Transaction tx, LockedAlert alert, Member member, UUID contactPoint) {
        return phones.askable(tx, member).flatMap(phone -> outbox.call(tx, alert, null, member, phone, Purpose.BRIDGE, "", contactPoint,
                tx.now(), Duration.ofMinutes(2))).isPresent();
    }

    /** A notice by call, which may be about an alert and one of its dispatches; {@link PlacedCalls} is told which talk it is. */
    public Optional<MessageId> ringWithNotice(Transaction tx, @Nullable LockedAlert alert, @Nullable UUID dispatch, Member member,
            String words, Instant notBefore, Duration worth) {
        return phones.askable(tx, member).flatMap(phone -> outbox.call(tx, alert, dispatch, member, phone, Purpose.NOTICE, words, null,
                notBefore, worth));
    }

    /** Rings a phone of another organisation, which is told nothing. */
    public Optional<MessageId> ringOutside(Transaction tx, LockedAlert alert, PhoneNumber phone, Duration worth) {
        return outbox.call(tx, alert, new OutboundMessage.About(MemberOutbox.id(alert), null, null, null), phone, Purpose.NOTICE, "", tx.now(), worth);
    }

    /** Answers a responder's own text, or tells of something that concerns what she was asked. */
    public void tell(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member, Purpose purpose,
            String key, Map<String, String> values) {
        member.askablePhone().filter(_ -> !phones.hasReported(tx, alert, member)).ifPresent(phone -> outbox.text(tx, alert, dispatch, member, phone,
                purpose, sending.phrases().say(member.language(), key, values), tx.now(), WORTH));
    }

    /** An alert has become hers by a call: the code by which she keeps it, and hands it back. */
    public void tellItIsHers(Transaction tx, LockedAlert alert, Ladder ladder, Member member) {
        dispatches.liveOf(tx, ladder, member.id()).ifPresent(dispatch -> tellItIsHers(tx, alert, dispatch, ladder, member));
    }

    public void tellItIsHers(Transaction tx, LockedAlert alert, Dispatch dispatch, Ladder ladder, Member member) {
        tell(tx, alert, dispatch, member, Purpose.ANSWER, "answer.taken", Map.of("number", alert.alert().number().toString(),
                "code", dispatch.code().digits(), "time", ladder.nextAt().map(at -> time(tx, alert, at)).orElse("")));
    }

    /**
     * What she had has lapsed, and she may take it again.
     *
     * @param byText whether a text could still have carried her on
     */
    public void tellOfLapse(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, boolean byText) {
        tell(tx, alert, dispatch, member, Purpose.ANSWER, byText ? "answer.lapsed" : "answer.lapsed-page",
                Map.of("number", alert.alert().number().toString(), "code", dispatch.code().digits(),
                        "time", outbox.timeNow(tx, alert)));
    }

    /** She is to be out by then. */
    public void remindOfTimeInside(Transaction tx, LockedAlert alert, Member member, Instant dueAt) {
        tell(tx, alert, null, member, Purpose.NOTICE, "reminder.inside", Map.of("time", time(tx, alert, dueAt)));
    }

    /** Tells a member of one alert that is hers, or that concerns her as a coordinator. */
    public void tellOf(Transaction tx, LockedAlert alert, @Nullable Dispatch dispatch, Member member, String key,
            Map<String, String> values) {
        tell(tx, alert, dispatch, member, Purpose.NOTICE, key, values);
    }

    /** Tells a member what concerns her shifts, and no alert: not before a moment, and not once it is worth nothing. */
    public void tellOfDuty(Transaction tx, Member member, String key, Map<String, String> values, Instant notBefore,
            Instant until) {
        if (notBefore.isBefore(until)) {
            member.askablePhone().ifPresent(phone -> outbox.text(tx, null, null, member, phone, Purpose.NOTICE,
                    sending.phrases().say(member.language(), key, values), notBefore, Duration.between(notBefore, until)));
        }
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

    /** A piece of a text, in a member's language. */
    public String phrase(Member member, String key) {
        return sending.phrases().say(member.language(), key, Map.of());
    }

    /** Whether these words go as one text, also when they are repeated. */
    public boolean isOneText(Member member, String key, Map<String, String> values) {
        var words = sending.phrases().say(Language.EN, "dispatch.repeat", Map.of("words", sending.phrases().say(member.language(), key, values)));
        return new SmsText(words).segments() == 1;
    }

    /** Whether these words go as one text of few enough segments, also when they are repeated. */
    public boolean fits(Member member, String key, Map<String, String> values) {
        return DigestText.fits(sending.phrases().say(member.language(), key, values), sending.phrases());
    }

    /** What a member is to be told, and not asked: the {@link Crier} tells it, with others where there are many. */
    public void leaveNotice(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Purpose purpose, Urgency urgency, String key,
            Map<String, String> values) {
        outbox.leaveNotice(tx, alert, dispatch, member, purpose, urgency, key, values);
    }

    /** Tells notices in one text. Says whether there was a hotline to text from. */
    Optional<MessageId> inform(Transaction tx, Member member, NoticeText text) {
        var first = text.told().getFirst();
        var alone = text.told().size() == 1;
        var alert = alone ? first.alert() : null;
        var purpose = text.told().stream().allMatch(one -> one.purpose() == Purpose.STAND_DOWN) ? Purpose.STAND_DOWN : Purpose.NOTICE;
        var dispatch = alone && first.dispatch() != null ? first.dispatch().value() : null;
        var about = new OutboundMessage.About(alert == null ? null : alert.value(), dispatch, member.id().value(), null);
        var sender = outbox.hotline(tx, first.alert() == null ? null : dispatches.asked().hotlineOf(tx, first.alert()).orElse(null));
        return sender.flatMap(hotline -> member.askablePhone().map(phone -> {
            var id = new MessageId(foundation.ids().next());
            outbox.put(tx, member, new OutboundMessage.Text(id, hotline.carrierAccount(), purpose, hotline.number(), phone, text.words(),
                    true, about, tx.now(), tx.now().plus(WORTH)),
                    alert == null ? foundation.keys().house() : foundation.keys().find(tx, alert.value()).orElse(foundation.keys().house()));
            return id;
        }));
    }

    /** The hours and minutes of a moment where an alert's hotline is. */
    public String time(Transaction tx, LockedAlert alert, Instant at) {
        return time(at, zone(tx, alert));
    }

    public ZoneId zone(Transaction tx, LockedAlert alert) {
        return outbox.zone(tx, alert);
    }

    public static String time(Instant at, ZoneId zone) {
        return HOURS_AND_MINUTES.format(at.atZone(zone));
    }

    /** Texts a phone about nothing but itself, verified or not. */
    public void tellOfItself(Transaction tx, Member member, String key, Map<String, String> values, Duration worth) {
        var phone = member.phone();
        if (phone != null && phones.mayBeVerified(tx, member)) {
            outbox.text(tx, null, null, member, phone, Purpose.NOTICE, sending.phrases().say(member.language(), key, values), tx.now(),
                    worth);
        }
    }
}
