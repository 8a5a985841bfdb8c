package gateway.contact;

import gateway.database.Transaction;
import java.time.Instant;
import java.util.List;

/** Keeps what is known of a reporter's phone: that it is seized, borrowed, or texted no more. */
public final class ContactMarks {

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
    /** A phone that may be borrowed is forgotten first: nothing of it is needed once all it told of has been over for a while. */
    private static final String BORROWED_AND_OVER = """
            SELECT contact_point.id
              FROM contact_point
             WHERE (contact_point.borrowed OR contact_point.tagged)
               AND contact_point.number_sealed IS NOT NULL
               AND contact_point.enrolment_id IS NULL
               AND NOT EXISTS (SELECT FROM alert
                                 LEFT JOIN alert AS survivor ON survivor.id = alert.survivor_id
                                WHERE alert.contact_point_id = contact_point.id
                                  AND (alert.resolved_at IS NULL
                                       OR alert.resolved_at > $1
                                       OR survivor.id IS NOT NULL AND survivor.resolved_at IS NULL
                                       OR survivor.resolved_at > $1))
             LIMIT $2
            """;
    private static final String NOTE_TAG = """
            UPDATE contact_point
               SET tagged = true, borrowed = borrowed OR $2
             WHERE id = $1
            """;

    ContactMarks() {}

    /** Sets or lifts the presumption that the phone is seized. */
    public void setSeized(Transaction tx, ContactPointId id, boolean seized, Instant now) {
        tx.announce();
        tx.write(SET_SEIZED, id.value(), seized, now);
    }

    /** Its carrier lets us text it no more: nothing is ever sent to it again. Says whether that is new. */
    public boolean block(Transaction tx, ContactPointId id) {
        tx.announce();
        return tx.execute(BLOCK, id.value()) > 0;
    }

    public boolean isBlocked(Transaction tx, ContactPointId id) {
        return tx.queryOne(IS_BLOCKED, row -> row.flag("blocked_by_carrier"), id.value()).orElse(true);
    }

    /** Phones that may be borrowed all of whose alerts were resolved before this moment. */
    public List<ContactPointId> borrowedAndOver(Transaction tx, Instant before, int limit) {
        return tx.query(BORROWED_AND_OVER, row -> new ContactPointId(row.id("id")), before, limit);
    }

    /**
     * A tag that is not its owner's came from this phone.
     *
     * @param borrowed whether it is somebody's, who then reported from a phone that is not hers
     */
    public void noteTag(Transaction tx, ContactPointId id, boolean borrowed) {
        tx.write(NOTE_TAG, id.value(), borrowed);
    }
}
