package gateway.contact;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the hotlines, their numbers sealed. A retired one is found only by its id: its alerts may still be open. */
public final class Hotlines {

    private static final String HOTLINE = """
            SELECT id, name, number_sealed, carrier_account_id, languages, answer, calls, policy_name, pack, time_zone
              FROM hotline
            """;
    private static final String FIND = HOTLINE + """
             WHERE id = $1
            """;
    private static final String FIND_BY_NUMBER = HOTLINE + """
             WHERE number_index = $1
               AND retired_at IS NULL
            """;
    private static final String ALL = HOTLINE + """
             WHERE retired_at IS NULL
             ORDER BY made_at, name
            """;
    private static final String ID_OF = """
            SELECT id
              FROM hotline
             WHERE name = $1
            """;
    private static final String SAVE = """
            INSERT INTO hotline (id, name, number_index, number_sealed, carrier_account_id, languages, answer,
                                 policy_name, pack, time_zone, made_at, calls)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, number_index = excluded.number_index,
                   number_sealed = excluded.number_sealed, carrier_account_id = excluded.carrier_account_id,
                   languages = excluded.languages, answer = excluded.answer, policy_name = excluded.policy_name,
                   pack = excluded.pack, time_zone = excluded.time_zone, calls = excluded.calls,
                   retired_at = NULL
            """;
    private static final String RELEASE_NUMBERS = """
            UPDATE hotline
               SET number_index = NULL
             WHERE id = ANY($1)
            """;
    private static final String RETIRE = """
            UPDATE hotline
               SET retired_at = $2
             WHERE id = $1
               AND retired_at IS NULL
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("hotline", "id", "name");

    private final KeyRing keys;

    public Hotlines(KeyRing keys) {
        this.keys = keys;
    }

    /** Even one of which something cannot be read: whose number it is stands in the index. */
    public Optional<Hotline> byNumber(Transaction tx, PhoneNumber number) {
        return askByNumber(tx, number).get();
    }

    /** The same, whose answer is waited for later. */
    public Supplier<Optional<Hotline>> askByNumber(Transaction tx, PhoneNumber number) {
        var asked = tx.ask(FIND_BY_NUMBER, row -> read(tx, row, tx.sound(NAMED, row, this::number).orElse(number)),
                keys.index().ofNumber(number.e164()));
        return () -> asked.get().stream().findFirst();
    }

    /** The hotline, even a retired one. */
    public Optional<Hotline> find(Transaction tx, HotlineId id) {
        return tx.querySound(NAMED, FIND, row -> read(tx, row, number(row)), id.value()).stream().findFirst();
    }

    /** The oldest first. */
    public List<Hotline> all(Transaction tx) {
        return tx.querySound(NAMED, ALL, row -> read(tx, row, number(row)));
    }

    /** The id that a retired hotline of this name keeps, or one that cannot be read, for its return. */
    public Optional<HotlineId> retired(Transaction tx, String name) {
        return tx.queryOne(ID_OF, row -> new HotlineId(row.id("id")), name);
    }

    /** Adds the hotline, or replaces what is kept of it; one that was retired is back. */
    public void save(Transaction tx, Hotline hotline) {
        var number = hotline.number().e164();
        tx.execute(SAVE, hotline.id().value(), hotline.name(), keys.index().ofNumber(number),
                keys.house().seal(numberOf(hotline.id().value()), number), hotline.carrierAccount(),
                hotline.languages().stream().map(Language::tag).toArray(String[]::new), hotline.answer().word(),
                hotline.policyName(), hotline.pack(), hotline.zone().getId(), tx.now(), hotline.calls().word());
    }

    /** Takes the numbers away from these hotlines, so that they can be given out anew within the transaction. */
    public void releaseNumbers(Transaction tx, Collection<HotlineId> hotlines) {
        if (!hotlines.isEmpty()) {
            tx.execute(RELEASE_NUMBERS, (Object) hotlines.stream().map(HotlineId::value).toArray(UUID[]::new));
        }
    }

    public void retire(Transaction tx, HotlineId id) {
        tx.execute(RETIRE, id.value(), tx.now());
    }

    /** In a zone that is not known, times are told in UTC: better than nobody being asked. */
    private static Hotline read(Transaction tx, Row row, PhoneNumber number) {
        return new Hotline(new HotlineId(row.id("id")), row.text("name"), number,
                row.id("carrier_account_id"),
                row.texts("languages").stream().flatMap(tag -> Language.read(tag).stream()).toList(),
                Answer.of(row.text("answer")), CallAnswer.of(row.text("calls")),
                row.text("policy_name"), row.text("pack"),
                tx.sound(NAMED, row, Hotlines::zone).orElse(ZoneOffset.UTC));
    }

    private PhoneNumber number(Row row) {
        return new PhoneNumber(keys.house().open(numberOf(row.id("id")), row.bytes("number_sealed")));
    }

    private static ZoneId zone(Row row) {
        return ZoneId.of(row.text("time_zone"));
    }

    private static Binding numberOf(UUID hotline) {
        return Binding.of("hotline", "number", hotline);
    }
}
