package gateway.member;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps the members, their numbers sealed. Whoever is retired is found only by id, and then without roles and with a phone
 * that is not verified, so that nobody can be asked, or sign in, who has left.
 */
public final class Members {

    private static final String MEMBER = """
            SELECT member.id, member.alias, member.phone_sealed, member.verified, member.verified_at, member.language, member.roles,
                   ARRAY(SELECT reason
                           FROM barred_phone
                          WHERE barred_phone.number_index = member.phone_index) AS barred,
                   (SELECT since
                      FROM refused_phone
                     WHERE refused_phone.number_index = member.phone_index) AS refused_since
              FROM member
            """;
    private static final String FIND = MEMBER + """
             WHERE member.id = $1
            """;
    private static final String FIND_BY_ALIAS = MEMBER + """
             WHERE lower(member.alias) = lower($1)
               AND member.retired_at IS NULL
            """;
    private static final String FIND_BY_PHONE = MEMBER + """
             WHERE member.phone_index = $1
               AND member.retired_at IS NULL
            """;
    private static final String ID_BY_PHONE = """
            SELECT id
              FROM member
             WHERE phone_index = $1
               AND retired_at IS NULL
            """;
    private static final String OF_CONTACT_POINT = """
            SELECT member.id
              FROM member
              JOIN contact_point ON contact_point.number_index = member.phone_index
             WHERE contact_point.id = $1
               AND member.retired_at IS NULL
            """;
    private static final String ALL = MEMBER + """
             WHERE member.retired_at IS NULL
             ORDER BY lower(member.alias)
            """;
    private static final String COORDINATORS = MEMBER + """
             WHERE member.retired_at IS NULL
               AND 'coordinator' = ANY(member.roles)
             ORDER BY lower(member.alias)
            """;
    private static final String RETIRED_ID = """
            SELECT id
              FROM member
             WHERE lower(alias) = lower($1)
               AND retired_at IS NOT NULL
            """;
    /** What she proved by a code no file takes back, while her phone is the same. */
    private static final String SAVE = """
            INSERT INTO member (id, alias, phone_index, phone_sealed, verified, language, roles, made_at, verified_at, verified_by)
            VALUES ($1, $2, $3, $4, $5::boolean, $6, $7, $8::timestamptz, CASE WHEN $5::boolean THEN $8::timestamptz END,
                    CASE WHEN $5::boolean THEN 'loader' END)
            ON CONFLICT (id) DO UPDATE
               SET alias = excluded.alias, phone_index = excluded.phone_index, phone_sealed = excluded.phone_sealed,
                   verified = excluded.verified OR member.verified AND member.verified_by = 'code'
                              AND member.phone_index = excluded.phone_index,
                   verified_at = CASE WHEN member.verified AND member.phone_index = excluded.phone_index
                                      THEN member.verified_at ELSE excluded.verified_at END,
                   verified_by = CASE WHEN member.verified AND member.phone_index = excluded.phone_index
                                      THEN member.verified_by ELSE excluded.verified_by END,
                   told_of_verification = CASE WHEN member.verified AND member.phone_index = excluded.phone_index
                                               THEN member.told_of_verification ELSE 0 END,
                   language = excluded.language, roles = excluded.roles,
                   retired_at = NULL
            """;
    private static final String RELEASE_PHONES = """
            UPDATE member
               SET phone_index = NULL, phone_sealed = NULL, verified = false
             WHERE id = ANY($1)
            """;
    private static final String RETIRE = """
            UPDATE member
               SET retired_at = $2, verified = false, roles = '{}', password_hash = NULL
             WHERE id = $1
               AND retired_at IS NULL
            """;
    private static final String FIND_PASSWORD_HASH = """
            SELECT password_hash
              FROM member
             WHERE id = $1
               AND retired_at IS NULL
            """;
    private static final String KEEP_PASSWORD_HASH = """
            UPDATE member
               SET password_hash = $2
             WHERE id = $1
               AND retired_at IS NULL
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("member", "id", "alias");

    private final KeyRing keys;
    private final Verifications verifications;
    private final MemberChoices choices;
    private final PhoneBars bars;

    public Members(KeyRing keys) {
        this.keys = keys;
        this.verifications = new Verifications(keys);
        this.choices = new MemberChoices(keys);
        this.bars = new PhoneBars(keys);
    }

    /** Which phones are proven to be theirs, and until when. */
    public Verifications verifications() {
        return verifications;
    }

    /** How they chose to be asked. */
    public MemberChoices choices() {
        return choices;
    }

    /** Which phones are not to be asked. */
    public PhoneBars bars() {
        return bars;
    }

    /** The member, even one who is retired. */
    public Optional<Member> find(Transaction tx, MemberId id) {
        return tx.queryOne(FIND, row -> read(tx, row), id.value());
    }

    /** Large and small letters do not matter. */
    public Optional<Member> byAlias(Transaction tx, String alias) {
        return tx.queryOne(FIND_BY_ALIAS, row -> read(tx, row), alias);
    }

    /** Whose phone this is, barred or not. */
    public Optional<Member> byPhone(Transaction tx, PhoneNumber phone) {
        return askByPhone(tx, phone).get();
    }

    /** The same, whose answer is waited for later. */
    public Supplier<Optional<Member>> askByPhone(Transaction tx, PhoneNumber phone) {
        var asked = tx.ask(FIND_BY_PHONE, row -> read(tx, row), indexOf(phone));
        return () -> asked.get().stream().findFirst();
    }

    /** Whose phone it is, even if what is sealed of her cannot be opened. */
    public Optional<MemberId> idByPhone(Transaction tx, PhoneNumber phone) {
        return tx.queryOne(ID_BY_PHONE, row -> new MemberId(row.id("id")), indexOf(phone));
    }

    /** Whose phone a contact point is; the answer is waited for later. */
    public Supplier<Optional<MemberId>> ofContactPoint(Transaction tx, UUID contactPoint) {
        var asked = tx.ask(OF_CONTACT_POINT, row -> new MemberId(row.id("id")), contactPoint);
        return () -> asked.get().stream().findFirst();
    }

    public List<Member> all(Transaction tx) {
        return tx.query(ALL, row -> read(tx, row));
    }

    public List<Member> coordinators(Transaction tx) {
        return tx.query(COORDINATORS, row -> read(tx, row));
    }

    /** The id that a retired member of this alias keeps, for her return. */
    public Optional<MemberId> retired(Transaction tx, String alias) {
        return tx.queryOne(RETIRED_ID, row -> new MemberId(row.id("id")), alias);
    }

    /** Adds the member, or replaces what is kept of her; one who was retired is back. Her bars stay what they are. */
    public void save(Transaction tx, Member member) {
        var phone = Optional.ofNullable(member.phone());
        tx.execute(SAVE, member.id().value(), member.alias(),
                phone.map(this::indexOf).orElse(null),
                phone.map(number -> keys.house().seal(phoneOf(member.id().value()), number.e164())).orElse(null),
                member.verified(), member.language().tag(),
                member.roles().stream().map(Role::word).sorted().toArray(String[]::new), tx.now());
    }

    /** Takes the numbers away from these members, so that they can be given out anew within the transaction. */
    public void releasePhones(Transaction tx, Collection<MemberId> members) {
        if (!members.isEmpty()) {
            tx.execute(RELEASE_PHONES, (Object) members.stream().map(MemberId::value).toArray(UUID[]::new));
        }
    }

    /** She has left: her number is free for somebody else, her roles, her password and what she chose are gone. */
    public void retire(Transaction tx, MemberId id) {
        tx.execute(RETIRE, id.value(), tx.now());
        choices.forget(tx, id);
    }

    /** The slow hash of her password; empty while she has none. */
    public Optional<String> passwordHash(Transaction tx, MemberId id) {
        return tx.queryOne(FIND_PASSWORD_HASH, row -> row.textIfAny("password_hash"), id.value())
                .flatMap(hash -> hash);
    }

    public void keepPasswordHash(Transaction tx, MemberId id, String hash) {
        tx.execute(KEEP_PASSWORD_HASH, id.value(), hash);
    }

    /** Whose number cannot be opened has none until it is loaded again: she is not asked, and all others are. */
    private Member read(Transaction tx, Row row) {
        var id = row.id("id");
        var phone = row.bytesIfAny("phone_sealed")
                .flatMap(sealed -> tx.sound(NAMED, row, _ -> new PhoneNumber(keys.house().open(phoneOf(id), sealed))));
        return new Member(new MemberId(id), row.text("alias"), phone.orElse(null), row.flag("verified"),
                Language.read(row.text("language")).orElse(Language.EN),
                tx.sound(NAMED, row, all -> all.texts("roles").stream().map(Role::of).collect(toUnmodifiableSet())).orElse(Set.of()),
                row.texts("barred").stream().map(BarReason::of).collect(toUnmodifiableSet()),
                row.momentIfAny("verified_at").filter(at -> !at.plus(Verifications.VALID).isAfter(tx.now())).isPresent(),
                row.momentIfAny("refused_since").orElse(null));
    }

    private byte[] indexOf(PhoneNumber phone) {
        return keys.index().ofNumber(phone.e164());
    }

    private static Binding phoneOf(UUID member) {
        return Binding.of("member", "phone", member);
    }
}
