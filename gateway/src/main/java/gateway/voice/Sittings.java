package gateway.voice;

import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps who may record on the record line, what was said there and not kept yet, and what still lies with the carrier. */
public final class Sittings {

    /** As long as it takes to find somebody and hand over the phone. */
    private static final Duration CODE_LIVES = Duration.ofMinutes(15);

    /** Longer than anybody speaks; then nobody can keep what was said last any more. */
    private static final Duration LONGEST_CALL = Duration.ofHours(1);

    /** Whoever guesses finds no code alive: each wrong one counts against all of them. */
    private static final int MOST_WRONG_CODES = 10;

    private static final String ADD = """
            INSERT INTO sitting (id, code_index, sentence, language, asked_by, asked_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String IS_AWAITED = """
            SELECT EXISTS (SELECT FROM sitting
                            WHERE call_index IS NULL
                              AND expires_at > $1
                              AND wrong_codes < $2) AS awaited
            """;

    private static final String BEGIN = """
            UPDATE sitting
               SET call_index = $2, expires_at = $4
             WHERE code_index = $1
               AND expires_at > $3
               AND wrong_codes < $5
               AND (call_index IS NULL OR call_index = $2)
            RETURNING id
            """;

    private static final String COUNT_WRONG = """
            UPDATE sitting
               SET wrong_codes = wrong_codes + 1
             WHERE call_index IS NULL
               AND expires_at > $1
            """;

    private static final String FIND = """
            SELECT sitting.id, sentence, language, asked_by, draft, draft_name,
                   coalesce((SELECT state FROM take WHERE take.id = sitting.awaited) = 'given_up', false) AS failed
              FROM sitting
             WHERE sitting.id = $1
               AND call_index = $2
               AND expires_at > $3
               FOR NO KEY UPDATE OF sitting
            """;

    private static final String GO_ON = """
            UPDATE sitting
               SET sentence = $2, awaited = NULL, draft = NULL, draft_name = NULL
             WHERE id = $1
            """;

    private static final String ADD_TAKE = """
            INSERT INTO take (id, sitting_id, address_index, address_sealed, made_at, state)
            VALUES ($1, $2, $3, $4, $5, 'waiting')
            ON CONFLICT (address_index) DO NOTHING
            """;

    private static final String AWAIT = """
            UPDATE sitting
               SET awaited = $2, draft = NULL, draft_name = NULL
             WHERE id = $1
            """;

    private static final String TO_SEE_TO = """
            SELECT id, sitting_id, address_sealed, made_at, state = 'waiting' AS waiting
              FROM take
             WHERE deleted_at IS NULL
             ORDER BY made_at
             LIMIT $1
            """;

    private static final String END_TAKE = """
            UPDATE take
               SET state = $2
             WHERE id = $1
               AND state = 'waiting'
            """;

    private static final String DELETED = """
            UPDATE take
               SET deleted_at = $2
             WHERE id = $1
            """;

    private static final String PUT_DRAFT = """
            UPDATE sitting
               SET draft = $3, draft_name = $4
             WHERE id = $1
               AND awaited = $2
            """;

    private static final String FORGET_DRAFTS = """
            UPDATE sitting
               SET draft = NULL, draft_name = NULL
             WHERE draft IS NOT NULL
               AND expires_at <= $1
            """;

    private static final String DRAFT_NAMED = """
            SELECT sentence, language, draft
              FROM sitting
             WHERE draft_name = $1
             LIMIT 1
            """;

    private final KeyRing keys;
    private final RowIds ids;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final @Nullable PhoneNumber line;

    /** @param line the number of the record line; null where there is none */
    public Sittings(KeyRing keys, RowIds ids, InstantSource clock, RandomGenerator random, @Nullable PhoneNumber line) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        this.line = line;
    }

    /** The number to ring; empty where nobody can record by phone. */
    public Optional<PhoneNumber> line() {
        return Optional.ofNullable(line);
    }

    /** A new code, for a sitting that begins with this sentence. It is shown once, and kept as a keyed hash alone. */
    public SittingCode ask(Transaction tx, Spoken first, MemberId by) {
        var digits = SittingCode.draw(random);
        var now = clock.instant();
        tx.execute(ADD, ids.next(), index(digits), first.sentence().word(), first.language().tag(), by.value(), now,
                now.plus(CODE_LIVES));
        return new SittingCode(digits, now.plus(CODE_LIVES));
    }

    /** Whether somebody may ring with a code at this moment. */
    boolean isAnyAwaited(Transaction tx) {
        return tx.queryOne(IS_AWAITED, row -> row.flag("awaited"), clock.instant(), MOST_WRONG_CODES).orElse(false);
    }

    /** A code was keyed; from now on it belongs to this call alone. Empty for a wrong one, which is counted. */
    Optional<Sitting> begin(Transaction tx, String digits, String call) {
        var now = clock.instant();
        var begun = tx.queryOne(BEGIN, row -> row.id("id"), index(digits), callIndex(call), now, now.plus(LONGEST_CALL),
                MOST_WRONG_CODES).flatMap(id -> find(tx, id, call));
        if (begun.isEmpty()) {
            tx.execute(COUNT_WRONG, now);
        }
        return begun;
    }

    /** The sitting of a call, locked; empty for any other call. */
    Optional<Sitting> find(Transaction tx, UUID id, String call) {
        return tx.queryOne(FIND, Sittings::read, id, callIndex(call), clock.instant()).flatMap(sitting -> sitting);
    }

    /** The next sentence is said, or the same once more; what was said before and not kept is forgotten. */
    void goOn(Transaction tx, Sitting sitting, Sentence next) {
        tx.execute(GO_ON, sitting.id(), next.word());
    }

    /** The carrier has recorded something. The same again changes nothing. */
    void await(Transaction tx, Sitting sitting, String address) {
        var id = ids.next();
        if (tx.execute(ADD_TAKE, id, sitting.id(), keys.index().of("take", address),
                keys.house().seal(addressOf(id), address), clock.instant()) > 0) {
            tx.execute(AWAIT, sitting.id(), id);
            tx.announce();
        }
    }

    /** What is to be fetched, or to be deleted at the carrier, the oldest first. */
    List<Take> toSeeTo(Transaction tx, int limit) {
        return tx.query(TO_SEE_TO, row -> new Take(row.id("id"), row.id("sitting_id"),
                keys.house().open(addressOf(row.id("id")), row.bytes("address_sealed")), row.moment("made_at"),
                row.flag("waiting")), limit);
    }

    /** It is here. It is a draft only while its sitting waits for this very one. */
    void fetched(Transaction tx, Take take, Sitting.Draft draft) {
        if (tx.execute(END_TAKE, take.id(), "fetched") > 0) {
            tx.execute(PUT_DRAFT, take.sitting(), take.id(), draft.sound().bytes(), draft.name());
        }
    }

    void givenUp(Transaction tx, Take take) {
        tx.execute(END_TAKE, take.id(), "given_up");
    }

    void deleted(Transaction tx, Take take) {
        tx.execute(DELETED, take.id(), clock.instant());
    }

    /** What nobody kept while the call lasted. */
    void forgetDrafts(Transaction tx) {
        tx.execute(FORGET_DRAFTS, clock.instant());
    }

    /** What is served under a draft's name. */
    public Optional<DraftSound> draftNamed(Transaction tx, String name) {
        return tx.queryOne(DRAFT_NAMED, row -> spoken(row).flatMap(spoken -> Sound.of(row.bytes("draft"))
                .map(sound -> new DraftSound(spoken, sound))), name).flatMap(found -> found);
    }

    /** What was said and not kept yet, and of which sentence. */
    public record DraftSound(Spoken spoken, Sound sound) {}

    private byte[] index(String digits) {
        return keys.index().of("sitting code", digits);
    }

    private byte[] callIndex(String call) {
        return keys.index().of("sitting call", call);
    }

    private static Binding addressOf(UUID take) {
        return Binding.of("take", "address", take);
    }

    private static Optional<Sitting> read(Row row) {
        var draft = row.bytesIfAny("draft").flatMap(Sound::of)
                .map(sound -> new Sitting.Draft(row.text("draft_name"), sound)).orElse(null);
        return spoken(row).map(spoken -> new Sitting(row.id("id"), spoken, new MemberId(row.id("asked_by")), draft,
                row.flag("failed")));
    }

    /** Empty for a sentence that this version of the program no longer says. */
    private static Optional<Spoken> spoken(Row row) {
        var word = row.text("sentence");
        return Language.read(row.text("language")).flatMap(language -> Arrays.stream(Sentence.values())
                .filter(sentence -> sentence.word().equals(word)).findFirst().map(sentence -> new Spoken(sentence, language)));
    }
}
