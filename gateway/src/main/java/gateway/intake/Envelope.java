package gateway.intake;

import java.util.UUID;

/**
 * What a door hands in: one text or call as the carrier delivered it, nothing understood yet. Prints neither sender nor words.
 *
 * @param carrierId the carrier's own id of the text or call, opaque, taken in once
 * @param from      the sender as the carrier wrote it; not always a number
 * @param to        the number it was sent to
 * @param words     empty for a call
 */
public record Envelope(UUID carrierAccount, String carrierId, String from, String to, String words) {

    @Override
    public String toString() {
        return "Envelope[carrierAccount=" + carrierAccount + "]";
    }
}
