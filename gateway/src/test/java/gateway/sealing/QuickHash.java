package gateway.sealing;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Hashes as {@link SlowHash} does, with the smallest parameters there are: a hash names its own, so all that compares is quick as well. */
public final class QuickHash {

    private QuickHash() {}

    public static String of(String word, RandomGenerator random) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID).hash(word.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }
}
