package gateway.voice;

import gateway.incoming.Envelope;
import java.util.UUID;

/**
 * What a door hands in of a call: which it is, and what was pressed. Prints no number and no key.
 *
 * @param callId the carrier's own id of the call, opaque text of any length
 * @param from   who rings, as the carrier wrote it; not always a number
 * @param to     the number that is rung
 * @param keys   what was pressed since the script before, empty when nothing was
 * @param dialEnd how the call ended that was dialled last, in the carrier's word; empty when none was
 */
public record Heard(UUID carrierAccount, String callId, String from, String to, String keys, String dialEnd) {

    /** A call that dialled nobody. */
    public Heard(UUID carrierAccount, String callId, String from, String to, String keys) {
        this(carrierAccount, callId, from, to, keys, "");
    }

    /** As it is taken in. */
    Envelope envelope() {
        return new Envelope(carrierAccount, callId, from, to, "");
    }

    @Override
    public String toString() {
        return "Heard[carrierAccount=" + carrierAccount + "]";
    }
}
