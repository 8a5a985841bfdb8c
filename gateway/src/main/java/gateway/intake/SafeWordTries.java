package gateway.intake;

import gateway.alert.AlertId;
import gateway.contact.EnrolmentId;
import gateway.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps which texts say "safe" with a word that nobody has compared yet with the one agreed with her. */
public final class SafeWordTries {

    private static final String BEGIN = """
            INSERT INTO safe_word_try (report_id, enrolment_id, asked_afresh, began_at)
            VALUES ($1, $2, $3, $4)
            """;
    private static final String BEGUN = """
            SELECT report_id, safe_word_try.enrolment_id, asked_afresh, began_at, report.alert_id,
                   coalesce(alert.survivor_id, alert.id) AS survivor_id
              FROM safe_word_try
              JOIN report ON report.id = report_id
              JOIN alert ON alert.id = report.alert_id
             ORDER BY began_at, report_id
             LIMIT $1
            """;
    private static final String END = """
            DELETE FROM safe_word_try
             WHERE report_id = $1
            """;

    /**
     * One try.
     *
     * @param alert    which the text became part of
     * @param survivor the one that goes on for it
     */
    record Try(UUID report, EnrolmentId person, boolean askedAfresh, Instant at, AlertId alert, AlertId survivor) {}

    /** @param askedAfresh whether this text has everybody asked afresh, whatever its word is worth */
    void begin(Transaction tx, UUID report, EnrolmentId person, boolean askedAfresh, Instant now) {
        tx.write(BEGIN, report, person.value(), askedAfresh, now);
        tx.announce();
    }

    /** The oldest first. */
    List<Try> begun(Transaction tx, int limit) {
        return tx.query(BEGUN, row -> new Try(row.id("report_id"), new EnrolmentId(row.id("enrolment_id")), row.flag("asked_afresh"),
                row.moment("began_at"), new AlertId(row.id("alert_id")), new AlertId(row.id("survivor_id"))), limit);
    }

    /** Says whether it was still there: two gateways may have looked at it. */
    boolean end(Transaction tx, UUID report) {
        return tx.execute(END, report) > 0;
    }
}
