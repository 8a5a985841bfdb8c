package gateway.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.phone.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberChoicesTest {

    static final MemberId ROSA = new MemberId(new UUID(1, 1));
    static final Choices ROSAS = new Choices(Quiet.AT_NIGHT, Duration.ofMinutes(3), Set.of("km", "vi"), Set.of("DP"),
            Set.of("prey-speu", "PC"), "Knocks twice");

    final TestDatabase database = new TestDatabase().reading(() -> Instant.parse("2026-07-31T05:00:00Z"));
    final Members members = new Members(database.keyRing());
    final MemberChoices choices = members.choices();

    @BeforeEach
    void rosa() {
        in(tx -> {
            members.save(tx, new Member(ROSA, "Rosa", null, false, Language.KM, Set.of(Role.RESPONDER), Set.of()));
            return tx;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_a_member_chose_is_kept_whole_and_nothing_of_it_can_be_read_in_the_table() {
        keep(ROSAS);

        assertEquals(ROSAS, in(tx -> choices.of(tx, ROSA)));
        var row = in(tx -> tx.queryOne("SELECT member_choices::text AS row FROM member_choices", found -> found.text("row")))
                .orElseThrow();
        for (var word : List.of("vi", "DP", "prey-speu", "PC", "Knocks")) {
            assertFalse(row.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "").contains(word), word + " in " + row);
            assertFalse(row.contains(hex(word)) && word.length() > 3, word);
        }
    }

    @Test
    void a_network_file_speaks_until_somebody_has_chosen_on_a_page() {
        assertFalse(fromFile(Set.of(), Set.of()));
        assertTrue(fromFile(Set.of("km"), Set.of("DP")));
        assertFalse(fromFile(Set.of("km"), Set.of("DP")), "again");
        assertEquals(Set.of("DP"), in(tx -> choices.of(tx, ROSA)).areas());

        keep(ROSAS);

        assertFalse(fromFile(Set.of("en"), Set.of("TK")));
        assertEquals(ROSAS, in(tx -> choices.of(tx, ROSA)));
    }

    @Test
    void who_has_left_has_chosen_nothing() {
        keep(ROSAS);
        in(tx -> {
            members.retire(tx, ROSA);
            return tx;
        });

        assertEquals(Choices.NONE, in(tx -> choices.of(tx, ROSA)));
    }

    private void keep(Choices chosen) {
        in(tx -> {
            choices.keep(tx, ROSA, chosen, ROSA);
            return tx;
        });
    }

    private boolean fromFile(Set<String> languages, Set<String> areas) {
        return in(tx -> choices.keepFromFile(tx, ROSA, languages, areas));
    }

    private static String hex(String word) {
        return java.util.HexFormat.of().formatHex(word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private <T> T in(Function<Transaction, T> work) {
        return database.database().inTransaction(work);
    }
}
