package gateway.duty;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.RosterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps which changes of shift were attended to, and what is being handed over. */
final class HandOvers {

    private static final String SEE = """
            INSERT INTO shift_change (roster_id, at, seen_at)
            VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
            """;
    private static final String SEEN = """
            SELECT at
              FROM shift_change
             WHERE roster_id = $1
               AND at >= $2
            """;
    private static final String BEGIN = """
            INSERT INTO hand_over (id, roster_id, at, alert_id, ladder_id, holder_id, state, due_at, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7, $8)
            ON CONFLICT DO NOTHING
            """;
    private static final String DUE = """
            SELECT id, roster_id, at, alert_id, ladder_id, holder_id, state
              FROM hand_over
             WHERE due_at <= $1
             ORDER BY due_at, id
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM hand_over
            """;
    private static final String MOVE = """
            UPDATE hand_over
               SET state = $3, due_at = $4, changed_at = $5
             WHERE id = $1
               AND state = $2
            """;

    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("hand_over", "id");

    private final RowIds ids;

    HandOvers(RowIds ids) {
        this.ids = ids;
    }

    /** Whether nobody else attends to this change. */
    boolean see(Transaction tx, RosterId roster, ShiftChange change, Instant now) {
        return tx.execute(SEE, roster.value(), change.at(), now) > 0;
    }

    List<Instant> seen(Transaction tx, RosterId roster, Instant since) {
        return tx.query(SEEN, row -> row.moment("at"), roster.value(), since);
    }

    void begin(Transaction tx, RosterId roster, Instant at, Ladder ladder, MemberId holder, Instant dueAt, Instant now) {
        tx.execute(BEGIN, ids.next(), roster.value(), at, ladder.alert().value(), ladder.id().value(), holder.value(), dueAt, now);
    }

    List<HandOver> due(Transaction tx, Instant now, int limit) {
        return tx.querySound(NAMED, DUE, HandOvers::read, now, limit);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    boolean move(Transaction tx, HandOver from, HandOver.State to, @Nullable Instant dueAt, Instant now) {
        return tx.execute(MOVE, from.id(), from.state().word(), to.word(), dueAt, now) > 0;
    }

    private static HandOver read(Row row) {
        UUID id = row.id("id");
        return new HandOver(id, new RosterId(row.id("roster_id")), row.moment("at"), new AlertId(row.id("alert_id")),
                new LadderId(row.id("ladder_id")), new MemberId(row.id("holder_id")), HandOver.State.of(row.text("state")));
    }
}
