package gateway.member;

import gateway.database.FaultyRow;
import gateway.database.RowIds;
import gateway.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Keeps what stands on the coordinators' board until one of them has seen it. */
public final class Warnings {

    private static final String RAISE = """
            INSERT INTO warning (id, member_id, kind, made_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """;
    private static final String UNSEEN = """
            SELECT id, member_id, kind, made_at
              FROM warning
             WHERE seen_at IS NULL
             ORDER BY made_at
            """;
    private static final String SEE = """
            UPDATE warning
               SET seen_by = $2, seen_at = $3
             WHERE id = $1
               AND seen_at IS NULL
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("warning", "id", "kind");

    private final RowIds ids;

    public Warnings(RowIds ids) {
        this.ids = ids;
    }

    /** What it warns of. */
    public enum Kind {
        /** A phone texted a word like STOP; it is asked as ever. */
        OPTED_OUT,
        /** A carrier lets us text a phone no more: it is asked last, by call. */
        REFUSED,
        /** A phone says that it may be texted again, which lifts nothing. */
        OPTED_IN,
        /** No coordinator could be told by text that a phone can no longer be asked: everybody sees it. */
        UNTOLD,
        /** A text to a coordinator did not arrive. */
        UNREACHED;

        /** As the database and phrases write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One warning that nobody has seen yet. */
    public record Warning(UUID id, MemberId member, Kind kind, Instant madeAt) {}

    /** Says whether it was not standing there already. */
    public boolean raise(Transaction tx, MemberId member, Kind kind, Instant now) {
        tx.announce();
        return tx.execute(RAISE, ids.next(), member.value(), kind.word(), now) > 0;
    }

    public List<Warning> unseen(Transaction tx) {
        return tx.querySound(NAMED, UNSEEN, row -> new Warning(row.id("id"), new MemberId(row.id("member_id")),
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)), row.moment("made_at")));
    }

    /** A coordinator has seen it. */
    public boolean see(Transaction tx, UUID warning, MemberId by, Instant now) {
        tx.announce();
        return tx.execute(SEE, warning, by.value(), now) > 0;
    }
}
