package gateway.badhouse.intake;

import gateway.database.Transaction;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Outbox;
import gateway.sealing.Seal;

final class AddsToTheOutbox {

    void speak(Outbox outbox, Transaction tx, OutboundMessage message, Seal seal) {
        outbox.add(tx, message, seal);
    }
}
