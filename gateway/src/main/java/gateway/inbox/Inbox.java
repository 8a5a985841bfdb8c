package gateway.inbox;

import gateway.contact.Hotline;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.database.Transaction;
import gateway.incoming.Envelope;
import gateway.incoming.Envelopes;
import gateway.incoming.Incoming;
import gateway.incoming.Receipt;
import gateway.intake.Intake;
import gateway.member.Member;
import gateway.phone.PhoneNumber;
import gateway.reading.Understanding;
import gateway.reading.Understood;
import gateway.unread.HearingMachines;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in an envelope: when it returns, the envelope and all that follows from it are committed. Understanding may fail; then
 * a second, minimal transaction keeps it so that a human hears of it all the same: a member's words as unread, anybody else's as
 * an unclear report.
 */
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final Database database;
    private final Reporters reporters;
    private final Incoming incoming;
    private final Switchboard switchboard;
    private final HearingMachines hearingMachines;
    private final Intake intake;
    private final Understanding understanding;

    public Inbox(Database database, Reporters reporters, Incoming incoming, Switchboard switchboard,
            HearingMachines hearingMachines, Intake intake, Understanding understanding) {
        this.reporters = reporters;
        this.incoming = incoming;
        this.database = database;
        this.switchboard = switchboard;
        this.hearingMachines = hearingMachines;
        this.intake = intake;
        this.understanding = understanding;
    }

    /** @throws DatabaseAway when nothing could be committed; the carrier must try again */
    public Receipt take(Envelope envelope) {
        return takeOr(envelope, this::understand, () -> takeOr(envelope, this::keepAtLeast, () -> takeOnce(envelope, this::openUnclear)));
    }

    private Receipt takeOr(Envelope envelope, Work work, Supplier<Receipt> less) {
        try {
            return takeOnce(envelope, work);
        } catch (DatabaseAway away) {
            throw away;
        } catch (RuntimeException bug) {
            log.error("A text could not be taken in so; less is done with it, and a human reads it", bug);
            return less.get();
        }
    }

    private interface Work {
        /** @param seen the envelope, once it is known whether its signature is a new one */
        void on(Transaction tx, Envelope envelope, Supplier<Envelope> seen, Instant now);
    }

    private Receipt takeOnce(Envelope envelope, Work work) {
        try {
            database.run(tx -> {
                var now = tx.now();
                work.on(tx, envelope, incoming.signatures().see(tx, envelope, now), now);
            });
            return Receipt.TAKEN;
        } catch (Envelopes.TakenBefore again) {
            return Receipt.ALREADY_TAKEN;
        }
    }

    private void understand(Transaction tx, Envelope sent, Supplier<Envelope> seen, Instant now) {
        var hotlineAsked = askHotline(tx, sent);
        var memberAsked = switchboard.askWhose(tx, sent);
        var envelope = seen.get();
        var hotline = hotlineAsked.get();
        var member = envelope.proves() ? memberAsked.get() : Optional.<Member>empty();
        if (member.isPresent()) {
            switchboard.hear(tx, envelope, hotline, member.get(), now);
            return;
        }
        var understood = understanding.of(envelope.words());
        if (!envelope.proves() || !hearingMachines.keeps(tx, envelope, hotline, understood, now)) {
            report(tx, envelope, hotline, understood, now);
        }
    }

    private void keepAtLeast(Transaction tx, Envelope sent, Supplier<Envelope> seen, Instant now) {
        var envelope = seen.get();
        if (!envelope.proves() || switchboard.keepAtLeast(tx, envelope, askHotline(tx, envelope).get(), now).isEmpty()) {
            openUnclear(tx, envelope, seen, now);
        }
    }

    private void report(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Understood understood, Instant now) {
        var reporter = reporters.contactPoints().hear(tx, envelope.from(), now);
        var id = incoming.envelopes().fromContactPoint(tx, envelope, hotline, reporter.id(), now);
        var alert = intake.report(tx, id, hotline, reporter, understood, envelope.words(), now);
        intake.hearCarrier(tx, alert, reporter, envelope, now);
    }

    private void openUnclear(Transaction tx, Envelope sent, Supplier<Envelope> seen, Instant now) {
        var envelope = seen.get();
        var hotline = askHotline(tx, envelope).get();
        var reporter = reporters.contactPoints().hear(tx, envelope.from(), now);
        var id = incoming.envelopes().fromContactPoint(tx, envelope, hotline, reporter.id(), now);
        intake.open(tx, id, hotline, reporter, understanding.nothing(), envelope.words(), now);
    }

    private Supplier<Optional<Hotline>> askHotline(Transaction tx, Envelope envelope) {
        return PhoneNumber.read(envelope.to()).<Supplier<Optional<Hotline>>>map(number -> reporters.hotlines().askByNumber(tx, number)).orElse(Optional::empty);
    }
}
