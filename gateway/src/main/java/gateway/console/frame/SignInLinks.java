package gateway.console.frame;

import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One-time ways in, each for one member and a quarter of an hour. Looking at a link uses nothing up. */
public final class SignInLinks {

    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ADD = """
            INSERT INTO sign_in_link (token_hash, member_id, expires_at)
            VALUES ($1, $2, $3)
            """;
    private static final String DROP_OLD = """
            DELETE FROM sign_in_link
             WHERE expires_at < $1
            """;
    private static final String USE = """
            UPDATE sign_in_link
               SET used_at = $2
             WHERE token_hash = $1
               AND used_at IS NULL
               AND expires_at > $2
            RETURNING member_id
            """;

    private final RandomGenerator random;

    /** @param random what tokens are made of: it must not be guessable */
    public SignInLinks(RandomGenerator random) {
        this.random = random;
    }

    /** Makes a link and gives its path, to be put behind the console's address. */
    public String make(Transaction tx, MemberId member, Instant now) {
        var token = SecretToken.make(random);
        tx.execute(DROP_OLD, now.minus(Duration.ofDays(1)));
        tx.execute(ADD, token.hash(), member.value(), now.plus(LIFE));
        return "/sign-in/" + token.written();
    }

    /** Uses a link up; empty for one that was used, has expired or never was. */
    public Optional<MemberId> redeem(Transaction tx, String token, Instant now) {
        return tx.queryOne(USE, row -> new MemberId(row.id("member_id")), new SecretToken(token).hash(), now);
    }
}
