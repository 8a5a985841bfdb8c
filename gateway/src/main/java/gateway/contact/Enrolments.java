package gateway.contact;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.sealing.Binding;
import gateway.sealing.BrokenSeal;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps enrolments, what could name a person sealed under a key of her own. An erased key leaves nothing to find. */
public final class Enrolments {

    private static final String COLUMNS = """
            id, alias_sealed, language, latin_only, reply_mode, replies_at_night, call_back, consents, tag_sealed,
            safe_word_sealed IS NOT NULL AS keeps_safe_word, medicine_sealed IS NOT NULL AS keeps_card,
            enrolled_by, enrolled_at, changed_at
            """;
    private static final String ADD = """
            INSERT INTO enrolment (id, alias_sealed, language, latin_only, reply_mode, replies_at_night, call_back,
                                   consents, tag_index, tag_sealed, enrolled_by, enrolled_at, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
            ON CONFLICT (tag_index) DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE enrolment
               SET alias_sealed = $2, language = $3, latin_only = $4, reply_mode = $5, replies_at_night = $6,
                   call_back = $7, consents = $8, tag_index = $9, tag_sealed = $10, changed_at = $11
             WHERE id = $1
            """;
    private static final String KEEP_WORDS = """
            UPDATE enrolment
               SET safe_word_sealed = $2, duress_word_sealed = $3
             WHERE id = $1
            """;
    private static final String KEEP_CARD = """
            UPDATE enrolment
               SET medicine_sealed = $2, children_sealed = $3, to_tell_sealed = $4, lawyer_sealed = $5
             WHERE id = $1
            """;
    private static final String FIND = "SELECT " + COLUMNS + """
              FROM enrolment
             WHERE id = $1
            """;
    private static final String LOCK = FIND + """
               FOR NO KEY UPDATE
            """;
    private static final String ALL = "SELECT " + COLUMNS + """
              FROM enrolment
            """;
    private static final String BY_TAG = """
            SELECT id
              FROM enrolment
             WHERE tag_index = $1
            """;
    private static final String KEEPS_WORDS = """
            SELECT 1
              FROM enrolment
             WHERE id = $1
               AND safe_word_sealed IS NOT NULL
            """;
    private static final String WORDS = """
            SELECT id, safe_word_sealed, duress_word_sealed
              FROM enrolment
             WHERE id = $1
               AND safe_word_sealed IS NOT NULL
            """;
    private static final String CARD = """
            SELECT id, medicine_sealed, children_sealed, to_tell_sealed, lawyer_sealed
              FROM enrolment
             WHERE id = $1
               AND medicine_sealed IS NOT NULL
            """;
    private static final String WITHDRAW = """
            DELETE FROM enrolment
             WHERE id = $1
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("enrolment", "id", "");

    private final KeyRing keys;
    private final RowIds ids;

    public Enrolments(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** What a person said of herself, that can be looked at and changed. */
    public record Chosen(String alias, Wishes wishes, Set<String> consents, @Nullable String tag) {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /** Enrols; empty when somebody else has the tag. */
    Optional<EnrolmentId> add(Transaction tx, Chosen chosen, UUID by, Instant now) {
        var id = new EnrolmentId(ids.next());
        var seal = keys.makeForEnrolment(tx, id.value(), now);
        var wishes = chosen.wishes();
        var added = tx.execute(ADD, id.value(), sealed(seal, id, "alias", chosen.alias()), wishes.language().tag(),
                wishes.latinOnly(), wishes.mode().word(), wishes.atNight(), wishes.callBack(),
                chosen.consents().stream().sorted().toArray(String[]::new), index(chosen.tag()),
                chosen.tag() == null ? null : sealed(seal, id, "tag", chosen.tag()), by, now);
        return added == 0 ? Optional.empty() : Optional.of(id);
    }

    /** Changes what was chosen. Whoever calls has seen to it that nobody else has the tag. */
    void change(Transaction tx, EnrolmentId id, Chosen chosen, Instant now) {
        var seal = keys.find(tx, id.value()).orElseThrow();
        var wishes = chosen.wishes();
        tx.execute(CHANGE, id.value(), sealed(seal, id, "alias", chosen.alias()), wishes.language().tag(),
                wishes.latinOnly(), wishes.mode().word(), wishes.atNight(), wishes.callBack(),
                chosen.consents().stream().sorted().toArray(String[]::new), index(chosen.tag()),
                chosen.tag() == null ? null : sealed(seal, id, "tag", chosen.tag()), now);
    }

    void keepWords(Transaction tx, EnrolmentId id, SafeWords.Kept words) {
        var seal = keys.find(tx, id.value()).orElseThrow();
        tx.execute(KEEP_WORDS, id.value(), sealed(seal, id, "safe_word", words.safeHash()),
                sealed(seal, id, "duress_word", words.duressHash()));
    }

    void keepCard(Transaction tx, EnrolmentId id, Card card) {
        var seal = keys.find(tx, id.value()).orElseThrow();
        tx.execute(KEEP_CARD, id.value(), sealed(seal, id, "medicine", card.medicine()),
                sealed(seal, id, "children", card.children()), sealed(seal, id, "to_tell", card.toTell()),
                sealed(seal, id, "lawyer", Boolean.toString(card.lawyer())));
    }

    /** Destroys the key, and takes the row away. */
    boolean withdraw(Transaction tx, EnrolmentId id) {
        keys.erase(tx, id.value());
        return tx.execute(WITHDRAW, id.value()) > 0;
    }

    Optional<Enrolment> lock(Transaction tx, EnrolmentId id) {
        return tx.querySound(NAMED, LOCK, row -> open(tx, new Listed(row)), id.value()).stream().flatMap(Optional::stream).findFirst();
    }

    public Optional<Enrolment> find(Transaction tx, EnrolmentId id) {
        return tx.querySound(NAMED, FIND, row -> open(tx, new Listed(row)), id.value()).stream().flatMap(Optional::stream).findFirst();
    }

    /** Everybody enrolled, by alias. */
    public List<Enrolment> all(Transaction tx) {
        return tx.querySound(NAMED, ALL, row -> open(tx, new Listed(row))).stream().flatMap(Optional::stream)
                .sorted(Comparator.comparing(Enrolment::alias, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** Whom a folded tag names. */
    public Optional<EnrolmentId> byTag(Transaction tx, String tag) {
        return tx.queryOne(BY_TAG, row -> new EnrolmentId(row.id("id")), keys.index().of("tag", tag));
    }

    /** Whether she left a safe word. */
    public boolean keepsWords(Transaction tx, EnrolmentId id) {
        return tx.queryOne(KEEPS_WORDS, _ -> true, id.value()).isPresent();
    }

    /**
     * The hashes of her safe words; empty where she left none.
     *
     * @throws BrokenSeal where they cannot be read: nobody may take that for none, since her word would count unchecked
     */
    public Optional<SafeWords.Kept> safeWords(Transaction tx, EnrolmentId id) {
        return keys.find(tx, id.value()).flatMap(seal -> tx.queryOne(WORDS, row -> safeWords(tx, seal, id, row), id.value()));
    }

    private static SafeWords.Kept safeWords(Transaction tx, Seal seal, EnrolmentId id, Row row) {
        try {
            return new SafeWords.Kept(open(seal, id, "safe_word", row), open(seal, id, "duress_word", row));
        } catch (BrokenSeal broken) {
            tx.leaveOut(NAMED.of(row), broken);
            throw broken;
        }
    }

    /** Her card. Only {@code OpeningCard} may ask for it, since each opening is written down. */
    public Optional<Card> card(Transaction tx, EnrolmentId id) {
        return keys.find(tx, id.value()).flatMap(seal -> tx.querySound(NAMED, CARD, row -> new Card(
                open(seal, id, "medicine", row), open(seal, id, "children", row), open(seal, id, "to_tell", row),
                Boolean.parseBoolean(open(seal, id, "lawyer", row))), id.value()).stream().findFirst());
    }

    private byte @Nullable [] index(@Nullable String tag) {
        return tag == null ? null : keys.index().of("tag", tag);
    }

    private static byte[] sealed(Seal seal, EnrolmentId id, String column, String plain) {
        return seal.seal(binding(id, column), plain);
    }

    private static String open(Seal seal, EnrolmentId id, String column, Row row) {
        return seal.open(binding(id, column), row.bytes(column + "_sealed"));
    }

    private static Binding binding(EnrolmentId id, String column) {
        return Binding.of("enrolment", column, id.value());
    }

    private Optional<Enrolment> open(Transaction tx, Listed row) {
        return keys.find(tx, row.id.value()).map(row::open);
    }

    /** A row as it stands, not yet opened: its key is a question of its own. */
    private static final class Listed {
        private final EnrolmentId id;
        private final byte[] alias;
        private final byte @Nullable [] tag;
        private final Wishes wishes;
        private final Set<String> consents;
        private final boolean keepsSafeWord;
        private final boolean keepsCard;
        private final UUID enrolledBy;
        private final Instant enrolledAt;
        private final Instant changedAt;

        Listed(Row row) {
            id = new EnrolmentId(row.id("id"));
            alias = row.bytes("alias_sealed");
            tag = row.bytesIfAny("tag_sealed").orElse(null);
            wishes = new Wishes(ReplyMode.of(row.text("reply_mode")), Language.read(row.text("language")).orElse(Language.EN),
                    row.flag("latin_only"), row.flag("replies_at_night"), row.flag("call_back"));
            consents = Set.copyOf(row.texts("consents"));
            keepsSafeWord = row.flag("keeps_safe_word");
            keepsCard = row.flag("keeps_card");
            enrolledBy = row.id("enrolled_by");
            enrolledAt = row.moment("enrolled_at");
            changedAt = row.moment("changed_at");
        }

        Enrolment open(Seal seal) {
            return new Enrolment(id, seal.open(binding(id, "alias"), alias), wishes, consents,
                    tag == null ? null : seal.open(binding(id, "tag"), tag), keepsSafeWord, keepsCard, enrolledBy,
                    enrolledAt, changedAt);
        }
    }
}
