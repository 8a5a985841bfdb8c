package gateway.stories;

import java.util.List;
import java.util.UUID;

/**
 * A call the fake carrier was asked to place, as the request said it: one for each request it saw.
 *
 * @param url            where what is heard shall be asked for once somebody answers
 * @param statusCallback where its receipts shall go
 * @param events         of which moments receipts are wanted
 * @param timeout        how many seconds it shall ring
 * @param taken          whether the carrier has it, whatever it answered
 */
public record FakePlacement(String sid, String from, String to, String url, String statusCallback, List<String> events,
        int timeout, boolean taken) {

    /** The attempt that the gateway named in its addresses. */
    public UUID attempt() {
        return UUID.fromString(statusCallback.substring(statusCallback.lastIndexOf('/') + 1));
    }
}
