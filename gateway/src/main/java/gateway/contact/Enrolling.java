package gateway.contact;

import gateway.database.Transaction;
import gateway.messaging.Outbox;
import gateway.phone.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Enrols a person by her own wish, changes what she chose, and forgets it when she withdraws. */
public final class Enrolling {

    private final Enrolments enrolments;
    private final ContactPoints contactPoints;
    private final Outbox outbox;

    public Enrolling(Enrolments enrolments, ContactPoints contactPoints, Outbox outbox) {
        this.enrolments = enrolments;
        this.contactPoints = contactPoints;
        this.outbox = outbox;
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

    /** What became of it; but for {@code Done}, nothing was changed. */
    public sealed interface Result {

        record Done(EnrolmentId id) implements Result {}

        record TagTaken() implements Result {}

        /** The number is another person's own; whoever shares a phone uses a tag. */
        record PhoneOfAnother(PhoneNumber phone) implements Result {}

        record NotEnrolled() implements Result {}
    }

    public Result enrol(Transaction tx, Form form, UUID by) {
        var refusal = refusal(tx, form, Optional.empty());
        return refusal.isPresent() ? refusal.get()
                : keep(tx, enrolments.add(tx, form.chosen(), by, tx.now()).orElseThrow(), form);
    }

    /** @param given phones that are no longer hers */
    public Result change(Transaction tx, EnrolmentId id, Form form, Set<ContactPointId> given) {
        var phones = contactPoints.lockOf(tx, id);
        if (enrolments.lock(tx, id).isEmpty()) {
            return new Result.NotEnrolled();
        }
        var refusal = refusal(tx, form, Optional.of(id));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        for (var phone : phones) {
            if (given.contains(phone.id())) {
                letGo(tx, phone);
            } else {
                bind(tx, phone.id(), id, form.chosen().wishes());
            }
        }
        var kept = keep(tx, id, form);
        // Last, since a changed tag holds up whoever refers to her: no phone is locked after it.
        enrolments.change(tx, id, form.chosen(), tx.now());
        return kept;
    }

    /** The person no longer wants to be known: her key is destroyed, and her phones are strangers' again. */
    public boolean withdraw(Transaction tx, EnrolmentId id) {
        contactPoints.lockOf(tx, id).forEach(phone -> letGo(tx, phone));
        return enrolments.withdraw(tx, id);
    }

    private Optional<Result> refusal(Transaction tx, Form form, Optional<EnrolmentId> self) {
        var tag = form.chosen().tag();
        if (tag != null && isOfAnother(enrolments.byTag(tx, tag), self)) {
            return Optional.of(new Result.TagTaken());
        }
        return phones(form).filter(number -> isOfAnother(
                contactPoints.lock(tx, number).flatMap(ContactPoint::enrolment), self))
                .findFirst().map(Result.PhoneOfAnother::new);
    }

    private static boolean isOfAnother(Optional<EnrolmentId> owner, Optional<EnrolmentId> self) {
        return owner.isPresent() && !owner.equals(self);
    }

    private static Stream<PhoneNumber> phones(Form form) {
        return form.phones().stream().distinct().sorted(Comparator.comparing(PhoneNumber::e164));
    }

    private Result keep(Transaction tx, EnrolmentId id, Form form) {
        phones(form).forEach(number -> {
            var phone = contactPoints.make(tx, number, tx.now());
            if (isOfAnother(phone.enrolment(), Optional.of(id))) {
                throw new IllegalStateException("a phone was enrolled for two people at once");
            }
            bind(tx, phone.id(), id, form.chosen().wishes());
        });
        form.words().ifPresent(words -> enrolments.keepWords(tx, id, words));
        form.card().ifPresent(card -> enrolments.keepCard(tx, id, card));
        return new Result.Done(id);
    }

    private void bind(Transaction tx, ContactPointId phone, EnrolmentId id, Wishes wishes) {
        contactPoints.bind(tx, phone, id, wishes);
        if (wishes.mode() == ReplyMode.SILENT) {
            outbox.cancelOfContactPoint(tx, phone.value(), tx.now());
        }
    }

    private void letGo(Transaction tx, ContactPoint phone) {
        outbox.cancelOfContactPoint(tx, phone.id().value(), tx.now());
        contactPoints.release(tx, phone.id());
    }
}
