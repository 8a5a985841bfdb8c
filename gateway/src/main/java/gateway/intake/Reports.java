package gateway.intake;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPointId;
import gateway.database.FaultyRow;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.sealing.Binding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what reporters told us, sealed under the key of the alert it became part of. */
public final class Reports {

    private static final String ADD = """
            INSERT INTO report (id, envelope_id, alert_id, contact_point_id, code, words_sealed, reported_at,
                                while_seized)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String OF_ALERT = """
            SELECT report.id, report.alert_id, report.code, report.words_sealed, report.reported_at, report.while_seized, envelope.by_call,
                   envelope.pictured
              FROM report
              JOIN envelope ON envelope.id = report.envelope_id
             WHERE report.alert_id = $1
             ORDER BY report.reported_at, report.id
             LIMIT $2
            """;

    private static final String WORDS = """
            SELECT words_sealed
              FROM report
             WHERE id = $1
               AND alert_id = $2
            """;
    private static final String RECODE = """
            UPDATE report
               SET code = $2
             WHERE id = $1
            """;
    private static final String PHONE_OF = """
            SELECT contact_point_id
              FROM report
             WHERE id = $1
            """;
    private static final String CODES = """
            SELECT DISTINCT report.code
              FROM report
              JOIN alert ON alert.id = report.alert_id
             WHERE alert.id = $1
                OR alert.survivor_id = $1
            """;
    private static final String ALERT_OF = """
            SELECT alert_id
              FROM report
             WHERE id = $1
            """;

    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("report", "id");

    private final RowIds ids;

    public Reports(RowIds ids) {
        this.ids = ids;
    }

    /** The id of a report that is about to be added, for the entry that tells of it. */
    UUID nextId() {
        return ids.next();
    }

    /** @param phone as it was before this report */
    void add(Transaction tx, UUID id, UUID envelope, LockedAlert alert, ContactPoint phone, Code code, String words,
            Instant now) {
        tx.write(ADD, id, envelope, alert.alert().id().value(), phone.id().value(), code.id(),
                alert.seal().seal(Binding.of("report", "words", id), words), now, phone.presumedSeized());
    }

    /** A human has read it. */
    public void recode(Transaction tx, UUID id, Code code) {
        tx.execute(RECODE, id, code.id());
    }

    /** The phone it came from. */
    public Optional<ContactPointId> phoneOf(Transaction tx, UUID id) {
        return tx.queryOne(PHONE_OF, row -> new ContactPointId(row.id("contact_point_id")), id);
    }

    /** The alert it became part of, whichever goes on for it now. */
    public Optional<AlertId> alertOf(Transaction tx, UUID id) {
        return tx.queryOne(ALERT_OF, row -> new AlertId(row.id("alert_id")), id);
    }

    /** The codes of all reports of an alert, and of those merged into it. */
    public List<String> codes(Transaction tx, AlertId alert) {
        return tx.query(CODES, row -> row.text("code"), alert.value());
    }

    /** The words of one report of an alert. */
    Optional<String> words(Transaction tx, LockedAlert alert, UUID id) {
        return tx.queryOne(WORDS, row -> alert.seal().open(Binding.of("report", "words", id), row.bytes("words_sealed")), id,
                alert.alert().id().value());
    }

    /** What was reported for an alert, oldest first. */
    public List<Report> of(Transaction tx, LockedAlert alert, int limit) {
        return tx.query(OF_ALERT, row -> new Report(row.id("id"), row.text("code"),
                tx.sound(NAMED, row, _ -> alert.seal().open(Binding.of("report", "words", row.id("id")), row.bytes("words_sealed")))
                        .orElse(null),
                row.moment("reported_at"), row.flag("while_seized"), row.flag("by_call"), row.flag("pictured")), alert.alert().id().value(), limit);
    }
}
