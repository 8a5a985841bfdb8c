package gateway.messaging;

import gateway.sealing.Seal;
import java.time.Instant;

/**
 * A message claimed for sending: its attempt is written down before a byte leaves.
 *
 * @param lease    the end of the claim, and the token that every later write of the message must still find
 * @param failures how often a carrier has not taken it
 * @param unknowns how many attempts ended without anybody knowing what became of them
 */
record ClaimedMessage(MessageId message, Seal seal, Outgoing outgoing, Instant lease, Instant expiresAt,
        boolean repeatable, int failures, int unknowns) {

    @Override
    public String toString() {
        return "ClaimedMessage[message=" + message + ", attempt=" + outgoing.attempt() + "]";
    }
}
