package gateway.stories;

import java.util.UUID;

/**
 * A text the fake carrier was asked to send, as the request said it: one for each request it saw.
 *
 * @param taken          whether the carrier has it, whatever it answered
 * @param statusCallback where its receipts shall go
 */
public record FakeText(String sid, String from, String to, String body, String statusCallback, int validityPeriod,
        boolean taken) {

    /** The attempt that the gateway named in the address of its receipts. */
    public UUID attempt() {
        return UUID.fromString(statusCallback.substring(statusCallback.lastIndexOf('/') + 1));
    }
}
