package gateway.sealing;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All keys that the sealing key wraps: the house's, the index's, and one for each alert and each contact point. */
public final class KeyRing {

    private static final int KEY_BYTES = 32;
    private static final UUID HOUSE = new UUID(0x8000L, 1);
    private static final UUID INDEX = new UUID(0x8000L, 2);

    private static final String ADD = """
            INSERT INTO wrapped_key (id, kind, wrapped, made_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND = """
            SELECT id, kind, wrapped
              FROM wrapped_key
             WHERE id = $1
            """;
    private static final String ERASE = """
            DELETE FROM wrapped_key
             WHERE id = $1
               AND kind IN ('alert', 'contact_point', 'enrolment')
            """;

    private static final FaultyRow.Named WRAPPED = new FaultyRow.Named("wrapped_key", "id", "kind", "id");

    private final SealingKey sealingKey;
    private final RandomGenerator random;
    private final Seal house;
    private final BlindIndex index;

    private KeyRing(SealingKey sealingKey, RandomGenerator random, Seal house, BlindIndex index) {
        this.sealingKey = sealingKey;
        this.random = random;
        this.house = house;
        this.index = index;
    }

    /**
     * Opens the ring, making the house's two keys on the very first start; two gateways that start at once end with
     * the same keys.
     *
     * @throws BrokenSeal when the sealing key is not the one this database was sealed with
     */
    public static KeyRing open(Transaction tx, SealingKey sealingKey, RandomGenerator random, Instant now) {
        var ring = new KeyRing(sealingKey, random, new Seal(HOUSE, new byte[KEY_BYTES]), new BlindIndex(new byte[KEY_BYTES]));
        ring.add(tx, "house", HOUSE, now);
        ring.add(tx, "index", INDEX, now);
        var house = ring.key(tx, HOUSE).orElseThrow();
        var index = ring.key(tx, INDEX).orElseThrow();
        return new KeyRing(sealingKey, random, new Seal(HOUSE, house), new BlindIndex(index));
    }

    /** Whether this database has been sealed before; then a missing sealing key may not be made anew. */
    public static boolean isSealed(Transaction tx) {
        return tx.queryOne("SELECT id FROM wrapped_key LIMIT 1", row -> row.id("id")).isPresent();
    }

    /** For what belongs to the organisation rather than to an alert or a reporter. */
    public Seal house() {
        return house;
    }

    public BlindIndex index() {
        return index;
    }

    /** Makes the key of an alert, stored in this transaction. */
    public Seal makeForAlert(Transaction tx, UUID alert, Instant now) {
        return make(tx, "alert", alert, now);
    }

    /** Makes the key of a contact point, stored in this transaction. */
    public Seal makeForContactPoint(Transaction tx, UUID contactPoint, Instant now) {
        return make(tx, "contact_point", contactPoint, now);
    }

    /** Makes the key of an enrolment, stored in this transaction. */
    public Seal makeForEnrolment(Transaction tx, UUID enrolment, Instant now) {
        return make(tx, "enrolment", enrolment, now);
    }

    /** The key of an alert, a contact point or an enrolment; empty once it has been erased, or when it cannot be unwrapped. */
    public Optional<Seal> find(Transaction tx, UUID owner) {
        return owner.equals(HOUSE) ? Optional.of(house) : ask(tx, owner).get();
    }

    /** The same, whose answer is waited for later. */
    public Supplier<Optional<Seal>> ask(Transaction tx, UUID owner) {
        var asked = tx.ask(FIND, Function.identity(), owner);
        return () -> asked.get().stream().flatMap(row -> tx.sound(WRAPPED, row, this::unwrap).stream()).findFirst()
                .map(key -> new Seal(owner, key));
    }

    /** Destroys the key of an alert, a contact point or an enrolment: nothing sealed under it opens any more. */
    public void erase(Transaction tx, UUID owner) {
        tx.execute(ERASE, owner);
    }

    private Seal make(Transaction tx, String kind, UUID owner, Instant now) {
        var key = add(tx, kind, owner, now);
        return new Seal(owner, key);
    }

    private byte[] add(Transaction tx, String kind, UUID id, Instant now) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        tx.write(ADD, id, kind, sealingKey.wrap(kind, id, key), now);
        return key;
    }

    private Optional<byte[]> key(Transaction tx, UUID id) {
        return tx.queryOne(FIND, this::unwrap, id);
    }

    private byte[] unwrap(Row row) {
        return sealingKey.unwrap(row.text("kind"), row.id("id"), row.bytes("wrapped"));
    }
}
