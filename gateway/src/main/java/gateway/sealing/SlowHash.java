package gateway.sealing;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Hashes what people remember by Argon2id, slowly on purpose: each takes 32 MiB and some time on the calling thread. */
public final class SlowHash {

    private static final int KIBIBYTES = 32 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    /** Where it stands between the signs of a hash. */
    private static final int SALT = 4;

    private SlowHash() {}

    /** The hash with its salt and parameters, as one word. */
    public static String of(String word, RandomGenerator random) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, BYTES, Argon2.ID).hash(bytes(word), salt).getResult();
    }

    /** With the salt of another hash: whether a word is one of two is then known after hashing it once. */
    public static String like(String word, String hash) {
        var salt = Base64.getDecoder().decode(hash.split("\\$", -1)[SALT]);
        return Argon2Function.getInstanceFromHash(hash).hash(bytes(word), salt).getResult();
    }

    /** Whether two hashes are the same, in the same time whatever they are. */
    public static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    public static boolean matches(String word, String hash) {
        return Argon2Function.getInstanceFromHash(hash).check(bytes(word), bytes(hash));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
