package gateway.escalation;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the phones of other organisations, their numbers sealed, and which of them was rung for an alert. */
public final class OutsideContacts {

    private static final String CONTACT = """
            SELECT id, name, number_sealed, language
              FROM outside_contact
            """;
    private static final String ALL = CONTACT + """
             WHERE retired_at IS NULL
             ORDER BY made_at, lower(name)
            """;
    private static final String OF_CALL = CONTACT + """
             WHERE id = (SELECT outside_contact_id FROM message WHERE id = $1)
            """;
    private static final String ID_OF = """
            SELECT id
              FROM outside_contact
             WHERE lower(name) = lower($1)
             ORDER BY retired_at IS NOT NULL
             LIMIT 1
            """;
    private static final String SAVE = """
            INSERT INTO outside_contact (id, name, number_sealed, language, made_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, number_sealed = excluded.number_sealed, language = excluded.language, retired_at = NULL
            """;
    private static final String RETIRE = """
            UPDATE outside_contact
               SET retired_at = $2
             WHERE id = $1
            """;
    private static final String RANG = """
            SELECT outside_contact_id, coalesce(left_at, not_before) AS rang_at
              FROM message
             WHERE alert_id = $1
               AND kind = 'call'
               AND outside_contact_id IS NOT NULL
               AND (left_at IS NOT NULL OR state IN ('waiting', 'sending'))
            """;
    private static final String HAS_HEARD = """
            SELECT EXISTS (SELECT FROM message
                            WHERE alert_id = $1
                              AND outside_contact_id = $2
                              AND settled_at > $3) AS heard
            """;
    private static final String IS_A_REPORTERS = """
            SELECT EXISTS (SELECT FROM contact_point
                            WHERE number_index = $1
                              AND (id = $2 OR presumed_seized)) AS reporters
            """;
    private static final String MARK = """
            UPDATE message
               SET talk = 'outside', outside_contact_id = $2
             WHERE id = $1
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("outside_contact", "id", "name");

    private final KeyRing keys;

    public OutsideContacts(KeyRing keys) {
        this.keys = keys;
    }

    /** In the order in which they were listed first. */
    public List<OutsideContact> all(Transaction tx) {
        return tx.querySound(NAMED, ALL, this::read);
    }

    /** The id that one of this name keeps, which was listed before, or which cannot be read. */
    public Optional<UUID> retired(Transaction tx, String name) {
        return tx.queryOne(ID_OF, row -> row.id("id"), name);
    }

    public void save(Transaction tx, OutsideContact contact) {
        tx.execute(SAVE, contact.id(), contact.name(), keys.house().seal(binding(contact.id()), contact.number().e164()),
                contact.language().tag(), tx.now());
    }

    public void retire(Transaction tx, UUID contact) {
        tx.execute(RETIRE, contact, tx.now());
    }

    /** When each was rung for an alert, and is about to be. */
    public Map<UUID, List<Instant>> rang(Transaction tx, UUID alert) {
        record Rang(UUID contact, Instant at) {}
        return tx.query(RANG, row -> new Rang(row.id("outside_contact_id"), row.moment("rang_at")), alert).stream()
                .collect(Collectors.groupingBy(Rang::contact, Collectors.mapping(Rang::at, Collectors.toUnmodifiableList())));
    }

    /** Whether somebody there has said since then that they will call. */
    public boolean hasHeard(Transaction tx, OutsideContact contact, UUID alert, Instant since) {
        return tx.queryOne(HAS_HEARD, row -> row.flag("heard"), alert, contact.id(), since).orElse(false);
    }

    /**
     * Whether an alert came from this very phone, or it is presumed seized.
     *
     * @param contactPoint the alert's
     */
    public boolean isAReporters(Transaction tx, OutsideContact contact, UUID contactPoint) {
        return tx.queryOne(IS_A_REPORTERS, row -> row.flag("reporters"), keys.index().ofNumber(contact.number().e164()), contactPoint)
                .orElse(false);
    }

    /** A call that was just made rings this phone. */
    public void mark(Transaction tx, UUID message, OutsideContact contact) {
        tx.write(MARK, message, contact.id());
    }

    /** Whose phone a call rings, also one that is no longer listed. */
    public Optional<OutsideContact> ofCall(Transaction tx, UUID message) {
        return tx.querySound(NAMED, OF_CALL, this::read, message).stream().findFirst();
    }

    private OutsideContact read(Row row) {
        var id = row.id("id");
        return new OutsideContact(id, row.text("name"), new PhoneNumber(keys.house().open(binding(id), row.bytes("number_sealed"))),
                Language.read(row.text("language")).orElse(Language.EN));
    }

    private static Binding binding(UUID id) {
        return Binding.of("outside_contact", "number", id);
    }
}
