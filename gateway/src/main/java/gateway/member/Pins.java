package gateway.member;

import gateway.database.Transaction;
import gateway.sealing.SlowHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps members' PINs as slow hashes, and checks what is pressed in a call. The PIN, the one for duress and a wrong one take
 * the same way: one hash is made, and compared with both. Five wrong tries in a row bar it for an hour.
 */
public final class Pins {

    /** What was pressed. {@code BARRED_NOW}: this wrong try was the last. */
    public enum Result { RIGHT, DURESS, WRONG, BARRED_NOW, BARRED, NONE_KEPT, BUSY }

    private static final int WRONG_TRIES = 5;
    private static final Duration BARRED_FOR = Duration.ofHours(1);
    /** Each check takes 32 MiB. */
    private static final int AT_ONCE = 2;
    private static final int SECONDS_OF_PATIENCE = 1;

    private static final String KEEP = """
            INSERT INTO pin (member_id, pin_hash, duress_hash, kept_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (member_id) DO UPDATE
               SET pin_hash = excluded.pin_hash, duress_hash = excluded.duress_hash, kept_at = excluded.kept_at,
                   wrong_tries = 0, barred_until = NULL
            """;
    private static final String HAS = """
            SELECT 1
              FROM pin
              JOIN member ON member.id = pin.member_id
             WHERE member_id = $1
               AND retired_at IS NULL
            """;
    private static final String LOCK = """
            SELECT pin_hash, duress_hash, wrong_tries, barred_until
              FROM pin
              JOIN member ON member.id = pin.member_id
             WHERE member_id = $1
               AND retired_at IS NULL
               FOR NO KEY UPDATE OF pin
            """;
    private static final String COUNT = """
            UPDATE pin
               SET wrong_tries = $2, barred_until = $3
             WHERE member_id = $1
            """;

    private final RandomGenerator random;
    private final Semaphore hands = new Semaphore(AT_ONCE);

    public Pins(RandomGenerator random) {
        this.random = random;
    }

    private record Kept(String pinHash, String duressHash, int wrongTries, @Nullable Instant barredUntil) {
        @Override
        public String toString() {
            return "Kept[wrongTries=" + wrongTries + "]";
        }
    }

    public boolean has(Transaction tx, MemberId member) {
        return !tx.query(HAS, _ -> true, member.value()).isEmpty();
    }

    /** What stands in the place of a PIN for duress where she chose none: no key can write it. */
    public String nobodysPin() {
        return Long.toHexString(random.nextLong()) + " NOBODY " + Long.toHexString(random.nextLong());
    }

    /** Keeps what {@link SlowHash} made of both, with one salt; an earlier PIN is worth nothing any more. */
    public void keep(Transaction tx, MemberId member, String pinHash, String duressHash, Instant now) {
        tx.write(KEEP, member.value(), pinHash, duressHash, now);
    }

    public Result check(Transaction tx, MemberId member, String pressed, Instant now) {
        var kept = tx.queryOne(LOCK, row -> new Kept(row.text("pin_hash"), row.text("duress_hash"), row.number("wrong_tries"),
                row.momentIfAny("barred_until").orElse(null)), member.value());
        return kept.map(pin -> check(tx, member, pin, pressed, now)).orElse(Result.NONE_KEPT);
    }

    private Result check(Transaction tx, MemberId member, Kept kept, String pressed, Instant now) {
        if (kept.barredUntil != null && now.isBefore(kept.barredUntil)) {
            return Result.BARRED;
        }
        var result = compare(kept, pressed);
        var wrong = result.map(known -> known == Result.WRONG).orElse(false);
        if (wrong) {
            var bars = kept.wrongTries + 1 >= WRONG_TRIES;
            tx.write(COUNT, member.value(), bars ? 0 : kept.wrongTries + 1, bars ? now.plus(BARRED_FOR) : null);
            return bars ? Result.BARRED_NOW : Result.WRONG;
        }
        if (result.isPresent()) {
            tx.write(COUNT, member.value(), 0, null);
        }
        return result.orElse(Result.BUSY);
    }

    /** Empty while too many are being checked: nothing is counted then. */
    private Optional<Result> compare(Kept kept, String pressed) {
        if (!takesItsTurn()) {
            return Optional.empty();
        }
        try {
            var made = SlowHash.like(pressed, kept.pinHash);
            var isPin = SlowHash.isSame(made, kept.pinHash);
            var isDuress = SlowHash.isSame(made, kept.duressHash);
            return Optional.of(isDuress ? Result.DURESS : isPin ? Result.RIGHT : Result.WRONG);
        } finally {
            hands.release();
        }
    }

    private boolean takesItsTurn() {
        try {
            return hands.tryAcquire(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
