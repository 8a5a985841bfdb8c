package gateway.unread;

import gateway.contact.HotlineId;
import gateway.database.FaultyRow;
import gateway.database.Row;
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

/** Keeps texts of machines and of muted numbers, which open nothing; those of the first are unread until a coordinator has read them. */
public final class MachineTexts {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String ADD = """
            INSERT INTO machine_text (id, envelope_id, sender_index, sender_sealed, words_sealed, muted, said_at, due_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String COLUMNS = """
            SELECT machine_text.id, machine_text.id::text AS name, machine_text.envelope_id, envelope.hotline_id, envelope.pictured, machine_text.sender_sealed,
                   machine_text.words_sealed, machine_text.said_at
              FROM machine_text
              JOIN envelope ON envelope.id = machine_text.envelope_id
            """;
    private static final String UNREAD = COLUMNS + """
             WHERE machine_text.read_at IS NULL
               AND NOT machine_text.muted
             ORDER BY machine_text.said_at, machine_text.id
             LIMIT $1
            OFFSET $2
            """;
    private static final String COUNT_UNREAD = """
            SELECT count(*) AS unread
              FROM machine_text
             WHERE read_at IS NULL
               AND NOT muted
            """;
    private static final String FIND = COLUMNS + """
             WHERE machine_text.id = $1
               AND machine_text.read_at IS NULL
            """;
    private static final String LATEST_OF = COLUMNS + """
             WHERE machine_text.sender_index = $1
             ORDER BY machine_text.said_at DESC, machine_text.id
             LIMIT $2
            """;
    private static final String READ = """
            UPDATE machine_text
               SET read_by = $2, read_at = $3, due_at = NULL
             WHERE id = $1
               AND read_at IS NULL
            """;
    private static final String FORGET = """
            DELETE FROM machine_text
             WHERE id = $1
               AND read_at IS NULL
            """;
    private static final String MUTE = """
            UPDATE machine_text
               SET muted = true, due_at = NULL
             WHERE sender_index = $1
               AND read_at IS NULL
               AND NOT muted
            """;
    /** They are to be read, but nobody is told of them a second time. */
    private static final String UNMUTE = """
            UPDATE machine_text
               SET muted = false
             WHERE sender_index = $1
               AND read_at IS NULL
            """;
    private static final String IS_DUE = """
            SELECT EXISTS (SELECT FROM machine_text
                            WHERE due_at <= $1) AS due
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM machine_text
            """;
    private static final String TOLD = """
            UPDATE machine_text
               SET due_at = NULL
             WHERE due_at IS NOT NULL
            """;
    private static final String FORGET_OLD = """
            DELETE FROM machine_text
             WHERE said_at < $1
               AND (muted OR read_at < $1)
            """;

    private static final FaultyRow.Named TEXT = new FaultyRow.Named("machine_text", "id", "name");

    private final KeyRing keys;
    private final RowIds ids;
    private final Duration deadline;

    /** @param deadline how long a text may stay unread before the coordinators are told */
    public MachineTexts(KeyRing keys, RowIds ids, Duration deadline) {
        this.keys = keys;
        this.ids = ids;
        this.deadline = deadline;
    }

    void add(Transaction tx, UUID envelope, Sender sender, byte[] index, String words, boolean muted, Instant now) {
        var id = ids.next();
        tx.write(ADD, id, envelope, index, keys.house().seal(sender(id), sender.written()), keys.house().seal(words(id), words), muted, now,
                muted ? null : now.plus(deadline));
    }

    /** What nobody has read, the oldest first. */
    public List<MachineText> unread(Transaction tx, int limit, int after) {
        return tx.querySound(TEXT, UNREAD, this::read, limit, after);
    }

    public int countUnread(Transaction tx) {
        return tx.queryOne(COUNT_UNREAD, row -> (int) row.count("unread")).orElse(0);
    }

    /** One that nobody has read. */
    Optional<MachineText> find(Transaction tx, UUID id) {
        return tx.queryOne(FIND, this::read, id);
    }

    /** The last texts of a muted sender that are still kept. */
    public List<MachineText> latestOf(Transaction tx, Mutes.Mute mute, int limit) {
        return tx.querySound(TEXT, LATEST_OF, this::read, keys.index().of("sender", mute.sender().key()), limit);
    }

    /** A coordinator has read it. */
    public boolean read(Transaction tx, UUID id, MemberId by, Instant now) {
        tx.announce();
        return tx.execute(READ, id, by.value(), now) > 0;
    }

    /** It has become a report: the words are kept there. Says whether nobody had read it. */
    boolean forget(Transaction tx, UUID id) {
        tx.announce();
        return tx.execute(FORGET, id) > 0;
    }

    /** Says how many left the unread list. */
    int mute(Transaction tx, byte[] sender) {
        return tx.execute(MUTE, (Object) sender);
    }

    void unmute(Transaction tx, byte[] sender) {
        tx.execute(UNMUTE, (Object) sender);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    boolean isDue(Transaction tx, Instant now) {
        return tx.queryOne(IS_DUE, row -> row.flag("due"), now).orElse(false);
    }

    /** The coordinators are told of all that is unread now. Says whether anything was still to be told. */
    boolean told(Transaction tx) {
        return tx.execute(TOLD) > 0;
    }

    void forgetOld(Transaction tx, Instant now) {
        tx.execute(FORGET_OLD, now.minus(KEPT));
    }

    private MachineText read(Row row) {
        var id = row.id("id");
        return new MachineText(id, row.id("envelope_id"), row.idIfAny("hotline_id").map(HotlineId::new).orElse(null),
                new Sender(keys.house().open(sender(id), row.bytes("sender_sealed"))),
                keys.house().open(words(id), row.bytes("words_sealed")), row.flag("pictured"), row.moment("said_at"));
    }

    private static Binding sender(UUID id) {
        return Binding.of("machine_text", "sender", id);
    }

    private static Binding words(UUID id) {
        return Binding.of("machine_text", "words", id);
    }
}
