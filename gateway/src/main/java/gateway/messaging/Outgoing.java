package gateway.messaging;

import gateway.phone.PhoneNumber;
import java.time.Duration;

/** One attempt on its way to a carrier: a text to be sent, or a phone to be rung. */
public sealed interface Outgoing {

    AttemptId attempt();

    PhoneNumber from();

    PhoneNumber to();

    /** @param validity how long it may wait in the carrier's queues before it is worth nothing, 1 second to 10 hours */
    record Text(AttemptId attempt, PhoneNumber from, PhoneNumber to, String words, Duration validity) implements Outgoing {
        @Override
        public String toString() {
            return "Text[attempt=" + attempt + ", to=" + to + "]";
        }
    }

    /**
     * A phone to be rung. What whoever answers hears is asked for by the attempt once she does, so no words go along.
     *
     * @param ringing how long it rings before the carrier gives up
     */
    record Call(AttemptId attempt, PhoneNumber from, PhoneNumber to, Duration ringing) implements Outgoing {
        @Override
        public String toString() {
            return "Call[attempt=" + attempt + ", to=" + to + "]";
        }
    }
}
