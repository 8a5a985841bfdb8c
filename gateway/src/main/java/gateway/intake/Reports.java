package gateway.intake;

import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.sealing.Binding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps what reporters told us, sealed under the key of the alert it became part of. */
public final class Reports {

    private static final String ADD = """
            INSERT INTO report (id, envelope_id, alert_id, contact_point_id, code, words_sealed, reported_at,
                                while_seized)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String OF_ALERT = """
            SELECT report.id, report.code, report.words_sealed, report.reported_at, report.while_seized, envelope.by_call
              FROM report
              JOIN envelope ON envelope.id = report.envelope_id
             WHERE report.alert_id = $1
             ORDER BY report.reported_at, report.id
             LIMIT $2
            """;

    private final RowIds ids;

    public Reports(RowIds ids) {
        this.ids = ids;
    }

    /** The id of a report that is about to be added, for the entry that tells of it. */
    UUID nextId() {
        return ids.next();
    }

    void add(Transaction tx, UUID id, UUID envelope, LockedAlert alert, Code code, String words,
            boolean whileSeized, Instant now) {
        tx.write(ADD, id, envelope, alert.alert().id().value(), alert.alert().contactPoint().value(), code.id(),
                alert.seal().seal(Binding.of("report", "words", id), words), now, whileSeized);
    }

    /** What was reported for an alert, oldest first. */
    public List<Report> of(Transaction tx, LockedAlert alert, int limit) {
        return tx.query(OF_ALERT, row -> new Report(row.id("id"), row.text("code"),
                alert.seal().open(Binding.of("report", "words", row.id("id")), row.bytes("words_sealed")),
                row.moment("reported_at"), row.flag("while_seized"), row.flag("by_call")), alert.alert().id().value(), limit);
    }
}
