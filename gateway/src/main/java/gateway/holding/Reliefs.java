package gateway.holding;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;

/** Keeps who was asked to take what from a holder whose shift is over. It holds only as long as she has it without a break. */
public final class Reliefs {

    private static final String ASK = """
            INSERT INTO relief (ladder_id, member_id, holder_id, asked_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT ON CONSTRAINT a_member_is_asked_once_to_relieve_a_holder DO UPDATE
               SET asked_at = excluded.asked_at
            """;
    private static final String NOBODY_HAS = """
            SELECT alert.id, alert.code, alert.last_report_at
              FROM ladder
              JOIN alert ON alert.id = ladder.alert_id
             WHERE ladder.discipline = $1
               AND ladder.state = 'climbing'
               AND alert.resolved_at IS NULL
             ORDER BY alert.last_report_at, alert.id
            """;
    private static final String IS_ASKED = """
            SELECT true AS asked
              FROM relief
             WHERE ladder_id = $1
               AND member_id = $2
               AND holder_id = $3
               AND asked_at >= $4
            """;

    void ask(Transaction tx, Ladder ladder, MemberId member, MemberId holder, Instant now) {
        tx.execute(ASK, ladder.id().value(), member.value(), holder.value(), now);
    }

    /** An alert that nobody of a discipline has. */
    record Open(AlertId alert, String code) {}

    /** All of them, the oldest first. */
    List<Open> nobodyHas(Transaction tx, Discipline discipline) {
        return tx.query(NOBODY_HAS, row -> new Open(new AlertId(row.id("id")), row.text("code")), discipline.word());
    }

    /** Whether this member may take it from its holder. */
    public boolean isAsked(Transaction tx, Ladder.Acknowledged held, MemberId member) {
        return !held.isHeldBy(member) && tx.queryOne(IS_ASKED, row -> row.flag("asked"), held.id().value(), member.value(),
                held.by().value(), held.since()).isPresent();
    }
}
