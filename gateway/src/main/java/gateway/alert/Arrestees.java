package gateway.alert;

import gateway.database.RowIds;
import gateway.database.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the people held whom an alert is about; resolving it wants an outcome for each. */
public final class Arrestees {

    private static final String ADD = """
            INSERT INTO arrestee (id, alert_id, ordinal)
            VALUES ($1, $2, $3)
            """;
    private static final String OF_ALERT = """
            SELECT id, ordinal, stage, outcome
              FROM arrestee
             WHERE alert_id = $1
             ORDER BY ordinal
            """;
    private static final String SET_OUTCOME = """
            UPDATE arrestee
               SET outcome = $2
             WHERE id = $1
            """;

    private static final String SET_STAGE = """
            UPDATE arrestee
               SET stage = $2
             WHERE id = $1
            """;

    private final RowIds ids;

    public Arrestees(RowIds ids) {
        this.ids = ids;
    }

    void add(Transaction tx, AlertId alert, int people) {
        addUpTo(tx, alert, 0, people);
    }

    /** There are more than were known. */
    public void addUpTo(Transaction tx, AlertId alert, int known, int people) {
        for (var ordinal = known + 1; ordinal <= people; ordinal++) {
            tx.write(ADD, ids.next(), alert.value(), ordinal);
        }
    }

    public List<Arrestee> of(Transaction tx, AlertId alert) {
        return tx.query(OF_ALERT, row -> new Arrestee(row.id("id"), row.number("ordinal"),
                row.textIfAny("stage").orElse(null), row.textIfAny("outcome").orElse(null)), alert.value());
    }

    void setStage(Transaction tx, Arrestee arrestee, String stage) {
        tx.write(SET_STAGE, arrestee.id(), stage);
    }

    /** @param outcome null when the alert is reopened */
    public void setOutcome(Transaction tx, Arrestee arrestee, @Nullable String outcome) {
        tx.execute(SET_OUTCOME, arrestee.id(), outcome);
    }
}
