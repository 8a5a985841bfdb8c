package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.util.List;

/** Keeps for which alerts it is to be seen whether a member, whose phone is in doubt no more, is asked for them now. */
public final class AskedAgain {

    private static final String ADD = """
            INSERT INTO asked_again (member_id, alert_id)
            SELECT $1, alert.id
              FROM alert
             WHERE resolved_at IS NULL
               AND EXISTS (SELECT FROM ladder WHERE alert_id = alert.id AND state = 'climbing')
            ON CONFLICT DO NOTHING
            """;
    private static final String DUE = """
            SELECT member_id, alert_id
              FROM asked_again
             LIMIT $1
            """;
    private static final String REMOVE = """
            DELETE FROM asked_again
             WHERE member_id = $1
               AND alert_id = $2
            """;

    /** A member and an alert. */
    public record Due(MemberId member, AlertId alert) {}

    /** Nothing speaks against her phone any more. */
    public void add(Transaction tx, MemberId member) {
        tx.execute(ADD, member.value());
        tx.announce();
    }

    public List<Due> due(Transaction tx, int limit) {
        return tx.query(DUE, row -> new Due(new MemberId(row.id("member_id")), new AlertId(row.id("alert_id"))), limit);
    }

    /** Says whether nobody else has attended to it. */
    public boolean remove(Transaction tx, Due due) {
        return tx.execute(REMOVE, due.member().value(), due.alert().value()) > 0;
    }
}
