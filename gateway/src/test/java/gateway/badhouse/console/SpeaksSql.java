package gateway.badhouse.console;

import gateway.database.Transaction;

/** A door that goes past the stores. */
public final class SpeaksSql {

    int does(Transaction tx) {
        return tx.execute("DELETE FROM session");
    }

    int asks(Transaction tx) {
        return tx.query("SELECT", row -> row).size();
    }

    boolean asksForOne(Transaction tx) {
        return tx.queryOne("SELECT", row -> row).isPresent();
    }

    void writes(Transaction tx) {
        tx.write("DELETE FROM session");
    }
}
