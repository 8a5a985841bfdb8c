package gateway.messaging;

import gateway.database.RowIds;
import gateway.database.Transaction;
import java.util.UUID;

/** The accounts we have with carriers. A carrier's ids are unique within an account only. */
public final class CarrierAccounts {

    private static final String ADD = """
            INSERT INTO carrier_account (id, kind, account)
            VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND = """
            SELECT id
              FROM carrier_account
             WHERE kind = $1
               AND account = $2
            """;

    private final RowIds ids;

    public CarrierAccounts(RowIds ids) {
        this.ids = ids;
    }

    /** The id of the account; the account is written down when it is new. */
    public UUID known(Transaction tx, String kind, String account) {
        return tx.queryOne(FIND, row -> row.id("id"), kind, account).orElseGet(() -> {
            tx.execute(ADD, ids.next(), kind, account);
            return tx.queryOne(FIND, row -> row.id("id"), kind, account).orElseThrow();
        });
    }
}
