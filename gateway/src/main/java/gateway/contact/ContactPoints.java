package gateway.contact;

import gateway.database.Collisions;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.BrokenSeal;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps contact points, each sealed under a key of its own, found by the blind index of its number. */
public final class ContactPoints {

    private static final String COLUMNS = """
            id, number_index, presumed_seized, borrowed, tagged, enrolment_id, reply_mode, language, latin_only,
            replies_at_night, call_back
            """;
    private static final String ADD = """
            INSERT INTO contact_point (id, number_index, number_sealed, first_heard_at, last_heard_at)
            VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (number_index) DO NOTHING
            """;
    private static final String HEAR_AGAIN = """
               UPDATE contact_point
                  SET first_heard_at = coalesce(first_heard_at, $2), last_heard_at = $2
                WHERE number_index = $1
            RETURNING
            """ + COLUMNS;
    private static final String LOCK = "SELECT " + COLUMNS + """
              FROM contact_point
             WHERE id = $1
               FOR NO KEY UPDATE
            """;
    private static final String LOCK_NUMBER = "SELECT " + COLUMNS + """
              FROM contact_point
             WHERE number_index = $1
               FOR NO KEY UPDATE
            """;
    private static final String LOCK_OF_ENROLMENT = "SELECT " + COLUMNS + """
              FROM contact_point
             WHERE enrolment_id = $1
             ORDER BY id
               FOR NO KEY UPDATE
            """;
    private static final String FIND = "SELECT " + COLUMNS + """
              FROM contact_point
             WHERE id = $1
            """;
    private static final String OF_ENROLMENT = "SELECT " + COLUMNS + """
              FROM contact_point
             WHERE enrolment_id = $1
             ORDER BY id
            """;
    private static final String ERASE = """
            UPDATE contact_point
               SET number_index = NULL, number_sealed = NULL
             WHERE id = $1
            """;
    private static final String BIND = """
            UPDATE contact_point
               SET enrolment_id = $2, reply_mode = $3, language = $4, latin_only = $5, replies_at_night = $6,
                   call_back = $7, borrowed = false, tagged = false
             WHERE id = $1
            """;
    private static final String RELEASE = """
               UPDATE contact_point
                  SET enrolment_id = NULL, reply_mode = NULL, language = NULL, latin_only = false,
                      replies_at_night = false, call_back = false
                WHERE id = $1
            RETURNING NOT EXISTS (SELECT FROM alert
                                    JOIN wrapped_key ON wrapped_key.id = alert.id
                                   WHERE contact_point_id = contact_point.id) AS is_forgotten
            """;
    private static final String FORGET = """
            DELETE FROM contact_point
             WHERE id = $1
            """;
    private static final String SENDER = """
            SELECT number_sealed
              FROM contact_point
             WHERE id = $1
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("contact_point", "id", "");

    private final ContactMarks marks = new ContactMarks();
    private final KeyRing keys;
    private final RowIds ids;

    public ContactPoints(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** What is known of them. */
    public ContactMarks marks() {
        return marks;
    }

    /**
     * The contact point of a sender, made when it is new, and locked. A sender that is no number is a new contact point
     * each time, since two withheld numbers are not one person.
     */
    public ContactPoint hear(Transaction tx, String sender, Instant now) {
        return PhoneNumber.read(sender)
                .map(number -> hearNumber(tx, number, now))
                .orElseGet(() -> add(tx, null, sender, now, now).orElseThrow());
    }

    /** The contact point of a number that a person is enrolled with, made when it is new, and locked; nothing was heard. */
    public ContactPoint make(Transaction tx, PhoneNumber number, Instant now) {
        var index = keys.index().ofNumber(number.e164());
        return tx.queryOne(LOCK_NUMBER, row -> read(tx, row), index)
                .or(() -> add(tx, index, number.e164(), now, null))
                .or(() -> tx.queryOne(LOCK_NUMBER, row -> read(tx, row), index))
                .orElseThrow();
    }

    /** Locks a contact point, the first in the order of locks. */
    public Optional<ContactPoint> lock(Transaction tx, ContactPointId id) {
        return tx.queryOne(LOCK, row -> read(tx, row), id.value());
    }

    /** Locks an enrolled person's own phones, always in the same order. */
    public List<ContactPoint> lockOf(Transaction tx, EnrolmentId enrolment) {
        return tx.query(LOCK_OF_ENROLMENT, row -> read(tx, row), enrolment.value());
    }

    /** Locks the contact point of a number, where there is one. */
    public Optional<ContactPoint> lock(Transaction tx, PhoneNumber number) {
        return tx.queryOne(LOCK_NUMBER, row -> read(tx, row), keys.index().ofNumber(number.e164()));
    }

    public Optional<ContactPoint> find(Transaction tx, ContactPointId id) {
        return tx.queryOne(FIND, row -> read(tx, row), id.value());
    }

    /** An enrolled person's own phones. */
    public List<ContactPoint> of(Transaction tx, EnrolmentId enrolment) {
        return tx.query(OF_ENROLMENT, row -> read(tx, row), enrolment.value());
    }

    /** Destroys its key, and forgets by what it could be found: who writes from it again is a stranger. */
    public void erase(Transaction tx, ContactPointId id) {
        keys.erase(tx, id.value());
        tx.execute(ERASE, id.value());
    }

    /** It is the own phone of an enrolled person, who says how she is to be spoken to; then it is not borrowed. */
    public void bind(Transaction tx, ContactPointId id, EnrolmentId enrolment, Wishes wishes) {
        tx.execute(BIND, id.value(), enrolment.value(), wishes.mode().word(), wishes.language().tag(), wishes.latinOnly(),
                wishes.atNight(), wishes.callBack());
    }

    /** It is nobody's own any more: without an alert that can still be read it is forgotten at once, else with its last. */
    public void release(Transaction tx, ContactPointId id) {
        if (tx.queryOne(RELEASE, row -> row.flag("is_forgotten"), id.value()).orElse(false)) {
            keys.erase(tx, id.value());
            tx.execute(FORGET, id.value());
        }
    }

    /** The sender as it reached us; empty once the contact point's key is erased. */
    public Optional<String> sender(Transaction tx, ContactPointId id) {
        return keys.find(tx, id.value()).flatMap(seal -> tx.queryOne(SENDER, row -> row.bytesIfAny("number_sealed"),
                id.value()).flatMap(sealed -> sealed).flatMap(sealed -> opened(tx, seal, id, sealed)));
    }

    private static Optional<String> opened(Transaction tx, Seal seal, ContactPointId id, byte[] sealed) {
        try {
            return Optional.of(seal.open(binding(id), sealed));
        } catch (BrokenSeal unreadable) {
            tx.leaveOut(new FaultyRow("contact_point", id.value().toString(), ""), unreadable);
            return Optional.empty();
        }
    }

    /** The key a text to this phone is sealed under. */
    public Optional<Seal> seal(Transaction tx, ContactPointId id) {
        return keys.find(tx, id.value());
    }

    private ContactPoint hearNumber(Transaction tx, PhoneNumber number, Instant now) {
        var index = keys.index().ofNumber(number.e164());
        return tx.queryOne(HEAR_AGAIN, row -> read(tx, row), index, now)
                .or(() -> add(tx, index, number.e164(), now, now))
                .or(() -> tx.queryOne(HEAR_AGAIN, row -> read(tx, row), index, now))
                .orElseThrow();
    }

    private Optional<ContactPoint> add(Transaction tx, byte @Nullable [] index, String sender, Instant now,
            @Nullable Instant heardAt) {
        var id = new ContactPointId(ids.next());
        var seal = keys.makeForContactPoint(tx, id.value(), now);
        var added = tx.execute(ADD, id.value(), index, seal.seal(binding(id), sender), heardAt);
        if (added == 0) {
            tx.collided(Collisions.Kind.CONTACT_POINT);
            return Optional.empty();
        }
        return Optional.of(new ContactPoint(id, index != null, false, false, false, null));
    }

    private static Binding binding(ContactPointId id) {
        return Binding.of("contact_point", "number", id.value());
    }

    private static ContactPoint read(Transaction tx, Row row) {
        return new ContactPoint(new ContactPointId(row.id("id")), row.bytesIfAny("number_index").isPresent(),
                row.flag("presumed_seized"), row.flag("borrowed"), row.flag("tagged"),
                row.idIfAny("enrolment_id").map(enrolment -> new ContactPoint.Enrolled(new EnrolmentId(enrolment),
                        tx.sound(NAMED, row, ContactPoints::wishes).orElse(Wishes.SILENCE))).orElse(null));
    }

    private static Wishes wishes(Row row) {
        return new Wishes(ReplyMode.of(row.text("reply_mode")), Language.read(row.text("language")).orElse(Language.EN),
                row.flag("latin_only"), row.flag("replies_at_night"), row.flag("call_back"));
    }
}
