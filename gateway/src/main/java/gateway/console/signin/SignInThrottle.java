package gateway.console.signin;

import gateway.database.Transaction;
import gateway.sealing.BlindIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Slows down the guessing of passwords. A try counts as failed until it turns out right, so that many at once gain
 * nothing. It never locks out: the wait for one alias stays at five seconds, whoever guesses at it, and a one-time link
 * is not asked to wait for its alias at all.
 */
public final class SignInThrottle {

    /** Whose failures are counted together, how many are free, and how long the wait may grow. */
    private record Key(byte[] index, int free, Duration longest) {}

    /** After a quarter of an hour without a failure, the counting starts anew. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final Duration ALIAS_LONGEST = Duration.ofSeconds(5);
    private static final Duration ADDRESS_LONGEST = Duration.ofSeconds(60);

    private static final String MAKE_SURE = """
            INSERT INTO sign_in_throttle (key_index, failures, last_failed_at)
            VALUES ($1, 0, $2)
            ON CONFLICT DO NOTHING
            """;
    private static final String LOCK = """
            SELECT failures, last_failed_at
              FROM sign_in_throttle
             WHERE key_index = $1
               FOR NO KEY UPDATE
            """;
    private static final String COUNT = """
            UPDATE sign_in_throttle
               SET failures = $2, last_failed_at = $3
             WHERE key_index = $1
            """;
    private static final String FORGET = """
            DELETE FROM sign_in_throttle
             WHERE key_index = $1
            """;
    private static final String FORGET_OLD = """
            DELETE FROM sign_in_throttle
             WHERE last_failed_at < $1
            """;

    private final BlindIndex index;

    public SignInThrottle(BlindIndex index) {
        this.index = index;
    }

    /**
     * Counts a try, or says how long to wait before the next may be made.
     *
     * @param address where it comes from; empty where that tells nothing, as behind a tunnel
     */
    Optional<Duration> begin(Transaction tx, String alias, Optional<String> address, Instant now) {
        tx.execute(FORGET_OLD, now.minus(Duration.ofDays(1)));
        var longest = Duration.ZERO;
        var counts = new ArrayList<Runnable>();
        for (var key : keys(alias, address)) {
            tx.execute(MAKE_SURE, key.index(), now);
            var failures = tx.queryOne(LOCK, row -> row.moment("last_failed_at").plus(FORGOTTEN).isBefore(now)
                    ? new Failures(0, now) : new Failures(row.number("failures"), row.moment("last_failed_at")),
                    (Object) key.index()).orElseThrow();
            var wait = Duration.between(now, failures.lastAt().plus(wait(key, failures.count())));
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            counts.add(() -> tx.execute(COUNT, key.index(), failures.count() + 1, now));
        }
        if (longest.isPositive()) {
            return Optional.of(longest);
        }
        counts.forEach(Runnable::run);
        return Optional.empty();
    }

    /** The try was right: what was counted for this alias is forgotten, here and wherever it came from. */
    void succeeded(Transaction tx, String alias, Optional<String> address) {
        keys(alias, address).stream().limit(2).forEach(key -> tx.execute(FORGET, (Object) key.index()));
    }

    public static Duration wait(int failures, int free, Duration longest) {
        if (failures < free) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(failures - free, 30);
        return seconds < longest.toSeconds() ? Duration.ofSeconds(seconds) : longest;
    }

    private static Duration wait(Key key, int failures) {
        return wait(failures, key.free(), key.longest());
    }

    /** In this order, always: rows are locked in it. */
    private List<Key> keys(String alias, Optional<String> address) {
        var plain = alias.strip().toLowerCase(Locale.ROOT);
        var keys = new ArrayList<Key>();
        keys.add(new Key(index.of("sign-in alias", plain), 5, ALIAS_LONGEST));
        address.ifPresent(from -> {
            keys.add(new Key(index.of("sign-in alias and address", plain + " " + from), 5, ADDRESS_LONGEST));
            keys.add(new Key(index.of("sign-in address", from), 20, ADDRESS_LONGEST));
        });
        return keys;
    }

    private record Failures(int count, Instant lastAt) {}
}
