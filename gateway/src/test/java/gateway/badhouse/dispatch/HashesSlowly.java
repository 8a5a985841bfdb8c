package gateway.badhouse.dispatch;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.sealing.SlowHash;

/** Makes slow hashes while a transaction is open: plainly, and in the work it hands over. */
final class HashesSlowly {

    boolean plainly(Transaction tx, String word, String hash) {
        return !tx.query("SELECT 1", row -> row).isEmpty() && SlowHash.matches(word, hash);
    }

    boolean inItsWork(Database database, String word, String hash) {
        return database.inTransaction(tx -> !tx.query("SELECT 1", row -> row).isEmpty() && SlowHash.matches(word, hash));
    }
}
