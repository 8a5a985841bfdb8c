package gateway.incoming;

import gateway.database.Transaction;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Keeps with which signatures texts came, as keyed hashes. One signature fits every way of cutting the same letters into
 * fields, so only the first text with it shows who sent it.
 */
public final class Signatures {

    /** As long as this a signed request that somebody has seen is no use for anything but a report. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final String SEE = """
            INSERT INTO seen_signature (signature_index, seen_at)
            VALUES ($1, $2)
            ON CONFLICT DO NOTHING
            RETURNING seen_at
            """;
    private static final String FORGET = """
            DELETE FROM seen_signature
             WHERE seen_at < $1
            """;

    private final KeyRing keys;

    public Signatures(KeyRing keys) {
        this.keys = keys;
    }

    /** The same envelope; one whose signature was seen before proves nothing. The answer is waited for later. */
    public Supplier<Envelope> see(Transaction tx, Envelope envelope, Instant now) {
        var signature = envelope.signature();
        if (signature == null) {
            return () -> envelope;
        }
        var isNew = tx.ask(SEE, row -> row.moment("seen_at"), keys.index().of("signature", signature), now);
        return () -> isNew.get().isEmpty() ? envelope.provingNothing() : envelope;
    }

    public void forgetOld(Transaction tx, Instant now) {
        tx.execute(FORGET, now.minus(KEPT));
    }
}
