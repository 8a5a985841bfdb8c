package gateway.console.frame;

import gateway.database.SlowWork;
import gateway.sealing.SlowHash;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Hashes by Argon2id what members and those they enrol choose, on threads of its own: each takes 32 MiB, and anybody may ask for one. */
public final class PasswordHashing {

    /** Too many sign in at this moment: a refusal that passes. */
    static final class Busy extends RuntimeException {

        Busy() {
            super("too many passwords wait to be checked");
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RandomGenerator random;
    private final SlowWork work = new SlowWork("password hashing");

    public PasswordHashing(RandomGenerator random) {
        this.random = random;
    }

    public String hash(String password) {
        return within(() -> SlowHash.of(password, random));
    }

    /** With the salt of another hash. */
    public String hashLike(String word, String hash) {
        return within(() -> SlowHash.like(word, hash));
    }

    public boolean matches(String password, String hash) {
        return within(() -> SlowHash.matches(password, hash));
    }

    /** Takes as long as {@link #matches} and is never right: for an alias nobody has. */
    public boolean matchesNobody(String password) {
        hash(password);
        return false;
    }

    /** What a few hashes make together. */
    public <T> T within(Supplier<T> hashes) {
        return work.within(PATIENCE, hashes).orElseThrow(Busy::new);
    }
}
