package gateway.member;

import gateway.database.Transaction;
import java.util.Optional;

/** The members' passwords, each as a slow hash that names its own parameters. */
public final class Passwords {

    private static final String FIND = """
            SELECT password_hash
              FROM member
             WHERE id = $1
               AND retired_at IS NULL
               AND password_hash IS NOT NULL
            """;
    private static final String KEEP = """
            UPDATE member
               SET password_hash = $2
             WHERE id = $1
            """;

    /** The hash of a member's password, when there is one. */
    public Optional<String> find(Transaction tx, MemberId member) {
        return tx.queryOne(FIND, row -> row.text("password_hash"), member.value());
    }

    public void keep(Transaction tx, MemberId member, String hash) {
        tx.execute(KEEP, member.value(), hash);
    }
}
