package gateway.badhouse.dispatch;

import gateway.database.Transaction;

/** Waits for, and holds up, whoever only refers to the row. */
public final class LocksTooMuch {

    private static final String LOCK = """
            SELECT id
              FROM alert
             WHERE id = $1
               FOR UPDATE OF alert
            """;
    private static final String ENOUGH = """
            SELECT id
              FROM alert
               FOR NO KEY UPDATE SKIP LOCKED
            """;

    private LocksTooMuch() {}

    static void lock(Transaction tx, String and) {
        tx.execute(LOCK);
        tx.execute(ENOUGH);
        tx.execute("SELECT id FROM member WHERE alias = '" + and + "' FOR UPDATE");
    }
}
