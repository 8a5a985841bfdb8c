package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.entry.AskingEntry;
import gateway.escalation.OutsideContact;
import gateway.escalation.OutsideContacts;
import gateway.messaging.AttemptId;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import gateway.telling.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Rings the phones of other organisations when an alert has had nobody for long. They hear one neutral sentence, and may say
 * by a key that they will call; nothing of the alert is told, and nothing is texted.
 */
public final class RingingOutside {

    private final OutsideContacts contacts;
    private final PlacedCalls calls;
    private final Alerts alerts;
    private final Telling telling;

    public RingingOutside(OutsideContacts contacts, PlacedCalls calls, Alerts alerts, Telling telling) {
        this.contacts = contacts;
        this.calls = calls;
        this.alerts = alerts;
        this.telling = telling;
    }

    /** @param grave false only for what is surely not grave: that rings each phone once */
    void ring(Transaction tx, LockedAlert alert, boolean grave, Duration worth) {
        var now = tx.now();
        var id = alert.alert().id().value();
        var rang = contacts.rang(tx, id);
        for (var contact : contacts.all(tx)) {
            if (isItsTurn(rang.getOrDefault(contact.id(), List.of()), grave, now)
                    && !contacts.hasHeard(tx, contact, id, now.minus(RoundRings.HOUR))
                    && !contacts.isAReporters(tx, contact, alert.alert().contactPoint().value())) {
                ring(tx, alert, contact, worth);
            }
        }
    }

    /** The phone that a call of ours has reached. */
    public Optional<OutsideContact> reached(Transaction tx, PlacedCall call) {
        return calls.notices().noticeOf(tx, call.attempt()).flatMap(notice -> contacts.ofCall(tx, notice.message().value()))
                .filter(contact -> contact.number().equals(call.to()));
    }

    /** Somebody there says that they will call. */
    public void heard(Transaction tx, PlacedCall call, OutsideContact contact) {
        Optional.ofNullable(call.about().alert()).flatMap(id -> alerts.lock(tx, new AlertId(id)))
                .filter(alert -> isUnheard(tx, call.attempt(), contact, alert.alert().id().value()))
                .ifPresent(alert -> {
                    calls.notices().settle(tx, call.attempt(), tx.now());
                    alert.tell(tx, Actor.GATEWAY, new AskingEntry.OutsideHeard(contact.id()));
                    telling.coordinators().tellAtOnce(tx, alert, "notice.outside-heard", Map.of("number", alert.alert().number().toString()));
                });
    }

    private boolean isUnheard(Transaction tx, AttemptId attempt, OutsideContact contact, UUID alert) {
        return calls.notices().noticeOf(tx, attempt).isPresent() && !contacts.hasHeard(tx, contact, alert, tx.now().minus(RoundRings.HOUR));
    }

    private static boolean isItsTurn(List<Instant> rang, boolean grave, Instant now) {
        return rang.isEmpty() || grave && RoundRings.hasRoom(rang, now) && rang.stream().noneMatch(at -> at.plus(RoundRings.APART).isAfter(now));
    }

    private void ring(Transaction tx, LockedAlert alert, OutsideContact contact, Duration worth) {
        telling.ringOutside(tx, alert, contact.number(), worth).ifPresent(message -> {
            contacts.mark(tx, message.value(), contact);
            alert.tell(tx, Actor.GATEWAY, new AskingEntry.OutsideRung(contact.id()));
        });
    }
}
