package gateway.virtualphone;

import gateway.messaging.AttemptId;
import gateway.messaging.Delivery;
import java.util.Optional;

/** Where this carrier reports what became of a text, as a real one does with its delivery webhook. */
public interface Receipts {

    /** The same receipt may come twice. */
    void report(AttemptId attempt, Delivery delivery, Optional<String> error);
}
