package gateway.safety;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.asking.UnreachedPhones;
import gateway.contact.ContactPointId;
import gateway.contact.ContactPoints;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.member.MemberId;
import gateway.member.People;
import gateway.member.Role;
import gateway.member.Warnings;
import gateway.messaging.FailedMessages;
import gateway.messaging.Outbox;
import gateway.telling.GeographicPermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts other than dispatches that the carrier refused because their phone has opted out: a responder's is asked
 * by call from then on, a reporter's is texted no more. What became of dispatches is {@link UnreachedPhones}' part.
 */
public final class RefusedTexts {

    private static final int A_TURN = 200;

    private final Database database;
    private final Outbox outbox;
    private final Alerts alerts;
    private final ContactPoints contactPoints;
    private final People people;
    private final RefusedPhones refusedPhones;
    private final GeographicPermissions permissions;
    private final DueRows<FailedMessages.Failed> failed;

    public RefusedTexts(Database database, Outbox outbox, Alerts alerts, ContactPoints contactPoints, People people,
            RefusedPhones refusedPhones, GeographicPermissions permissions) {
        this.people = people;
        this.database = database;
        this.outbox = outbox;
        this.alerts = alerts;
        this.contactPoints = contactPoints;
        this.refusedPhones = refusedPhones;
        this.permissions = permissions;
        this.failed = new DueRows<>(database, "Refused message", FailedMessages.Failed::message, this::note);
    }

    public Optional<Instant> tick() {
        database.run(refusedPhones::look);
        return failed.turn(tx -> outbox.failures().failedOtherwise(tx, A_TURN));
    }

    private void note(Transaction tx, FailedMessages.Failed failed) {
        if (RefusedPhones.OPTED_OUT.equals(failed.error())) {
            var about = failed.about();
            if (about.contactPoint() != null) {
                block(tx, new ContactPointId(about.contactPoint()), about.alert());
            } else if (about.member() != null) {
                people.members().find(tx, new MemberId(about.member()))
                        .ifPresent(member -> refusedPhones.refuse(tx, member));
            }
        }
        warnOfCoordinator(tx, failed.about().member());
        permissions.heed(tx, failed.error());
        outbox.failures().noteFailureOf(tx, failed.message());
    }

    /** What she was to be told stands on the board, for the others. */
    private void warnOfCoordinator(Transaction tx, @Nullable UUID about) {
        Optional.ofNullable(about).flatMap(id -> people.members().find(tx, new MemberId(id)))
                .filter(member -> member.is(Role.COORDINATOR))
                .ifPresent(member -> people.warnings().raise(tx, member.id(), Warnings.Kind.UNREACHED, tx.now()));
    }

    private void block(Transaction tx, ContactPointId phone, @Nullable UUID about) {
        contactPoints.lock(tx, phone);
        var alert = about == null ? Optional.<LockedAlert>empty() : alerts.lock(tx, new AlertId(about));
        if (contactPoints.marks().block(tx, phone)) {
            outbox.cancelOfContactPoint(tx, phone.value(), tx.now());
            alert.ifPresent(known -> known.tell(tx, Actor.GATEWAY,
                    new ReportEntry.PhoneBlocked("carrier")));
        }
    }
}
