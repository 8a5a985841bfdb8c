package gateway.console.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** 256 random bits that sign somebody in; the database keeps only their hash. Prints itself masked. */
public record SecretToken(String written) {

    public static SecretToken make(RandomGenerator random) {
        var bits = new byte[32];
        random.nextBytes(bits);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SecretToken[masked]";
    }
}
