package gateway.telling;

import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.Hotlines;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.Dispatches;
import gateway.member.Member;
import gateway.member.Members;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.PlacedCalls;
import gateway.messaging.Purpose;
import gateway.messaging.Sending;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.phone.SmsText;
import gateway.sealing.Foundation;
import gateway.sealing.Seal;
import gateway.telling.Notice.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
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
    /** Before most answering machines answer. */
    private static final Duration RINGING = Duration.ofSeconds(25);
    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final Sending sending;
    private final Members members;
    private final Hotlines hotlines;
    private final Dispatches dispatches;
    private final QuietPhones quietPhones;
    private final Notices notices;
    private final Foundation foundation;

    public Telling(Sending sending, Members members, Hotlines hotlines, Dispatches dispatches, QuietPhones quietPhones,
            Notices notices, Foundation foundation) {
        this.sending = sending;
        this.foundation = foundation;
        this.members = members;
        this.hotlines = hotlines;
        this.dispatches = dispatches;
        this.quietPhones = quietPhones;
        this.notices = notices;
    }

    /**
     * Asks for one alert, or for several in one text; it is worth nothing once their next steps have been asked. Says
     * whether there was a hotline to text from.
     *
     * @param text its first alert says from which hotline; when that is alone, its key seals the words
     */
    public Optional<MessageId> ask(Transaction tx, Member member, PhoneNumber phone, DigestText text, Instant until) {
        var first = text.listed().getFirst();
        var sender = hotline(tx, first.hotline());
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
        return askable(tx, member).flatMap(phone -> call(tx, alert, dispatch.id().value(), member, phone,
                Purpose.DISPATCH, SpokenDispatch.say(sending.phrases(), values), null, notBefore, worth));
    }

    /** Rings a member's own phone, to join it with the phone of a contact point once she presses a key. */
    public boolean ringToJoin(Transaction tx, LockedAlert alert, Member member, UUID contactPoint) {
        return askable(tx, member).flatMap(phone -> call(tx, alert, null, member, phone, Purpose.BRIDGE, "", contactPoint,
                tx.now(), Duration.ofMinutes(2))).isPresent();
    }

    /** A notice by call, which may be about an alert and one of its dispatches; {@link PlacedCalls} is told which talk it is. */
    public Optional<MessageId> ringWithNotice(Transaction tx, @Nullable LockedAlert alert, @Nullable UUID dispatch, Member member,
            String words, Instant notBefore, Duration worth) {
        return askable(tx, member).flatMap(phone -> call(tx, alert, dispatch, member, phone, Purpose.NOTICE, words, null,
                notBefore, worth));
    }

    /** Rings a phone of another organisation, which is told nothing. */
    public Optional<MessageId> ringOutside(Transaction tx, LockedAlert alert, PhoneNumber phone, Duration worth) {
        return call(tx, alert, new OutboundMessage.About(id(alert), null, null, null), phone, Purpose.NOTICE, "", tx.now(), worth);
    }

    /** Answers a responder's own text, or tells of something that concerns what she was asked. */
    public void tell(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member, Purpose purpose,
            String key, Map<String, String> values) {
        member.askablePhone().filter(_ -> !hasReported(tx, alert, member)).ifPresent(phone -> send(tx, alert, dispatch, member, phone,
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
                        "time", timeNow(tx, alert)));
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
            member.askablePhone().ifPresent(phone -> send(tx, null, null, member, phone, Purpose.NOTICE,
                    sending.phrases().say(member.language(), key, values), notBefore, Duration.between(notBefore, until)));
        }
    }

    /**
     * Tells a coordinator what concerns the shifts of others. It counts among what an hour may tell a phone, and where that is
     * used up the {@link Crier} tells it later.
     */
    public void tellCoordinatorOfDuty(Transaction tx, Member coordinator, String key, Map<String, String> values, Instant notBefore,
            Instant until) {
        var phone = coordinator.askablePhone();
        if (phone.isEmpty() || !notBefore.isBefore(until)) {
            return;
        }
        var message = notices.mayTell(tx, coordinator.id(), tx.now()).contains(Urgency.HELD)
                ? send(tx, null, null, coordinator, phone.get(), Purpose.NOTICE, sending.phrases().say(coordinator.language(), key, values),
                        notBefore, Duration.between(notBefore, until))
                : Optional.<MessageId>empty();
        notices.addOfDuty(tx, coordinator.id(), key, values, notBefore, message);
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

    /** Tells every coordinator that can be asked, at the pace of the {@link Crier}. */
    public void tellCoordinators(Transaction tx, @Nullable LockedAlert alert, String key, Map<String, String> values) {
        members.coordinators(tx).forEach(member -> leaveNotice(tx, alert, null, member, Purpose.NOTICE, Urgency.HELD, key, values));
    }

    /** Whether somebody was told by this phrase since then. */
    public boolean wasTold(Transaction tx, String key, Instant since) {
        return notices.wasMadeSince(tx, key, since);
    }

    /** Tells every coordinator what no limit may hold back. */
    public void tellCoordinatorsAtOnce(Transaction tx, LockedAlert alert, String key, Map<String, String> values) {
        members.coordinators(tx).forEach(member -> leaveNotice(tx, alert, null, member, Purpose.NOTICE, Urgency.AT_ONCE, key, values));
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
        dated.putIfAbsent("time", timeNow(tx, alert));
        members.coordinators(tx).forEach(member -> notices.addOfNumberAlone(tx, member.id(), about.id(),
                alert == null ? null : alert.alert().id(), key, dated, tx.now()));
    }

    /** The same of her shift, which may wait for the morning, and which she herself knows. */
    public void tellOfShiftByNumberAlone(Transaction tx, Member about, String key, Map<String, String> values, Instant notBefore) {
        members.coordinators(tx).stream().filter(member -> !member.id().equals(about.id())).forEach(member ->
                notices.addOfNumberAlone(tx, member.id(), about.id(), null, key, values, notBefore));
    }

    /** What she is to be told, and not asked: the {@link Crier} tells it, with others where there are many. */
    public void leaveNotice(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member, Purpose purpose,
            Urgency urgency, String key, Map<String, String> values) {
        if (hasReported(tx, alert, member)) {
            return;
        }
        var dated = new HashMap<>(values);
        dated.putIfAbsent("time", timeNow(tx, alert));
        notices.add(tx, member.id(), alert == null ? null : alert.alert().id(), dispatch, purpose, urgency, key, dated, tx.now());
    }

    private String timeNow(Transaction tx, @Nullable LockedAlert alert) {
        return hotline(tx, alert).map(Hotline::zone).map(zone -> time(tx.now(), zone)).orElse("");
    }

    /** Tells notices in one text. Says whether there was a hotline to text from. */
    Optional<MessageId> inform(Transaction tx, Member member, NoticeText text) {
        var first = text.told().getFirst();
        var alone = text.told().size() == 1;
        var alert = alone ? first.alert() : null;
        var purpose = text.told().stream().allMatch(one -> one.purpose() == Purpose.STAND_DOWN) ? Purpose.STAND_DOWN : Purpose.NOTICE;
        var dispatch = alone && first.dispatch() != null ? first.dispatch().value() : null;
        var about = new OutboundMessage.About(alert == null ? null : alert.value(), dispatch, member.id().value(), null);
        var sender = hotline(tx, first.alert() == null ? null : dispatches.asked().hotlineOf(tx, first.alert()).orElse(null));
        return sender.flatMap(hotline -> member.askablePhone().map(phone -> {
            var id = new MessageId(foundation.ids().next());
            put(tx, member, new OutboundMessage.Text(id, hotline.carrierAccount(), purpose, hotline.number(), phone, text.words(),
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
        return hotline(tx, alert).map(Hotline::zone).orElse(ZoneOffset.UTC);
    }

    public static String time(Instant at, ZoneId zone) {
        return HOURS_AND_MINUTES.format(at.atZone(zone));
    }

    /** A member's phone, when it may be texted or rung: verified, not lost, and not in its quiet. */
    public Optional<PhoneNumber> askable(Transaction tx, Member member) {
        return member.askablePhone().filter(_ -> !isQuiet(tx, member));
    }

    /** Whether she is inside a station, so that nothing may be sent to or rung at her phone. */
    public boolean isQuiet(Transaction tx, Member member) {
        return quietPhones.isQuiet(tx, member.id());
    }

    /** Nothing of an alert is told to the phone that reported it first: it may be in other hands. */
    private boolean hasReported(Transaction tx, @Nullable LockedAlert alert, Member member) {
        return alert != null && dispatches.asked().reportersOf(tx, alert.alert().id()).first().contains(member.id());
    }

    /** Whether a code may go to her phone: one need not be verified for that, but nothing else may speak against it. */
    public boolean mayBeVerified(Transaction tx, Member member) {
        return member.phone() != null && !isQuiet(tx, member)
                && (member.barred().isEmpty() || members.bars().isSaidFound(tx, member.id(), tx.now()));
    }

    /** Texts a phone about nothing but itself, verified or not. */
    public void tellOfItself(Transaction tx, Member member, String key, Map<String, String> values, Duration worth) {
        var phone = member.phone();
        if (phone != null && mayBeVerified(tx, member)) {
            send(tx, null, null, member, phone, Purpose.NOTICE, sending.phrases().say(member.language(), key, values), tx.now(),
                    worth);
        }
    }

    private Optional<MessageId> send(Transaction tx, @Nullable LockedAlert alert, @Nullable Dispatch dispatch, Member member,
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
    private boolean put(Transaction tx, Member member, OutboundMessage.Text text, Seal seal) {
        if (text.purpose().reachesQuietPhones() || !isQuiet(tx, member)) {
            sending.outbox().add(tx, text, seal);
            return true;
        }
        if (text.purpose() != Purpose.ANSWER) {
            sending.outbox().keepBack(tx, text, seal);
            return true;
        }
        return false;
    }

    private Optional<MessageId> call(Transaction tx, @Nullable LockedAlert alert, @Nullable UUID dispatch, Member member,
            PhoneNumber phone, Purpose purpose, String words, @Nullable UUID contactPoint, Instant notBefore, Duration worth) {
        return call(tx, alert, new OutboundMessage.About(id(alert), dispatch, member.id().value(), contactPoint), phone, purpose, words,
                notBefore, worth);
    }

    private Optional<MessageId> call(Transaction tx, @Nullable LockedAlert alert, OutboundMessage.About about, PhoneNumber phone,
            Purpose purpose, String words, Instant notBefore, Duration worth) {
        return hotline(tx, alert).map(sender -> {
            var id = new MessageId(foundation.ids().next());
            sending.outbox().add(tx, new OutboundMessage.Call(id, sender.carrierAccount(), purpose, sender.number(), phone, words, true,
                    about, notBefore, notBefore.plus(worth), RINGING), alert == null ? foundation.keys().house() : alert.seal());
            return id;
        });
    }

    /** The hotline the alert came to; for one that came to an unknown number, the first. */
    private Optional<Hotline> hotline(Transaction tx, @Nullable LockedAlert alert) {
        return hotline(tx, alert == null ? null : alert.alert().hotline());
    }

    private Optional<Hotline> hotline(Transaction tx, @Nullable HotlineId id) {
        return Optional.ofNullable(id)
                .flatMap(known -> hotlines.find(tx, known))
                .or(() -> hotlines.all(tx).stream().findFirst());
    }

    private static @Nullable UUID id(@Nullable LockedAlert alert) {
        return alert == null ? null : alert.alert().id().value();
    }
}
