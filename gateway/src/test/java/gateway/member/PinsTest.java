package gateway.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.phone.Language;
import gateway.sealing.SlowHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PinsTest {

    private static final MemberId ROSA = new MemberId(new UUID(1, 1));
    private static final Instant NOON_SHARP = Instant.parse("2026-03-02T12:00:00Z");

    @RegisterExtension
    final TestDatabase database = new TestDatabase();

    private final Pins pins = new Pins(new Random(7));
    private Members members;

    @BeforeEach
    void rosa() {
        members = new Members(database.keyRing(), () -> NOON_SHARP);
        database.database().run(tx -> members.save(tx, new Member(ROSA, "Rosa", null, false, Language.EN,
                Set.of(Role.RESPONDER), Set.of())));
    }

    private void keeps(String pin, String duress) {
        var hash = SlowHash.of(pin, new Random(7));
        database.database().run(tx -> pins.keep(tx, ROSA, hash, SlowHash.like(duress, hash), NOON_SHARP));
    }

    private boolean has() {
        return database.database().inTransaction(tx -> pins.has(tx, ROSA));
    }

    private Pins.Result check(String pressed, Instant at) {
        return database.database().inTransaction(tx -> pins.check(tx, ROSA, pressed, at));
    }

    @Test
    void her_pin_the_one_for_duress_and_any_other_are_told_apart() {
        assertEquals(Pins.Result.NONE_KEPT, check("4821", NOON_SHARP));
        keeps("4821", "9035");

        assertEquals(Pins.Result.RIGHT, check("4821", NOON_SHARP));
        assertEquals(Pins.Result.DURESS, check("9035", NOON_SHARP));
        assertEquals(Pins.Result.WRONG, check("4822", NOON_SHARP));
        assertEquals(Pins.Result.WRONG, check("48210", NOON_SHARP));
    }

    @Test
    void without_one_for_duress_no_keys_are_it() {
        keeps("4821", pins.nobodysPin());

        assertEquals(Pins.Result.WRONG, check("9035", NOON_SHARP));
    }

    @Test
    void the_fifth_wrong_try_in_a_row_bars_it_for_an_hour_and_a_right_one_begins_the_count_anew() {
        keeps("4821", "9035");
        for (var i = 0; i < 4; i++) {
            assertEquals(Pins.Result.WRONG, check("000" + i, NOON_SHARP));
        }
        assertEquals(Pins.Result.RIGHT, check("4821", NOON_SHARP));
        for (var i = 0; i < 4; i++) {
            assertEquals(Pins.Result.WRONG, check("000" + i, NOON_SHARP));
        }

        assertEquals(Pins.Result.BARRED_NOW, check("0009", NOON_SHARP));
        assertEquals(Pins.Result.BARRED, check("4821", NOON_SHARP.plus(Duration.ofMinutes(59))));
        assertEquals(Pins.Result.RIGHT, check("4821", NOON_SHARP.plus(Duration.ofMinutes(60))));
    }

    @Test
    void whoever_has_left_has_no_pin_and_what_is_kept_is_no_pin() {
        keeps("4821", "9035");
        assertTrue(has());
        var kept = database.database().inTransaction(tx -> tx.queryOne("SELECT pin_hash || duress_hash AS kept FROM pin",
                row -> row.text("kept"))).orElseThrow();
        assertTrue(kept.startsWith("$argon2id$"), kept);

        database.database().run(tx -> members.retire(tx, ROSA));

        assertFalse(has());
        assertEquals(Pins.Result.NONE_KEPT, check("4821", NOON_SHARP));
    }
}
