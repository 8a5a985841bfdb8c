package gateway.alert;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * How an entry is bound to the one before it: SHA-256 over every column, each with its length before it, so that no two
 * different entries look alike. It covers the sealed payload, not the plain one, so erasing and proving do not fight.
 */
final class EntryChain {

    /** What the first entry of an alert follows. */
    static final byte[] NOTHING_BEFORE = new byte[32];

    private EntryChain() {}

    static byte[] hash(AlertId alert, byte[] previous, int sequence, String kind, int schema, Instant at, String actor,
            byte[] payload) {
        var digest = sha256();
        add(digest, "umbrella timeline 1".getBytes(StandardCharsets.UTF_8));
        add(digest, alert.toString().getBytes(StandardCharsets.UTF_8));
        add(digest, previous);
        add(digest, ByteBuffer.allocate(4).putInt(sequence).array());
        add(digest, kind.getBytes(StandardCharsets.UTF_8));
        add(digest, ByteBuffer.allocate(4).putInt(schema).array());
        add(digest, at.toString().getBytes(StandardCharsets.UTF_8));
        add(digest, actor.getBytes(StandardCharsets.UTF_8));
        add(digest, sha256().digest(payload));
        return digest.digest();
    }

    private static void add(MessageDigest digest, byte[] field) {
        digest.update(ByteBuffer.allocate(4).putInt(field.length).array());
        digest.update(field);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
