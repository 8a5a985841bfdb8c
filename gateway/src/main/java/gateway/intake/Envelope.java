package gateway.intake;

import java.util.UUID;

/**
 * What a door hands in: one text as the carrier delivered it, nothing understood yet. Prints neither sender nor words.
 *
 * @param carrierId the carrier's own id of the text, opaque, taken in once
 * @param from      the sender as the carrier wrote it; not always a number
 * @param to        the number it was sent to
 */
public record Envelope(UUID carrierAccount, String carrierId, String from, String to, String words) {

    @Override
    public String toString() {
        return "Envelope[carrierAccount=" + carrierAccount + "]";
    }
}
