package gateway.contact;

import gateway.database.Transaction;
import gateway.messaging.Outbox;
import gateway.phone.PhoneNumber;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Enrols a person by her own wish, changes what she chose, and forgets it when she withdraws. */
public final class Enrolling {

    private final Enrolments enrolments;
    private final ContactPoints contactPoints;
    private final Outbox outbox;
    private final InstantSource clock;

    public Enrolling(Enrolments enrolments, ContactPoints contactPoints, Outbox outbox, InstantSource clock) {
        this.enrolments = enrolments;
        this.contactPoints = contactPoints;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * All that is written down with the person present.
     *
     * @param phones her own numbers; of one who is enrolled already, further ones
     * @param words  hashes of her safe words; empty to keep what is kept
     * @param card   empty to keep what is kept
     */
    public record Form(Enrolments.Chosen chosen, List<PhoneNumber> phones, Optional<SafeWords.Kept> words,
            Optional<Card> card) {}

    /** What became of it. Of all but {@code Done}, the transaction must not be committed. */
    public sealed interface Result {

        record Done(EnrolmentId id) implements Result {}

        record TagTaken() implements Result {}

        /** The number is another person's own; whoever shares a phone uses a tag. */
        record PhoneOfAnother(PhoneNumber phone) implements Result {}

        record NotEnrolled() implements Result {}
    }

    public Result enrol(Transaction tx, Form form, UUID by) {
        var id = enrolments.add(tx, form.chosen(), by, clock.instant());
        return id.isEmpty() ? new Result.TagTaken() : keep(tx, id.get(), form);
    }

    /** @param given phones that are no longer hers */
    public Result change(Transaction tx, EnrolmentId id, Form form, Set<ContactPointId> given) {
        var phones = contactPoints.lockOf(tx, id);
        if (enrolments.lock(tx, id).isEmpty()) {
            return new Result.NotEnrolled();
        }
        var tag = form.chosen().tag();
        if (tag != null && enrolments.byTag(tx, tag).filter(other -> !other.equals(id)).isPresent()) {
            return new Result.TagTaken();
        }
        for (var phone : phones) {
            if (given.contains(phone.id())) {
                letGo(tx, phone);
            } else {
                bind(tx, phone.id(), id, form.chosen().wishes());
            }
        }
        enrolments.change(tx, id, form.chosen(), clock.instant());
        return keep(tx, id, form);
    }

    /** The person no longer wants to be known: her key is destroyed, and her phones are strangers' again. */
    public boolean withdraw(Transaction tx, EnrolmentId id) {
        contactPoints.lockOf(tx, id).forEach(phone -> letGo(tx, phone));
        return enrolments.withdraw(tx, id);
    }

    private Result keep(Transaction tx, EnrolmentId id, Form form) {
        for (var number : form.phones().stream().distinct().sorted(java.util.Comparator.comparing(PhoneNumber::e164)).toList()) {
            var phone = contactPoints.make(tx, number, clock.instant());
            if (phone.enrolment().filter(owner -> !owner.equals(id)).isPresent()) {
                return new Result.PhoneOfAnother(number);
            }
            bind(tx, phone.id(), id, form.chosen().wishes());
        }
        form.words().ifPresent(words -> enrolments.keepWords(tx, id, words));
        form.card().ifPresent(card -> enrolments.keepCard(tx, id, card));
        return new Result.Done(id);
    }

    private void bind(Transaction tx, ContactPointId phone, EnrolmentId id, Wishes wishes) {
        contactPoints.bind(tx, phone, id, wishes);
        if (wishes.mode() == ReplyMode.SILENT) {
            outbox.cancelOfContactPoint(tx, phone.value(), clock.instant());
        }
    }

    private void letGo(Transaction tx, ContactPoint phone) {
        outbox.cancelOfContactPoint(tx, phone.id().value(), clock.instant());
        contactPoints.release(tx, phone.id());
    }
}
