package gateway.contact;

import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps contact points, each sealed under a key of its own, found by the blind index of its number. */
public final class ContactPoints {

    private static final String ADD = """
            INSERT INTO contact_point (id, number_index, number_sealed, first_heard_at, last_heard_at)
            VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (number_index) DO NOTHING
            """;
    private static final String HEAR_AGAIN = """
               UPDATE contact_point
                  SET last_heard_at = $2
                WHERE number_index = $1
            RETURNING id, number_index, reply_mode, presumed_seized
            """;
    private static final String LOCK = """
            SELECT id, number_index, reply_mode, presumed_seized
              FROM contact_point
             WHERE id = $1
               FOR UPDATE
            """;
    private static final String FIND = """
            SELECT id, number_index, reply_mode, presumed_seized
              FROM contact_point
             WHERE id = $1
            """;
    private static final String SET_SEIZED = """
            UPDATE contact_point
               SET presumed_seized = $2, seized_changed_at = $3
             WHERE id = $1
               AND presumed_seized IS DISTINCT FROM $2
            """;
    private static final String BLOCK = """
            UPDATE contact_point
               SET blocked_by_carrier = true
             WHERE id = $1
               AND NOT blocked_by_carrier
            """;
    private static final String IS_BLOCKED = """
            SELECT blocked_by_carrier
              FROM contact_point
             WHERE id = $1
            """;
    private static final String ERASE = """
            UPDATE contact_point
               SET number_index = NULL, number_sealed = NULL
             WHERE id = $1
            """;
    private static final String SENDER = """
            SELECT number_sealed
              FROM contact_point
             WHERE id = $1
            """;

    private final KeyRing keys;
    private final RowIds ids;

    public ContactPoints(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /**
     * The contact point of a sender, made when it is new, and locked. A sender that is no number is a new contact point
     * each time, since two withheld numbers are not one person.
     */
    public ContactPoint hear(Transaction tx, String sender, Instant now) {
        return PhoneNumber.read(sender)
                .map(number -> hearNumber(tx, number, now))
                .orElseGet(() -> add(tx, null, sender, now).orElseThrow());
    }

    /** Locks a contact point, the first in the order of locks. */
    public Optional<ContactPoint> lock(Transaction tx, ContactPointId id) {
        return tx.queryOne(LOCK, ContactPoints::read, id.value());
    }

    public Optional<ContactPoint> find(Transaction tx, ContactPointId id) {
        return tx.queryOne(FIND, ContactPoints::read, id.value());
    }

    /** Sets or lifts the presumption that the phone is seized; says whether that changed anything. */
    public boolean setSeized(Transaction tx, ContactPointId id, boolean seized, Instant now) {
        tx.announce();
        return tx.execute(SET_SEIZED, id.value(), seized, now) > 0;
    }

    /** Its carrier lets us text it no more: nothing is ever sent to it again. Says whether that is new. */
    public boolean block(Transaction tx, ContactPointId id) {
        tx.announce();
        return tx.execute(BLOCK, id.value()) > 0;
    }

    public boolean isBlocked(Transaction tx, ContactPointId id) {
        return tx.queryOne(IS_BLOCKED, row -> row.flag("blocked_by_carrier"), id.value()).orElse(true);
    }

    /** Destroys its key, and forgets by what it could be found: who writes from it again is a stranger. */
    public void erase(Transaction tx, ContactPointId id) {
        keys.erase(tx, id.value());
        tx.execute(ERASE, id.value());
    }

    /** The sender as it reached us; empty once the contact point's key is erased. */
    public Optional<String> sender(Transaction tx, ContactPointId id) {
        return keys.find(tx, id.value()).flatMap(seal -> tx.queryOne(SENDER, row -> row.bytesIfAny("number_sealed"),
                id.value()).flatMap(sealed -> sealed).map(sealed -> seal.open(binding(id), sealed)));
    }

    /** The key a text to this phone is sealed under. */
    public Optional<Seal> seal(Transaction tx, ContactPointId id) {
        return keys.find(tx, id.value());
    }

    private ContactPoint hearNumber(Transaction tx, PhoneNumber number, Instant now) {
        var index = keys.index().ofNumber(number.e164());
        return tx.queryOne(HEAR_AGAIN, ContactPoints::read, index, now)
                .or(() -> add(tx, index, number.e164(), now))
                .or(() -> tx.queryOne(HEAR_AGAIN, ContactPoints::read, index, now))
                .orElseThrow();
    }

    private Optional<ContactPoint> add(Transaction tx, byte @Nullable [] index, String sender, Instant now) {
        var id = new ContactPointId(ids.next());
        var seal = keys.makeForContactPoint(tx, id.value(), now);
        var added = tx.execute(ADD, id.value(), index, seal.seal(binding(id), sender), now);
        return added == 0 ? Optional.empty() : Optional.of(new ContactPoint(id, index != null, null, false));
    }

    private static Binding binding(ContactPointId id) {
        return Binding.of("contact_point", "number", id.value());
    }

    private static ContactPoint read(Row row) {
        return new ContactPoint(new ContactPointId(row.id("id")), row.bytesIfAny("number_index").isPresent(),
                row.textIfAny("reply_mode").map(ReplyMode::of).orElse(null), row.flag("presumed_seized"));
    }
}
