package gateway.voice;

import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.phone.Language;
import gateway.sealing.KeyRing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the recordings people made, each version of each, and which of them is in use. Their names are keyed hashes of what
 * they hold: nobody finds one without being told, and a carrier may keep it for ever.
 */
public final class Prompts {

    private static final String ADD = """
            INSERT INTO prompt (id, sentence, language, version, words, media_type, content, name, made_by, made_at)
            SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8, $9
              FROM prompt
             WHERE sentence = $2
               AND language = $3
            """;
    private static final String ALL = """
            SELECT sentence, language, version, words, name, made_by, made_at, changed_by, in_use_since
              FROM prompt
             ORDER BY sentence, language, version DESC
             LIMIT 1000
            """;
    private static final String IN_USE = """
            SELECT sentence, language, version, words, name, made_by, made_at, changed_by, in_use_since
              FROM prompt
             WHERE in_use_since IS NOT NULL
            """;
    private static final String CONTENT = """
            SELECT content
              FROM prompt
             WHERE name = $1
             LIMIT 1
            """;
    private static final String OTHERS_OUT = """
            UPDATE prompt
               SET in_use_since = NULL, changed_by = $3
             WHERE in_use_since IS NOT NULL
               AND sentence = $1
               AND language = $2
            """;
    private static final String IN = """
            UPDATE prompt
               SET in_use_since = $4, changed_by = $5
             WHERE sentence = $1
               AND language = $2
               AND version = $3
            """;

    private final KeyRing keys;
    private final RowIds ids;

    public Prompts(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** The name a sound is served under. */
    String nameOf(Sound sound) {
        try {
            var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sound.bytes()));
            return HexFormat.of().formatHex(keys.index().of("prompt", digest)) + "." + sound.kind().ending();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }

    /** Keeps a new version; it is not in use yet. */
    public void add(Transaction tx, Spoken spoken, String words, Sound sound, MemberId by) {
        tx.execute(ADD, ids.next(), spoken.sentence().word(), spoken.language().tag(), words, sound.kind().mediaType(),
                sound.bytes(), nameOf(sound), by.value(), tx.now());
    }

    /** Every version, the newest first. */
    public List<Prompt> all(Transaction tx) {
        return tx.query(ALL, Prompts::read).stream().flatMap(Optional::stream).toList();
    }

    /** Puts a version in use, and the one before out of use; says whether there is such a version. */
    public boolean putInUse(Transaction tx, Spoken spoken, int version, MemberId by) {
        if (all(tx).stream().noneMatch(prompt -> prompt.spoken().equals(spoken) && prompt.version() == version)) {
            return false;
        }
        takeOut(tx, spoken, by);
        tx.execute(IN, spoken.sentence().word(), spoken.language().tag(), version, tx.now(), by.value());
        tx.announce();
        return true;
    }

    public void takeOut(Transaction tx, Spoken spoken, MemberId by) {
        tx.execute(OTHERS_OUT, spoken.sentence().word(), spoken.language().tag(), by.value());
        tx.announce();
    }

    public Optional<byte[]> content(Transaction tx, String name) {
        return tx.queryOne(CONTENT, row -> row.bytes("content"), name);
    }

    Map<Spoken, Prompt> inUse(Transaction tx) {
        return tx.query(IN_USE, Prompts::read).stream().flatMap(Optional::stream)
                .collect(Collectors.toMap(Prompt::spoken, Function.identity()));
    }

    /** Empty for a sentence that this version of the program no longer says. */
    private static Optional<Prompt> read(Row row) {
        var word = row.text("sentence");
        var language = Language.read(row.text("language"));
        return Arrays.stream(Sentence.values()).filter(sentence -> sentence.word().equals(word)).findFirst()
                .flatMap(sentence -> language.map(known -> new Prompt(new Spoken(sentence, known), row.number("version"),
                        row.text("words"), row.text("name"), new MemberId(row.id("made_by")), row.moment("made_at"),
                        row.idIfAny("changed_by").map(MemberId::new).orElse(null),
                        row.momentIfAny("in_use_since").orElse(null))));
    }
}
