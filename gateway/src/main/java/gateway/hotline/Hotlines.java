package gateway.hotline;

import gateway.database.Row;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the hotlines, their numbers sealed. A retired one is found only by its id: its alerts may still be open. */
public final class Hotlines {

    private static final String HOTLINE = """
            SELECT id, name, number_sealed, carrier_account_id, languages, answer, calls, record_line_sealed,
                   policy_name, pack, time_zone
              FROM hotline
            """;
    private static final String FIND = HOTLINE + """
             WHERE id = $1
            """;
    private static final String FIND_BY_NUMBER = HOTLINE + """
             WHERE number_index = $1
               AND retired_at IS NULL
            """;
    private static final String FIND_BY_RECORD_LINE = HOTLINE + """
             WHERE record_line_index = $1
               AND retired_at IS NULL
            """;
    private static final String ALL = HOTLINE + """
             WHERE retired_at IS NULL
             ORDER BY made_at, name
            """;
    private static final String RETIRED_ID = """
            SELECT id
              FROM hotline
             WHERE name = $1
               AND retired_at IS NOT NULL
            """;
    private static final String SAVE = """
            INSERT INTO hotline (id, name, number_index, number_sealed, carrier_account_id, languages, answer,
                                 policy_name, pack, time_zone, made_at, calls, record_line_index, record_line_sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, number_index = excluded.number_index,
                   number_sealed = excluded.number_sealed, carrier_account_id = excluded.carrier_account_id,
                   languages = excluded.languages, answer = excluded.answer, policy_name = excluded.policy_name,
                   pack = excluded.pack, time_zone = excluded.time_zone, calls = excluded.calls,
                   record_line_index = excluded.record_line_index, record_line_sealed = excluded.record_line_sealed,
                   retired_at = NULL
            """;
    private static final String RELEASE_NUMBERS = """
            UPDATE hotline
               SET number_index = NULL, record_line_index = NULL
             WHERE id = ANY($1)
            """;
    private static final String RETIRE = """
            UPDATE hotline
               SET retired_at = $2
             WHERE id = $1
               AND retired_at IS NULL
            """;

    private final KeyRing keys;
    private final InstantSource clock;

    public Hotlines(KeyRing keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public Optional<Hotline> byNumber(Transaction tx, PhoneNumber number) {
        return tx.queryOne(FIND_BY_NUMBER, this::read, keys.index().ofNumber(number.e164()));
    }

    /** The hotline whose prompts are recorded by ringing this number. */
    public Optional<Hotline> byRecordLine(Transaction tx, PhoneNumber number) {
        return tx.queryOne(FIND_BY_RECORD_LINE, this::read, keys.index().ofNumber(number.e164()));
    }

    /** The hotline, even a retired one. */
    public Optional<Hotline> find(Transaction tx, HotlineId id) {
        return tx.queryOne(FIND, this::read, id.value());
    }

    /** The oldest first. */
    public List<Hotline> all(Transaction tx) {
        return tx.query(ALL, this::read);
    }

    /** The id that a retired hotline of this name keeps, for its return. */
    public Optional<HotlineId> retired(Transaction tx, String name) {
        return tx.queryOne(RETIRED_ID, row -> new HotlineId(row.id("id")), name);
    }

    /** Adds the hotline, or replaces what is kept of it; one that was retired is back. */
    public void save(Transaction tx, Hotline hotline) {
        var number = hotline.number().e164();
        var recordLine = Optional.ofNullable(hotline.recordLine()).map(PhoneNumber::e164);
        tx.execute(SAVE, hotline.id().value(), hotline.name(), keys.index().ofNumber(number),
                keys.house().seal(numberOf(hotline.id().value()), number), hotline.carrierAccount(),
                hotline.languages().stream().map(Language::tag).toArray(String[]::new), hotline.answer().word(),
                hotline.policyName(), hotline.pack(), hotline.zone().getId(), clock.instant(), hotline.calls().word(),
                recordLine.map(keys.index()::ofNumber).orElse(null),
                recordLine.map(line -> keys.house().seal(recordLineOf(hotline.id().value()), line)).orElse(null));
    }

    /** Takes the numbers away from these hotlines, so that they can be given out anew within the transaction. */
    public void releaseNumbers(Transaction tx, Collection<HotlineId> hotlines) {
        if (!hotlines.isEmpty()) {
            tx.execute(RELEASE_NUMBERS, (Object) hotlines.stream().map(HotlineId::value).toArray(UUID[]::new));
        }
    }

    public void retire(Transaction tx, HotlineId id) {
        tx.execute(RETIRE, id.value(), clock.instant());
    }

    private Hotline read(Row row) {
        var id = row.id("id");
        return new Hotline(new HotlineId(id), row.text("name"),
                new PhoneNumber(keys.house().open(numberOf(id), row.bytes("number_sealed"))),
                row.id("carrier_account_id"),
                row.texts("languages").stream().flatMap(tag -> Language.read(tag).stream()).toList(),
                Answer.of(row.text("answer")), CallAnswer.of(row.text("calls")),
                row.bytesIfAny("record_line_sealed").map(sealed -> new PhoneNumber(keys.house().open(recordLineOf(id), sealed)))
                        .orElse(null),
                row.text("policy_name"), row.text("pack"),
                ZoneId.of(row.text("time_zone")));
    }

    private static Binding recordLineOf(UUID hotline) {
        return Binding.of("hotline", "record_line", hotline);
    }

    private static Binding numberOf(UUID hotline) {
        return Binding.of("hotline", "number", hotline);
    }
}
