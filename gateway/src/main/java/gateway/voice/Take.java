package gateway.voice;

import java.time.Instant;
import java.util.UUID;

/**
 * What a carrier recorded, and has still to be fetched or deleted there.
 *
 * @param waiting whether it is still to be fetched
 */
record Take(UUID id, UUID sitting, String address, Instant madeAt, boolean waiting) {

    @Override
    public String toString() {
        return "Take[" + id + "]";
    }
}
