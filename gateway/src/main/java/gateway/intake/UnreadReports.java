package gateway.intake;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.database.FaultyRow;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.reading.Guess;
import gateway.sealing.Binding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what is unread, each with its deadline. It sleeps while its alert, or the one that goes on for it, is resolved. */
public final class UnreadReports {

    private static final String ADD = """
            INSERT INTO unread (report_id, alert_id, guess_sealed, since, due_at)
            VALUES ($1, $2, $3, $4, $5)
            """;
    private static final String AWAKE = """
              FROM alert
             CROSS JOIN LATERAL (SELECT alert.id WHERE alert.erased_at IS NULL
                                  UNION ALL
                                 SELECT merged.id
                                   FROM alert AS merged
                                  WHERE merged.survivor_id = alert.id
                                    AND merged.erased_at IS NULL) AS told
              JOIN unread ON unread.alert_id = told.id
             WHERE alert.resolved_at IS NULL
               AND unread.due_at IS NOT NULL
            """;
    private static final String DUE = "SELECT unread.report_id, unread.alert_id, alert.id AS survivor_id" + AWAKE + """
               AND unread.due_at <= $1
             ORDER BY unread.due_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = "SELECT min(unread.due_at) AS at" + AWAKE;
    private static final String ALERTS = "SELECT unread.alert_id" + AWAKE + """
               AND ($1::uuid IS NULL
                    OR EXISTS (SELECT FROM dispatch
                                WHERE dispatch.alert_id IN (unread.alert_id, alert.id)
                                  AND dispatch.member_id = $1))
             ORDER BY unread.due_at, unread.report_id
            """;
    private static final String OF_ALERT = """
            SELECT report_id, alert_id, guess_sealed, since, due_at
              FROM unread
             WHERE alert_id = $1
               AND due_at IS NOT NULL
             ORDER BY since, report_id
            """;
    private static final String MISS = """
               UPDATE unread
                  SET missed = missed + 1, due_at = $2
                WHERE report_id = $1
                  AND due_at <= $3
            RETURNING missed
            """;
    private static final String READ = """
            UPDATE unread
               SET read_by = $2, due_at = NULL
             WHERE report_id = $1
               AND due_at IS NOT NULL
            """;

    private static final FaultyRow.Named UNREAD = FaultyRow.Named.ofAlert("unread", "report_id");

    private final Duration deadline;

    /** @param deadline how long a report may stay unread before it climbs */
    public UnreadReports(Duration deadline) {
        this.deadline = deadline;
    }

    void add(Transaction tx, UUID report, LockedAlert alert, Guess guess, Instant now) {
        tx.write(ADD, report, alert.alert().id().value(), alert.seal().seal(binding(report), guess.written()), now,
                now.plus(deadline));
    }

    public record Due(UUID report, AlertId alert, AlertId survivor) {}

    /** When the first is due, or was. */
    public Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    public List<Due> due(Transaction tx, Instant now, int limit) {
        return tx.query(DUE, row -> new Due(row.id("report_id"), new AlertId(row.id("alert_id")),
                new AlertId(row.id("survivor_id"))), now, limit);
    }

    /** The deadline starts anew. Says how often it was missed, with this time; empty when it is not due any more. */
    public Optional<Integer> miss(Transaction tx, UUID report, Instant now) {
        return tx.queryOne(MISS, row -> row.number("missed"), report, now.plus(deadline), now);
    }

    public boolean read(Transaction tx, UUID report, MemberId by) {
        tx.announce();
        return tx.execute(READ, report, by.value()) > 0;
    }

    /** The alerts of all that is unread, one for each, the most urgent first: for one responder, or for all. */
    public List<AlertId> alerts(Transaction tx, @Nullable MemberId askedFor) {
        return tx.query(ALERTS, row -> new AlertId(row.id("alert_id")), askedFor == null ? null : askedFor.value());
    }

    /** What is unread of an alert, the oldest first; a guess that cannot be read is none. */
    public List<UnreadReport> of(Transaction tx, LockedAlert alert) {
        return tx.query(OF_ALERT, row -> new UnreadReport(row.id("report_id"), alert.alert().id(),
                tx.sound(UNREAD, row, _ -> Guess.read(alert.seal().open(binding(row.id("report_id")), row.bytes("guess_sealed"))))
                        .orElse(Guess.NOTHING),
                row.moment("since"), row.moment("due_at")), alert.alert().id().value());
    }

    private static Binding binding(UUID report) {
        return Binding.of("unread", "guess", report);
    }
}
