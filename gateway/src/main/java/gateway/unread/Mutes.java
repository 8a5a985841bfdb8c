package gateway.unread;

import gateway.database.FaultyRow;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.phone.Sender;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps which senders are muted, each with how many of its texts woke nobody. */
public final class Mutes {

    /** A number that was silent for so long may be somebody else's by now: its next text is a first one. */
    static final Duration NUMBER_KEPT = Duration.ofDays(30);

    private static final String ADD = """
            INSERT INTO mute (id, sender_index, sender_sealed, is_number, muted_by, muted_at, last_text_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (sender_index) DO UPDATE
               SET last_text_at = greatest(mute.last_text_at, excluded.last_text_at)
            """;
    private static final String HOLDS = """
            SELECT EXISTS (SELECT FROM mute
                            WHERE sender_index = $1
                              AND (NOT is_number OR last_text_at > $2)) AS holds
            """;
    private static final String COUNT = """
            UPDATE mute
               SET texts = texts + $2, last_text_at = greatest(last_text_at, $3)
             WHERE sender_index = $1
            """;
    private static final String ALL = """
            SELECT id, id::text AS name, sender_sealed, muted_by, muted_at, texts, last_text_at
              FROM mute
             ORDER BY last_text_at DESC, id
             LIMIT $1
            OFFSET $2
            """;
    private static final String HOW_MANY = """
            SELECT count(*) AS muted
              FROM mute
            """;
    private static final String END = """
               DELETE FROM mute
                WHERE id = $1
            RETURNING sender_index
            """;
    private static final String FORGET_OLD = """
            DELETE FROM mute
             WHERE is_number
               AND last_text_at <= $1
            """;

    private static final FaultyRow.Named MUTE = new FaultyRow.Named("mute", "id", "name");

    private final KeyRing keys;
    private final RowIds ids;

    public Mutes(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** One muted sender. */
    public record Mute(UUID id, Sender sender, MemberId by, Instant at, long texts, Instant lastTextAt) {}

    byte[] index(Sender sender) {
        return keys.index().of("sender", sender.key());
    }

    /** @param lastTextAt when its last text came */
    void add(Transaction tx, Sender sender, MemberId by, Instant now, Instant lastTextAt) {
        var id = ids.next();
        tx.announce();
        tx.write(ADD, id, index(sender), keys.house().seal(binding(id), sender.written()), sender.number().isPresent(), by.value(), now,
                lastTextAt);
    }

    boolean holds(Transaction tx, Sender sender, Instant now) {
        return tx.queryOne(HOLDS, row -> row.flag("holds"), index(sender), now.minus(NUMBER_KEPT)).orElse(false);
    }

    /** So many more texts of it were kept from the unread list. */
    void count(Transaction tx, Sender sender, long texts, Instant lastAt) {
        tx.write(COUNT, index(sender), texts, lastAt);
    }

    /** Those that texted last first. */
    public List<Mute> all(Transaction tx, int limit, int after) {
        return tx.querySound(MUTE, ALL, row -> new Mute(row.id("id"),
                new Sender(keys.house().open(binding(row.id("id")), row.bytes("sender_sealed"))), new MemberId(row.id("muted_by")),
                row.moment("muted_at"), row.count("texts"), row.moment("last_text_at")), limit, after);
    }

    public int howMany(Transaction tx) {
        return tx.queryOne(HOW_MANY, row -> (int) row.count("muted")).orElse(0);
    }

    /** Says by which index its texts are found; empty where it had ended. */
    Optional<byte[]> end(Transaction tx, UUID id) {
        tx.announce();
        return tx.queryOne(END, row -> row.bytes("sender_index"), id);
    }

    void forgetOld(Transaction tx, Instant now) {
        tx.execute(FORGET_OLD, now.minus(NUMBER_KEPT));
    }

    private static Binding binding(UUID id) {
        return Binding.of("mute", "sender", id);
    }
}
