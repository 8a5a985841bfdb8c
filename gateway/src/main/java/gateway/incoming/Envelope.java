package gateway.incoming;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a door hands in: one text or call as the carrier delivered it, nothing understood yet. Prints neither sender nor words.
 *
 * @param carrierId the carrier's own id of the text or call, opaque, taken in once
 * @param from      the sender as the carrier wrote it; not always a number
 * @param to        the number it was sent to
 * @param words     empty for a call
 * @param signature what the carrier signed it with; null where a carrier signs nothing
 * @param proves    whether it shows at all who sent it; if not, it can only be a report
 * @param pictured  whether pictures came with it, of which we fetch none
 * @param says      what the carrier says that it did because of this text
 */
public record Envelope(UUID carrierAccount, String carrierId, String from, String to, String words,
        @Nullable String signature, boolean proves, boolean pictured, CarrierSays says) {

    public Envelope(UUID carrierAccount, String carrierId, String from, String to, String words) {
        this(carrierAccount, carrierId, from, to, words, null, true, false, CarrierSays.NOTHING);
    }

    Envelope provingNothing() {
        return new Envelope(carrierAccount, carrierId, from, to, words, signature, false, pictured, CarrierSays.NOTHING);
    }

    /** A ring as it is kept: its id is told apart from a text's. */
    public Envelope ringing() {
        return new Envelope(carrierAccount, "call " + carrierId, from, to, "");
    }

    /** Keys pressed in this call, as one envelope for each question that was answered. */
    public Envelope pressed(String step, String keys) {
        return new Envelope(carrierAccount, "call " + carrierId + " " + step, from, to, keys);
    }

    @Override
    public String toString() {
        return "Envelope[carrierAccount=" + carrierAccount + "]";
    }
}
