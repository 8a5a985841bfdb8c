package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.Alert;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.contact.ContactPoint;
import gateway.contact.EnrolmentId;
import gateway.contact.Reporters;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.messaging.Outbox;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report is about, where she chose to be known: the owner of the phone, or whoever the tag in the text names. A
 * phone that a tag of somebody else came from is borrowed from then on. From any tag on, known or not, but the owner's own, the
 * gateway itself answers the phone no more: no answer may tell which tags there are.
 */
public final class Recognising {

    private final Reporters reporters;
    private final Outbox outbox;
    private final Alerts alerts;

    public Recognising(Reporters reporters, Outbox outbox, Alerts alerts) {
        this.reporters = reporters;
        this.outbox = outbox;
        this.alerts = alerts;
    }

    /** The phone as it counts from now on, and the person; empty for a stranger. An unknown tag is only words. */
    record Recognised(ContactPoint phone, Optional<EnrolmentId> person) {

        static Recognised by(ContactPoint phone) {
            return new Recognised(phone, phone.enrolment());
        }

        boolean isBorrowed() {
            return person.isPresent() && !person.equals(phone.enrolment());
        }

        /** Whether it may be about somebody else than the alert was so far; then joining it asks afresh. */
        boolean isNewTo(Alert alert) {
            return person.filter(named -> !named.equals(alert.enrolment())).isPresent()
                    && (alert.enrolment() != null || isBorrowed());
        }

        Recognised seized() {
            return new Recognised(phone.seized(), person);
        }
    }

    /** @param tag the folded tag in the text, null where there was none */
    Recognised recognise(Transaction tx, ContactPoint phone, @Nullable String tag, Instant now) {
        if (tag == null) {
            return Recognised.by(phone);
        }
        var named = reporters.enrolments().byTag(tx, tag);
        if (named.isPresent() && named.equals(phone.enrolment())) {
            return Recognised.by(phone);
        }
        reporters.contactPoints().marks().noteTag(tx, phone.id(), named.isPresent());
        outbox.cancelOfContactPoint(tx, phone.id().value(), now);
        var tagged = phone.withTag(named.isPresent());
        return named.isPresent() ? new Recognised(tagged, named) : Recognised.by(tagged);
    }

    /** Writes down, for an alert just opened or joined, whom the report is about and whether it asked for silence. */
    LockedAlert note(Transaction tx, LockedAlert locked, Recognised recognised, UUID report, boolean silent) {
        var alert = locked.alert();
        var person = recognised.person().filter(named -> !named.equals(alert.enrolment()));
        var asksSilence = silent && !alert.silenceAsked();
        if (person.isEmpty() && !asksSilence) {
            return locked;
        }
        person.ifPresent(named -> locked.tell(tx, Actor.REPORTER,
                new ReportEntry.PersonRecognised(named.value(), recognised.isBorrowed())));
        if (asksSilence) {
            locked.tell(tx, Actor.REPORTER, new ReportEntry.SilenceAsked(report));
        }
        var known = person.map(alert::recognise).orElse(alert);
        var kept = asksSilence ? known.askSilence() : known;
        alerts.saveWho(tx, kept);
        return new LockedAlert(kept, locked.ladders(), locked.seal());
    }
}
