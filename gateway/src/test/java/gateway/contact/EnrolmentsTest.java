package gateway.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.Enrolling.Form;
import gateway.contact.Enrolling.Result;
import gateway.database.RowIds;
import gateway.database.TestDatabase;
import gateway.messaging.Outbox;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@SuppressWarnings("NullAway.Init")
class EnrolmentsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:10:00Z");
    private static final UUID NOON = new UUID(5, 5);
    private static final PhoneNumber HERS = new PhoneNumber("+12025550160");
    private static final PhoneNumber OTHER = new PhoneNumber("+12025550161");
    private static final Card CARD = new Card("ARV at eight", "two", "her sister", true);

    @RegisterExtension
    final TestDatabase database = new TestDatabase().reading(() -> NOW);

    private ContactPoints contactPoints;
    private Enrolments enrolments;
    private Enrolling enrolling;

    @BeforeEach
    void build() {
        var ids = new RowIds(InstantSource.fixed(NOW), new Random(3));
        contactPoints = new ContactPoints(database.keyRing(), ids);
        enrolments = new Enrolments(database.keyRing(), ids);
        enrolling = new Enrolling(enrolments, contactPoints, new Outbox(database.keyRing()));
        database.tamper("INSERT INTO member (id, alias, language, roles, verified, made_at) "
                + "VALUES ('" + NOON + "', 'Noon', 'en', '{coordinator}', false, now())");
    }

    @Test
    void what_was_chosen_comes_back_as_it_was_and_stands_beside_her_phones() {
        var id = enrol(form("Srey", "lotus", Optional.of(CARD), HERS, OTHER));

        database.database().run(tx -> {
            var found = enrolments.find(tx, id).orElseThrow();
            assertEquals("Srey", found.alias());
            assertEquals("lotus", found.tag());
            assertEquals(WISHES, found.wishes());
            assertEquals(Set.of("contact_back", "media"), found.consents());
            assertTrue(found.keepsCard());
            assertFalse(found.keepsSafeWord());
            assertEquals(Optional.of(CARD), enrolments.card(tx, id));
            assertEquals(Optional.of(id), enrolments.byTag(tx, "lotus"));
            assertEquals(Optional.empty(), enrolments.byTag(tx, "lotos"));
            assertEquals(List.of(HERS.e164(), OTHER.e164()), contactPoints.of(tx, id).stream()
                    .map(phone -> contactPoints.sender(tx, phone.id()).orElseThrow()).sorted().toList());
            assertTrue(contactPoints.of(tx, id).stream().allMatch(phone -> phone.wishes().equals(Optional.of(WISHES))));
        });
    }

    @Test
    void a_phone_heard_before_is_bound_as_it_is_and_stays_seized() {
        var heard = database.database().inTransaction(tx -> {
            var phone = contactPoints.hear(tx, HERS.e164(), NOW);
            contactPoints.marks().setSeized(tx, phone.id(), true, NOW);
            contactPoints.marks().noteTag(tx, phone.id(), true);
            return phone;
        });

        var id = enrol(form("Srey", null, Optional.empty(), HERS));

        var bound = database.database().inTransaction(tx -> contactPoints.of(tx, id)).getFirst();
        assertEquals(heard.id(), bound.id());
        assertTrue(bound.presumedSeized());
        assertFalse(bound.borrowed(), "a person's own phone is not borrowed");
    }

    @Test
    void a_tag_names_one_person_and_a_phone_is_one_persons_own() {
        var srey = enrol(form("Srey", "lotus", Optional.empty(), HERS));
        var chan = enrol(form("Chan", "papaya", Optional.empty(), OTHER));

        assertInstanceOf(Result.TagTaken.class, tries(tx -> enrolling.enrol(tx, form("Mom", "lotus", Optional.empty()), NOON)));
        assertInstanceOf(Result.PhoneOfAnother.class,
                tries(tx -> enrolling.enrol(tx, form("Mom", null, Optional.empty(), HERS), NOON)));
        assertInstanceOf(Result.TagTaken.class,
                tries(tx -> enrolling.change(tx, chan, form("Chan", "lotus", Optional.empty()), Set.of())));
        assertInstanceOf(Result.Done.class,
                tries(tx -> enrolling.change(tx, srey, form("Srey", "lotus", Optional.empty()), Set.of())));
    }

    @Test
    void what_is_left_empty_at_a_change_is_kept_and_the_rest_is_changed() {
        var words = new SafeWords(new Random(1)).hash("mango", "");
        var id = enrol(new Form(chosen("Srey", "lotus"), List.of(HERS), Optional.of(words), Optional.of(CARD)));
        var phone = database.database().inTransaction(tx -> contactPoints.of(tx, id)).getFirst();
        var silent = new Wishes(ReplyMode.SILENT, Language.EN, false, false, false);

        database.database().run(tx -> enrolling.change(tx, id, new Form(
                new Enrolments.Chosen("Sok", silent, Set.of(), null), List.of(OTHER), Optional.empty(), Optional.empty()),
                Set.of(phone.id())));

        database.database().run(tx -> {
            var found = enrolments.find(tx, id).orElseThrow();
            assertEquals("Sok", found.alias());
            assertEquals(Optional.empty(), enrolments.byTag(tx, "lotus"));
            assertEquals(Optional.of(words), enrolments.safeWords(tx, id));
            assertEquals(Optional.of(CARD), enrolments.card(tx, id));
            assertEquals(List.of(OTHER.e164()), contactPoints.of(tx, id).stream()
                    .map(one -> contactPoints.sender(tx, one.id()).orElseThrow()).toList());
            assertEquals(silent, contactPoints.of(tx, id).getFirst().wishes().orElseThrow());
            assertEquals(Optional.empty(), contactPoints.find(tx, phone.id()), "no alert of hers: forgotten");
        });
    }

    @Test
    void withdrawing_destroys_the_key_and_forgets_phones_that_no_alert_keeps() {
        var id = enrol(form("Srey", "lotus", Optional.of(CARD), HERS, OTHER));
        var other = database.database().inTransaction(tx -> contactPoints.hear(tx, OTHER.e164(), NOW)).id();
        keepByAnAlert(other);

        assertEquals(true, database.database().inTransaction(tx -> enrolling.withdraw(tx, id)));

        assertEquals(false, database.database().inTransaction(tx -> enrolling.withdraw(tx, id)));
        database.database().run(tx -> {
            assertEquals(Optional.empty(), database.keyRing().find(tx, id.value()));
            assertEquals(Optional.empty(), enrolments.find(tx, id));
            assertEquals(Optional.empty(), enrolments.card(tx, id));
            assertEquals(Optional.empty(), enrolments.byTag(tx, "lotus"));
            assertEquals(1L, tx.queryOne("SELECT count(*) AS count FROM contact_point", row -> row.count("count")).orElseThrow());
            assertEquals(Optional.empty(), contactPoints.hear(tx, OTHER.e164(), NOW).enrolment());
        });
    }

    private static final Wishes WISHES = new Wishes(ReplyMode.PLAIN, Language.KM, true, true, true);

    /** An alert whose key lives came from this phone; and one whose key was erased, from another. */
    private void keepByAnAlert(ContactPointId phone) {
        var alert = new UUID(7, 7);
        database.database().run(tx -> database.keyRing().makeForAlert(tx, alert, NOW));
        database.tamper("INSERT INTO alert (id, number, contact_point_id, code, pack, opened_at, last_report_at, timeline_count, "
                + "timeline_head) SELECT x.id::uuid, x.number, x.phone, 'need', 'pack', now(), now(), 0, '' FROM (VALUES ('"
                + alert + "', '4731-1', '" + phone + "'::uuid), ('" + new UUID(7, 8)
                + "', '4732-2', (SELECT id FROM contact_point WHERE id <> '" + phone + "'))) AS x (id, number, phone)");
    }

    private EnrolmentId enrol(Form form) {
        return ((Result.Done) database.database().inTransaction(tx -> enrolling.enrol(tx, form, NOON))).id();
    }

    /** A refusal is not committed. */
    private Result tries(java.util.function.Function<gateway.database.Transaction, Result> act) {
        var result = new Result[1];
        try {
            database.database().run(tx -> {
                result[0] = act.apply(tx);
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException rolledBack) {
            return result[0];
        }
        throw new AssertionError();
    }

    private static Form form(String alias, @Nullable String tag, Optional<Card> card, PhoneNumber... phones) {
        return new Form(chosen(alias, tag), List.of(phones), Optional.empty(), card);
    }

    private static Enrolments.Chosen chosen(String alias, @Nullable String tag) {
        return new Enrolments.Chosen(alias, WISHES, Set.of("contact_back", "media"), tag);
    }
}
