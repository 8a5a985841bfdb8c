package gateway.contact;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Purpose;
import gateway.messaging.Sending;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The only way to speak to a reporter, so that silence cannot be forgotten. Its words are the pack's replies: a shop's, or
 * plain ones for who chose them.
 */
public final class Replying {

    /** A reply that waits for longer looks odd on the phone it reaches. */
    private static final Duration WORTH = Duration.ofMinutes(5);

    /** Her phone shows that the line was busy, and she has taken it from her ear. */
    private static final Duration BEFORE_CALLING_BACK = Duration.ofSeconds(5);
    private static final Duration RINGING = Duration.ofSeconds(25);

    private final ContactPoints contactPoints;
    private final Sending sending;
    private final RandomGenerator random;
    private final RowIds ids;

    public Replying(ContactPoints contactPoints, Sending sending, RandomGenerator random, RowIds ids) {
        this.contactPoints = contactPoints;
        this.sending = sending;
        this.random = random;
        this.ids = ids;
    }

    /** Nothing more goes to this phone, what waits for it neither. Says whether that is new. */
    public boolean block(Transaction tx, ContactPointId phone) {
        var isNew = contactPoints.marks().block(tx, phone);
        if (isNew) {
            sending.outbox().cancelOfContactPoint(tx, phone.value(), tx.now());
        }
        return isNew;
    }

    /** What a plain reply may tell: only what is so at the moment it is decided. */
    public enum Standing {
        /** Somebody was asked and may still answer. */
        ASKED,
        /** Nobody could be asked, or all who were have passed. */
        NOBODY_YET,
        /** A responder has it. */
        TAKEN;

        String key() {
            return "plain." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where a reply goes out from, and about which alert. */
    public record From(PhoneNumber hotline, UUID carrierAccount, Language language, UUID alert) {}

    /**
     * Puts a neutral reply, in one of its wordings, into the outbox; it is never sent a second time. The contact point is
     * locked, and {@link ReplyRule} has just allowed it.
     */
    public Optional<MessageId> cover(Transaction tx, ContactPoint phone, From from, Instant now) {
        return say(tx, phone, from, Purpose.COVER_REPLY, "cover", now);
    }

    /** Tells a witness in a shop's words that somebody has it, whatever words she chose for replies. */
    public Optional<MessageId> taken(Transaction tx, ContactPoint phone, From from, Instant now) {
        return say(tx, phone, from, Purpose.COVER_REPLY, "taken.cover", now);
    }

    /** The same, openly, for a person who chose plain words. */
    public Optional<MessageId> plain(Transaction tx, ContactPoint phone, From from, Standing standing, Instant now) {
        return say(tx, phone, from, Purpose.PLAIN_REPLY, standing.key(), now);
    }

    /**
     * Calls back who flashed and chose so; {@link ReplyRule} has just allowed it. A call that perhaps was placed is never
     * placed again, and what is heard is the hotline's menu.
     */
    public Optional<MessageId> callBack(Transaction tx, ContactPoint phone, From from, Instant now) {
        var number = contactPoints.sender(tx, phone.id()).flatMap(PhoneNumber::read);
        var seal = contactPoints.seal(tx, phone.id());
        if (number.isEmpty() || seal.isEmpty()) {
            return Optional.empty();
        }
        var id = new MessageId(ids.next());
        var notBefore = now.plus(BEFORE_CALLING_BACK);
        sending.outbox().add(tx, new OutboundMessage.Call(id, from.carrierAccount(), Purpose.CALL_BACK, from.hotline(), number.get(), "",
                false, new OutboundMessage.About(from.alert(), null, null, phone.id().value()), notBefore,
                notBefore.plus(WORTH), RINGING), seal.get());
        return Optional.of(id);
    }

    private Optional<MessageId> say(Transaction tx, ContactPoint phone, From from, Purpose purpose, String key, Instant now) {
        var number = contactPoints.sender(tx, phone.id()).flatMap(PhoneNumber::read);
        var seal = contactPoints.seal(tx, phone.id());
        if (number.isEmpty() || seal.isEmpty() || contactPoints.marks().isBlocked(tx, phone.id())) {
            return Optional.empty();
        }
        var language = phone.wishes().map(Wishes::language).orElse(from.language());
        var latin = phone.wishes().map(Wishes::latinOnly).orElse(false) ? "latin." : "";
        var wordings = sending.phrases().list(language, latin + key);
        var id = new MessageId(ids.next());
        sending.outbox().add(tx, new OutboundMessage.Text(id, from.carrierAccount(), purpose, from.hotline(), number.get(),
                wordings.get(random.nextInt(wordings.size())), false,
                new OutboundMessage.About(from.alert(), null, null, phone.id().value()), now, now.plus(WORTH)), seal.get());
        return Optional.of(id);
    }
}
