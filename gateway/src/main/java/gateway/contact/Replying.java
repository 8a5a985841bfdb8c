package gateway.contact;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Outbox;
import gateway.messaging.Phrases;
import gateway.messaging.Purpose;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The only way to speak to a reporter, so that silence cannot be forgotten. Its words are the pack's cover replies. */
public final class Replying {

    /** A cover reply that waits for longer looks odd on the phone it reaches. */
    private static final Duration WORTH = Duration.ofMinutes(5);

    private final ContactPoints contactPoints;
    private final Outbox outbox;
    private final Phrases phrases;
    private final RandomGenerator random;
    private final RowIds ids;

    public Replying(ContactPoints contactPoints, Outbox outbox, Phrases phrases, RandomGenerator random, RowIds ids) {
        this.contactPoints = contactPoints;
        this.outbox = outbox;
        this.phrases = phrases;
        this.random = random;
        this.ids = ids;
    }

    /**
     * Puts a cover reply, in one of its wordings, into the outbox; it is never sent a second time. The contact point is
     * locked, and {@link ReplyRule} has just allowed it.
     */
    public Optional<MessageId> cover(Transaction tx, ContactPoint phone, PhoneNumber from, UUID carrierAccount,
            Language language, UUID alert, Instant now) {
        var number = contactPoints.sender(tx, phone.id()).flatMap(PhoneNumber::read);
        var seal = contactPoints.seal(tx, phone.id());
        if (number.isEmpty() || seal.isEmpty() || contactPoints.isBlocked(tx, phone.id())) {
            return Optional.empty();
        }
        var wordings = phrases.list(language, "cover");
        var id = new MessageId(ids.next());
        outbox.add(tx, new OutboundMessage(id, carrierAccount, Purpose.COVER_REPLY, from, number.get(),
                wordings.get(random.nextInt(wordings.size())), false,
                new OutboundMessage.About(alert, null, null, phone.id().value()), now, now.plus(WORTH)), seal.get());
        return Optional.of(id);
    }
}
