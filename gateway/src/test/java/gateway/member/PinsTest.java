package gateway.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.SlowWork;
import gateway.database.TestDatabase;
import gateway.phone.Language;
import gateway.sealing.QuickHash;
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
    final TestDatabase database = new TestDatabase().reading(() -> NOON_SHARP);

    private final Pins pins = new Pins(new Random(7), new SlowWork("test"));
    private Members members;

    @BeforeEach
    void rosa() {
        members = new Members(database.keyRing());
        database.database().run(tx -> members.save(tx, new Member(ROSA, "Rosa", null, false, Language.EN,
                Set.of(Role.RESPONDER), Set.of())));
    }

    private void keeps(String pin, String duress) {
        var hash = QuickHash.of(pin, new Random(7));
        database.database().run(tx -> pins.keep(tx, ROSA, hash, SlowHash.like(duress, hash), NOON_SHARP));
    }

    private boolean has() {
        return database.database().inTransaction(tx -> pins.has(tx, ROSA));
    }

    private Pins.Result check(String pressed, Instant at) {
        return settle(pins.compare(begin(at), pressed));
    }

    private Pins.Try begin(Instant at) {
        return database.database().inTransaction(tx -> pins.begin(tx, ROSA, at));
    }

    private Pins.Result settle(Pins.Try tried) {
        return database.database().inTransaction(tx -> pins.settle(tx, tried));
    }

    private int wrongTries() {
        return database.database().inTransaction(tx -> tx.queryOne("SELECT wrong_tries FROM pin", row -> row.number("wrong_tries")))
                .orElseThrow();
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
    void a_try_counts_from_before_it_is_looked_at_so_that_a_crash_in_between_gives_nothing_back() {
        keeps("4821", "9035");

        for (var i = 1; i < 5; i++) {
            begin(NOON_SHARP);
            assertEquals(i, wrongTries(), "the gateway dies before it has compared anything");
        }
        assertEquals(Pins.Result.BARRED_NOW, begin(NOON_SHARP).result());
        assertEquals(Pins.Result.BARRED, check("4821", NOON_SHARP));
    }

    @Test
    void tries_at_the_same_time_are_five_together_and_a_right_one_among_them_is_given_back() {
        keeps("4821", "9035");
        var begun = java.util.stream.IntStream.range(0, 7).mapToObj(_ -> begin(NOON_SHARP)).toList();

        assertEquals(5, begun.stream().filter(one -> one.kept() != null).count(), "only five are compared at all");
        assertEquals(Pins.Result.BARRED_NOW, settle(pins.compare(begun.get(4), "0004")));
        assertEquals(Pins.Result.BARRED, settle(pins.compare(begun.get(5), "4821")));
        assertEquals(Pins.Result.RIGHT, settle(pins.compare(begun.getFirst(), "4821")));
        assertEquals(0, wrongTries());
    }

    @Test
    void what_is_kept_anew_meanwhile_makes_the_old_one_wrong() {
        keeps("4821", "9035");
        var tried = pins.compare(begin(NOON_SHARP), "4821");
        var hash = QuickHash.of("7777", new Random(7));
        database.database().run(tx -> pins.keep(tx, ROSA, hash, SlowHash.like("8888", hash), NOON_SHARP.plusSeconds(1)));

        assertEquals(Pins.Result.WRONG, settle(tried));
    }

    @Test
    void in_a_call_to_us_nothing_is_counted_and_nobodys_pin_takes_the_same_way() {
        assertEquals(Pins.Result.WRONG, look("4821"));
        keeps("4821", "9035");

        for (var i = 0; i < 9; i++) {
            assertEquals(Pins.Result.WRONG, look("000" + i));
        }
        assertEquals(0, wrongTries());
        assertEquals(Pins.Result.DURESS, look("9035"));
        assertEquals(Pins.Result.RIGHT, look("4821"));
    }

    /** A busy machine may not compare in time, and then whoever pressed tries again. */
    private Pins.Result look(String pressed) {
        var result = Pins.Result.BUSY;
        for (var tries = 0; tries < 20 && result == Pins.Result.BUSY; tries++) {
            result = settle(pins.compare(database.database().inTransaction(tx -> pins.look(tx, ROSA)), pressed));
        }
        return result;
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
