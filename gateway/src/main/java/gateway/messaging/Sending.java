package gateway.messaging;

import gateway.sealing.KeyRing;

/** What goes out to phones: texts, calls, and the words of both. */
public record Sending(Outbox outbox, PlacedCalls calls, Phrases phrases) {

    public static Sending build(KeyRing keys, Phrases phrases) {
        return new Sending(new Outbox(keys), new PlacedCalls(keys), phrases);
    }
}
