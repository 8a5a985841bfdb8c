package gateway.unread;

import gateway.alert.Alerts;
import gateway.codebook.Reading;
import gateway.contact.Hotline;
import gateway.contact.Reporters;
import gateway.database.Transaction;
import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.incoming.Envelopes;
import gateway.phone.PhoneNumber;
import gateway.phone.Sender;
import gateway.reading.Understood;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a text aside that need wake nobody: a machine's that names nothing grave, or one of a muted sender that names no code at
 * all. Whatever is not surely so is a report.
 */
public final class HearingMachines {

    private final UnreadTexts unreadTexts;
    private final Envelopes envelopes;
    private final Reporters reporters;
    private final Alerts alerts;

    public HearingMachines(UnreadTexts unreadTexts, Envelopes envelopes, Reporters reporters, Alerts alerts) {
        this.unreadTexts = unreadTexts;
        this.reporters = reporters;
        this.envelopes = envelopes;
        this.alerts = alerts;
    }

    /** Keeps it aside if it need wake nobody; says whether it did. A text to a number that is no hotline's is always a report. */
    public boolean keeps(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Understood understood, Instant now) {
        // What the carrier did because of the text is for the alert it comes to.
        if (hotline.isEmpty() || envelope.says() != CarrierSays.NOTHING || understood.mayBeGrave() || isSomebodys(tx, understood)) {
            return false;
        }
        var sender = new Sender(envelope.from());
        var number = sender.number();
        var namesNothing = understood.reading() instanceof Reading.Unclear;
        if (number.isPresent() ? !namesNothing : !sender.isMachine()) {
            return false;
        }
        var muted = namesNothing && unreadTexts.mutes().holds(tx, sender, now);
        if (number.isPresent() && !(muted && isOver(tx, number.get()))) {
            return false;
        }
        unreadTexts.machineTexts().add(tx, envelopes.keptAside(tx, envelope, hotline, now), sender, unreadTexts.mutes().index(sender), envelope.words(), muted, now);
        if (muted) {
            unreadTexts.mutes().count(tx, sender, 1, now);
        }
        tx.announce();
        return true;
    }

    private boolean isSomebodys(Transaction tx, Understood understood) {
        var tag = understood.tag();
        return tag != null && reporters.enrolments().byTag(tx, tag).isPresent();
    }

    /** A mute covers no phone that is somebody's we know, that a grave text came from, or that an open alert is told by. */
    private boolean isOver(Transaction tx, PhoneNumber number) {
        return reporters.contactPoints().lock(tx, number).map(phone -> phone.enrolment().isEmpty() && !phone.presumedSeized()
                && !phone.borrowed() && !phone.tagged() && !alerts.hasUnresolvedOf(tx, phone.id())).orElse(true);
    }
}
