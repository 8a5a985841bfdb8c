package gateway.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds a value without storing it in the clear: HMAC-SHA-256 under a key of its own, cut to 16 bytes. It protects
 * against theft of the database alone; whoever has the key as well can try all numbers of a country in minutes.
 */
public final class BlindIndex {

    private static final int BYTES = 16;

    private final SecretKeySpec key;

    BlindIndex(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @param domain what kind of value it is, so that equal values of two kinds do not look equal */
    public byte[] of(String domain, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", impossible);
        }
    }

    /** The index of a phone number, the same wherever the number stands. */
    public byte[] ofNumber(String e164) {
        return of("number", e164);
    }
}
