package gateway.messaging;

import gateway.messaging.OutboundMessage.About;
import gateway.phone.PhoneNumber;

/**
 * A call of ours as whoever answers it finds it. Prints no number and no word.
 *
 * @param words what is spoken once a key was pressed
 */
public record PlacedCall(AttemptId attempt, Purpose purpose, About about, PhoneNumber from, PhoneNumber to, String words) {

    @Override
    public String toString() {
        return "PlacedCall[attempt=" + attempt + ", purpose=" + purpose + "]";
    }
}
