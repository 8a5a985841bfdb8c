package gateway.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {

    static final Instant MIDDAY = Instant.parse("2026-07-31T05:00:00Z");
    static final PhoneNumber ROSAS = new PhoneNumber("+12025550111");
    static final PhoneNumber NOONS = new PhoneNumber("+12025550114");

    final TestDatabase database = new TestDatabase().reading(() -> MIDDAY);
    final Members members = new Members(database.keyRing());
    final Member rosa = member("Rosa", ROSAS, true, Set.of(Role.RESPONDER));
    final Member noon = member("Noon", NOONS, false, Set.of(Role.RESPONDER, Role.COORDINATOR));

    @BeforeEach
    void rosa_and_noon() {
        database.database().run(tx -> {
            members.save(tx, rosa);
            members.save(tx, noon);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_member_is_found_by_id_by_alias_in_any_letters_and_by_phone() {
        assertEquals(rosa, in(tx -> members.find(tx, rosa.id())).orElseThrow());
        assertEquals(rosa, in(tx -> members.byAlias(tx, "rOSA")).orElseThrow());
        assertEquals(rosa, in(tx -> members.byPhone(tx, ROSAS)).orElseThrow());
        assertEquals(List.of(noon, rosa), in(members::all));
        assertEquals(List.of(noon), in(members::coordinators));
        assertTrue(in(tx -> members.byPhone(tx, new PhoneNumber("+12025550199"))).isEmpty());
    }

    @Test
    void a_barred_phone_is_barred_whoever_has_it() {
        database.database().run(tx -> {
            members.bars().bar(tx, members.byPhone(tx, ROSAS).orElseThrow().id(), BarReason.LOST, "Noon", MIDDAY);
            members.bars().bar(tx, members.byPhone(tx, ROSAS).orElseThrow().id(), BarReason.LOST, "Noon", MIDDAY);
        });

        var found = in(tx -> members.byPhone(tx, ROSAS)).orElseThrow();
        assertEquals(Set.of(BarReason.LOST), found.barred());
        assertTrue(found.askablePhone().isEmpty());
        assertEquals(Set.of(), in(tx -> members.find(tx, noon.id())).orElseThrow().barred());
    }

    @Test
    void a_phone_that_the_carrier_takes_no_texts_for_is_known_since_the_first_refusal_until_that_ends() {
        assertTrue((boolean) in(tx -> members.bars().refuse(tx, ROSAS, MIDDAY)));
        assertFalse((boolean) in(tx -> members.bars().refuse(tx, ROSAS, MIDDAY.plusSeconds(60))));

        var refused = in(tx -> members.find(tx, rosa.id())).orElseThrow();
        assertEquals(MIDDAY, refused.refusedSince());
        assertEquals(ROSAS, refused.askablePhone().orElseThrow());
        assertTrue((boolean) in(tx -> members.bars().endRefusal(tx, rosa.id())));
        assertEquals(rosa, in(tx -> members.find(tx, rosa.id())).orElseThrow());
    }

    @Test
    void an_unverified_phone_is_never_asked() {
        assertTrue(in(tx -> members.find(tx, noon.id())).orElseThrow().askablePhone().isEmpty());
    }

    @Test
    void saving_a_member_again_keeps_her_password() {
        database.database().run(tx -> members.keepPasswordHash(tx, rosa.id(), "hash"));

        database.database().run(tx -> members.save(tx, rosa));

        assertEquals("hash", in(tx -> members.passwordHash(tx, rosa.id())).orElseThrow());
    }

    @Test
    void a_phone_has_one_member() {
        var other = member("Lina", ROSAS, true, Set.of());

        assertThrows(RuntimeException.class, () -> database.database().run(tx -> members.save(tx, other)));
    }

    @Test
    void a_sealed_number_moved_to_another_member_does_not_open_and_she_has_none() {
        database.tamper("UPDATE member SET phone_sealed = (SELECT phone_sealed FROM member WHERE alias = 'Rosa') "
                + "WHERE alias = 'Noon'");

        assertNull(in(tx -> members.find(tx, noon.id())).orElseThrow().phone());
        assertEquals(List.of("Noon", "Rosa"), in(members::all).stream().map(Member::alias).toList());
    }

    private Member member(String alias, PhoneNumber phone, boolean verified, Set<Role> roles) {
        return new Member(new MemberId(database.rowIds().next()), alias, phone, verified, Language.EN, roles, Set.of());
    }

    private <T> T in(Function<Transaction, T> work) {
        return database.database().inTransaction(work);
    }
}
