package gateway.answering;

import gateway.alert.AlertId;
import gateway.contact.ContactPointId;
import gateway.contact.HotlineId;
import gateway.database.Row;
import gateway.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps which witnesses are to be told that somebody has it, each once, and what was decided. */
final class WitnessReplies {

    /** What the person must have agreed to; a pack without it lets nobody be told. */
    static final String CONSENT = "may_be_told";

    /**
     * Lately taken alerts that an enrolled witness reported from her own phone. A plain reply that goes out while somebody has
     * it has told her already, and one that is still to go will.
     */
    private static final String NEW = """
            SELECT alert.id AS alert_id, alert.hotline_id, alert.contact_point_id
              FROM ladder
              JOIN alert ON alert.id = ladder.alert_id
              JOIN contact_point ON contact_point.id = alert.contact_point_id
              JOIN enrolment ON enrolment.id = contact_point.enrolment_id
             WHERE ladder.holder_id IS NOT NULL
               AND ladder.discipline = 'peer-advocate'
               AND ladder.held_since > $1
               AND alert.resolved_at IS NULL
               AND alert.hotline_id IS NOT NULL
               AND alert.code = ANY ($2)
               AND contact_point.reply_mode <> 'silent'
               AND $3 = ANY (enrolment.consents)
               AND NOT EXISTS (SELECT FROM witness_reply WHERE witness_reply.alert_id = alert.id)
               AND NOT EXISTS (SELECT FROM cover_reply WHERE cover_reply.alert_id = alert.id AND decided IS NULL)
               AND NOT EXISTS (SELECT FROM message
                                WHERE message.alert_id = alert.id
                                  AND purpose = 'plain_reply'
                                  AND made_at >= ladder.held_since)
             LIMIT $4
            """;
    private static final String ADD = """
            INSERT INTO witness_reply (alert_id, contact_point_id, hotline_id, due_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """;
    private static final String DUE = """
            SELECT alert_id, hotline_id, contact_point_id
              FROM witness_reply
             WHERE due_at <= $1
             ORDER BY due_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM witness_reply
            """;
    private static final String LOCK = """
            SELECT alert_id
              FROM witness_reply
             WHERE alert_id = $1
               AND due_at <= $2
               FOR NO KEY UPDATE
            """;
    private static final String DECIDE = """
            UPDATE witness_reply
               SET decided = $2, due_at = NULL
             WHERE alert_id = $1
            """;
    private static final String PUT_OFF = """
            UPDATE witness_reply
               SET due_at = $2
             WHERE alert_id = $1
            """;
    private static final String CONSENTS = """
            SELECT $2 = ANY (enrolment.consents) AS consents
              FROM contact_point
              JOIN enrolment ON enrolment.id = contact_point.enrolment_id
             WHERE contact_point.id = $1
            """;

    /** One witness to be told of one alert. */
    record Due(AlertId alert, HotlineId hotline, ContactPointId witness) {}

    List<Due> newOnes(Transaction tx, Instant takenAfter, Collection<String> codes, int limit) {
        return tx.query(NEW, WitnessReplies::read, takenAfter, codes.toArray(String[]::new), CONSENT, limit);
    }

    void add(Transaction tx, Due reply, Instant dueAt) {
        tx.write(ADD, reply.alert().value(), reply.witness().value(), reply.hotline().value(), dueAt);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    List<Due> due(Transaction tx, Instant now, int limit) {
        return tx.query(DUE, WitnessReplies::read, now, limit);
    }

    /** Whether it is still undecided, now that its alert is locked. */
    boolean isStillDue(Transaction tx, AlertId alert, Instant now) {
        return tx.queryOne(LOCK, row -> row.id("alert_id"), alert.value(), now).isPresent();
    }

    /** Whether she still agrees. */
    boolean consents(Transaction tx, ContactPointId witness) {
        return tx.queryOne(CONSENTS, row -> row.flag("consents"), witness.value(), CONSENT).orElse(false);
    }

    void decide(Transaction tx, AlertId alert, boolean sent) {
        tx.write(DECIDE, alert.value(), sent ? "sent" : "withheld");
    }

    void putOff(Transaction tx, AlertId alert, Duration span, Instant now) {
        tx.write(PUT_OFF, alert.value(), now.plus(span));
    }

    private static Due read(Row row) {
        return new Due(new AlertId(row.id("alert_id")), new HotlineId(row.id("hotline_id")),
                new ContactPointId(row.id("contact_point_id")));
    }
}
