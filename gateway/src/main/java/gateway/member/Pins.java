package gateway.member;

import gateway.database.Row;
import gateway.database.SlowWork;
import gateway.database.Transaction;
import gateway.sealing.SlowHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps members' PINs as slow hashes, and checks what is pressed in a call. The PIN, the one for duress and a wrong one take
 * the same way: one hash is made, and compared with both. Five wrong tries in a row bar it for an hour.
 *
 * <p>A try is counted as wrong and committed ({@link #begin}) before anybody hashes it ({@link #compare}, outside any
 * transaction); if it was right, it is given back ({@link #settle}). So no lock waits for a hash, and no try goes uncounted,
 * whatever dies in between. Of a call that somebody placed to us {@link #look} counts nothing here: its tries are counted
 * elsewhere, so that whoever forges her number cannot bar her PIN.
 */
public final class Pins {

    /** What was pressed. {@code BARRED_NOW}: this wrong try was the last. */
    public enum Result { RIGHT, DURESS, WRONG, BARRED_NOW, BARRED, NONE_KEPT, BUSY }

    /**
     * One try, on its way.
     *
     * @param kept   what it is compared with; null where there is nothing to compare
     * @param result what it is worth so far
     */
    public record Try(MemberId member, @Nullable Kept kept, boolean counted, Result result) {
        @Override
        public String toString() {
            return "Try[]";
        }
    }

    /** What is kept of a PIN. */
    public record Kept(String pinHash, String duressHash, Instant keptAt) {
        @Override
        public String toString() {
            return "Kept[]";
        }
    }

    private static final int WRONG_TRIES = 5;
    private static final Duration BARRED_FOR = Duration.ofHours(1);
    /** The carrier is answered within three seconds: who waits longer is asked again, uncounted. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

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
    private static final String LOOK = """
            SELECT pin_hash, duress_hash, kept_at, wrong_tries, barred_until
              FROM pin
              JOIN member ON member.id = pin.member_id
             WHERE member_id = $1
               AND retired_at IS NULL
            """;
    private static final String LOCK = LOOK + """
               FOR NO KEY UPDATE OF pin
            """;
    private static final String COUNT = """
            UPDATE pin
               SET wrong_tries = $2, barred_until = $3
             WHERE member_id = $1
            """;
    /** Not where another PIN is kept by now. */
    private static final String FORGIVE_ALL = """
            UPDATE pin
               SET wrong_tries = 0, barred_until = NULL
             WHERE member_id = $1
               AND kept_at = $2
            """;
    private static final String FORGIVE_ONE = """
            UPDATE pin
               SET wrong_tries = greatest(wrong_tries - 1, 0), barred_until = NULL
             WHERE member_id = $1
               AND kept_at = $2
            """;
    private static final String IS_KEPT = """
            SELECT 1
              FROM pin
             WHERE member_id = $1
               AND kept_at = $2
            """;

    private final RandomGenerator random;
    private final SlowWork hashing;

    /** @param hashing where hashes are made: each takes 32 MiB and some time */
    public Pins(RandomGenerator random, SlowWork hashing) {
        this.random = random;
        this.hashing = hashing;
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

    /** Counts a try as wrong, before it is known. To be committed before it is compared. */
    public Try begin(Transaction tx, MemberId member, Instant now) {
        return tx.queryOne(LOCK, row -> begin(tx, member, row, now), member.value())
                .orElse(new Try(member, null, false, Result.NONE_KEPT));
    }

    private static Try begin(Transaction tx, MemberId member, Row row, Instant now) {
        var barredUntil = row.momentIfAny("barred_until");
        if (barredUntil.filter(now::isBefore).isPresent()) {
            return new Try(member, null, false, Result.BARRED);
        }
        var tries = (barredUntil.isPresent() ? 0 : row.number("wrong_tries")) + 1;
        tx.write(COUNT, member.value(), tries, tries >= WRONG_TRIES ? now.plus(BARRED_FOR) : null);
        return new Try(member, kept(row), true, tries >= WRONG_TRIES ? Result.BARRED_NOW : Result.WRONG);
    }

    /** A try that is not counted here. Where no PIN is kept it takes as long as any other. */
    public Try look(Transaction tx, MemberId member) {
        return new Try(member, tx.queryOne(LOOK, Pins::kept, member.value()).orElse(null), false, Result.WRONG);
    }

    /** Makes the hash, on another thread and outside any transaction. */
    public Try compare(Try begun, String pressed) {
        if (begun.kept == null && begun.result != Result.WRONG) {
            return begun;
        }
        var result = hashing.within(PATIENCE, () -> begun.kept == null ? nobody(pressed) : compare(begun.kept, pressed));
        return new Try(begun.member, begun.kept, begun.counted,
                result.map(found -> found == Result.WRONG ? begun.result : found).orElse(Result.BUSY));
    }

    /** What the try was worth. A right one is given back, and one that nobody had time to look at. */
    public Result settle(Transaction tx, Try tried) {
        if (tried.kept == null) {
            return tried.result;
        }
        return switch (tried.result) {
            case RIGHT, DURESS -> isSettled(tx, tried, FORGIVE_ALL) ? tried.result : Result.WRONG;
            case BUSY -> {
                if (tried.counted) {
                    tx.write(FORGIVE_ONE, tried.member.value(), tried.kept.keptAt);
                }
                yield Result.BUSY;
            }
            case WRONG, BARRED_NOW, BARRED, NONE_KEPT -> tried.result;
        };
    }

    private static boolean isSettled(Transaction tx, Try tried, String counted) {
        var keptAt = Objects.requireNonNull(tried.kept).keptAt;
        return tried.counted ? tx.execute(counted, tried.member.value(), keptAt) == 1
                : tx.queryOne(IS_KEPT, _ -> true, tried.member.value(), keptAt).isPresent();
    }

    private Result nobody(String pressed) {
        SlowHash.of(pressed, random);
        return Result.WRONG;
    }

    private static Result compare(Kept kept, String pressed) {
        var made = SlowHash.like(pressed, kept.pinHash);
        var isPin = SlowHash.isSame(made, kept.pinHash);
        var isDuress = SlowHash.isSame(made, kept.duressHash);
        return isDuress ? Result.DURESS : isPin ? Result.RIGHT : Result.WRONG;
    }

    private static Kept kept(Row row) {
        return new Kept(row.text("pin_hash"), row.text("duress_hash"), row.moment("kept_at"));
    }
}
