package gateway.messaging;

import gateway.phone.PhoneNumber;
import java.time.Duration;

/**
 * One text on its way to a carrier.
 *
 * @param validity how long it may wait in the carrier's queues before it is worth nothing, 1 second to 10 hours
 */
public record Outgoing(AttemptId attempt, PhoneNumber from, PhoneNumber to, String words, Duration validity) {

    @Override
    public String toString() {
        return "Outgoing[attempt=" + attempt + ", to=" + to + "]";
    }
}
