package gateway.voice;

import gateway.intake.Envelope;
import java.util.UUID;

/**
 * What a door hands in of a call: which it is, and what was pressed. Prints no number and no key.
 *
 * @param callId the carrier's own id of the call, opaque text of any length
 * @param from   who rings, as the carrier wrote it; not always a number
 * @param to     the number that is rung
 * @param keys   what was pressed since the script before, empty when nothing was
 */
public record Heard(UUID carrierAccount, String callId, String from, String to, String keys) {

    /** As it is taken in. */
    Envelope envelope() {
        return new Envelope(carrierAccount, callId, from, to, "");
    }

    @Override
    public String toString() {
        return "Heard[carrierAccount=" + carrierAccount + "]";
    }
}
