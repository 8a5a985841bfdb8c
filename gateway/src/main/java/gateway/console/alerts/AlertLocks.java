package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertNumber;
import gateway.alert.LockedAlert;
import gateway.console.frame.ConsoleStores;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.safety.TimingSafety;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Locks what a form about an alert touches, all of it in the one order of locks, before the act begins. */
final class AlertLocks {

    private final ConsoleStores stores;
    private final TimingSafety timingSafety;

    AlertLocks(ConsoleStores stores, TimingSafety timingSafety) {
        this.stores = stores;
        this.timingSafety = timingSafety;
    }

    /** In the one order of locks: the contact point first. With one that was merged, the alert it went into. */
    Optional<LockedAlert> lock(Transaction tx, AlertNumber number) {
        return stores.alerts().find(tx, number).flatMap(alert -> {
            var other = stores.merges().mergedInto(tx, alert.id()).flatMap(id -> stores.alerts().find(tx, id));
            return lockAll(tx, alert, other.stream());
        });
    }

    Optional<LockedAlert> lockWith(Transaction tx, AlertNumber number, Optional<AlertNumber> other) {
        return stores.alerts().find(tx, number)
                .flatMap(alert -> lockAll(tx, alert, other.stream().flatMap(named -> stores.alerts().find(tx, named).stream())));
    }

    /** She goes inside, which carries all she has. */
    Optional<LockedAlert> lockWithHeld(Transaction tx, AlertNumber number, MemberId member) {
        return stores.alerts().find(tx, number).flatMap(alert -> lockAll(tx, alert,
                timingSafety.heldBy(tx, member).stream().flatMap(id -> stores.alerts().find(tx, id).stream())));
    }

    Optional<LockedAlert> lockWithMerged(Transaction tx, AlertNumber number) {
        return stores.alerts().find(tx, number).flatMap(alert -> lockAll(tx, alert,
                stores.merges().mergedFrom(tx, alert.id()).stream().flatMap(id -> stores.alerts().find(tx, id).stream())));
    }

    /** Several of a kind by their ids, so that two who lock the same never wait for one another. */
    private Optional<LockedAlert> lockAll(Transaction tx, Alert alert, Stream<Alert> others) {
        var all = Stream.concat(Stream.of(alert), others).toList();
        all.stream().map(Alert::contactPoint).distinct().sorted(Comparator.comparing(id -> id.value()))
                .forEach(phone -> stores.contactPoints().lock(tx, phone));
        all.stream().map(Alert::id).distinct().sorted(Comparator.comparing(id -> id.value()))
                .forEach(id -> stores.alerts().lock(tx, id));
        return stores.alerts().lock(tx, alert.id());
    }

    /** The phone a report came from, then the alert that goes on for it, if that is the one the address names. */
    Optional<LockedAlert> lockOfReport(Transaction tx, RoutingContext request, UUID report) {
        var going = stores.reports().alertOf(tx, report).map(alert -> stores.merges().survivorOf(tx, alert));
        stores.reports().phoneOf(tx, report).ifPresent(phone -> stores.contactPoints().lock(tx, phone));
        return AlertAccess.number(request).flatMap(number -> stores.alerts().find(tx, number))
                .filter(alert -> going.filter(alert.id()::equals).isPresent())
                .flatMap(alert -> stores.alerts().lock(tx, alert.id()));
    }
}
