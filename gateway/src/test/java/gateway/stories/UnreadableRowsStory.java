package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.OpeningCard;
import gateway.contact.Card;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that are read only when somebody uses them: one that cannot be read stops nobody, and the board names it. */
class UnreadableRowsStory {

    private static final String BROKEN = "decode('00', 'hex')";
    private static final String HERS = "+12025550155";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> Night.withAmir(network).replace("- { ask: [Peers], wait: 5m }",
            "- { ask: [Peers, Backup], wait: 5m }")).withoutFolding();

    @BeforeEach
    void noConstraints() {
        house.testDatabase().tamper("""
                DO $$ DECLARE one record; BEGIN
                FOR one IN SELECT conrelid::regclass AS held, conname FROM pg_constraint
                            WHERE contype = 'c' AND connamespace = 'public'::regnamespace LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.held, one.conname);
                END LOOP; END $$""");
    }

    @Test
    void a_card_that_cannot_be_read_is_not_taken_for_no_card() {
        house.page().enrols(BorrowedPhoneStory.chosen("Srey", "lotus"), Optional.of(new Card("ARV at eight", "", "", true)), HERS);
        house.phone(HERS).texts("2");
        poisons("enrolment", "medicine_sealed", BROKEN, "true");

        assertInstanceOf(OpeningCard.Result.Unreadable.class, house.page().opensCard("Noon", "her medicine"));
        assertNamed("enrolment");
    }

    @Test
    void a_call_whose_kind_or_words_cannot_be_read_ends_and_the_next_call_is_as_ever() {
        isOverdue();
        poisons("message", "talk", "'astrologer'", "talk IS NOT NULL");

        assertEquals(FakeCall.State.OVER, noon().answers().state());
        assertNamed("message");

        house.testDatabase().tamper("UPDATE message SET talk = 'summons' WHERE talk IS NOT NULL");
        poisons("message", "recipient_sealed", BROKEN, "talk IS NOT NULL");
        assertEquals(FakeCall.State.OVER, noon().answers().state());
        house.waits(ofMinutes(2));

        assertEquals(2, noon().calls(), "a second call follows, as after any that was not heard");
        assertTrue(noon().answers().presses("5").heard().get(1).startsWith("Rosa is overdue."), "and is heard");
    }

    @Test
    void of_those_who_are_rung_for_a_call_one_whose_row_cannot_be_read_is_passed_over() {
        var call = house.reporter().rings().presses("0");
        var first = call.dialled();
        poisons("bridge", "state", "'astrologer'", "place = 0");

        first.isAnswered();

        assertNotEquals(FakeCall.State.JOINED, call.state());
        assertNamed("bridge");
        var again = house.phone("+12025550151").rings().presses("0");
        again.dialled().isAnswered().presses("1");
        assertEquals(FakeCall.State.JOINED, again.state(), "others are joined");
    }

    @Test
    void an_offered_shift_that_cannot_be_read_is_nobodys_and_she_stays_on() {
        house.turn();
        lina().texts("OFF");
        poisons("shift_offer", "state", "'astrologer'", "true");

        amir().texts("COVER " + code(amir()));

        assertNamed("shift_offer");
        house.comes("2026-03-02T20:01");
        assertTrue(house.onCall("Peers").contains("Lina"));
        house.reporter().texts("1");
        assertEquals(1, lina().dispatches().size());
    }

    @Test
    void codes_that_cannot_be_read_are_drawn_anew() {
        house.turn();
        poisons("promise", "code_sealed", BROKEN, "true");
        lina().texts("ON");
        assertNamed("promise");
        lina().saysOn();
        assertTrue(lina().lastReceived().startsWith("Noted: 02/03 20:00-08:00"), lina().lastReceived());

        lina().texts("OFF");
        var before = code(amir());
        poisons("offer_code", "code_sealed", BROKEN, "true");
        amir().texts("COVER " + before);

        assertNamed("offer_code");
        assertNotEquals(before, code(amir()));
        amir().texts("BACK " + code(amir()));
        assertEquals("02/03 20:00-08:00 is yours no longer. Thank you.", amir().lastReceived());
    }

    private void isOverdue() {
        house.reporter().texts("1");
        rosa().takes();
        rosa().texts("IN 10 " + rosa().lastDispatch().code());
        house.waits(ofMinutes(11));
        assertEquals(1, noon().calls());
    }

    private void poisons(String table, String column, String value, String where) {
        house.testDatabase().tamper("SET session_replication_role = replica; UPDATE %s SET %s = %s WHERE %s".formatted(
                table, column, value, where));
    }

    /** The board and the check command name it. */
    private void assertNamed(String table) {
        house.house().keepsLeftOut();
        var named = house.database(tx -> house.house().leftOut(tx)).stream().map(row -> row.table()).toList();
        assertTrue(named.contains(table), named.toString());
        assertTrue(house.house().findings().stream().anyMatch(line -> line.contains("row of " + table)), table);
    }

    private static String code(Phone phone) {
        return List.copyOf(phone.received()).reversed().stream().filter(words -> words.matches(".*(COVER|BACK) \\d{6}.*")).findFirst()
                .orElseThrow().replaceAll(".*(?:COVER|BACK) (\\d{6}).*", "$1");
    }

    private Phone lina() {
        return house.phoneOf("Lina");
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private Phone amir() {
        return house.phoneOf("Amir");
    }

    private Phone noon() {
        return house.phoneOf("Noon");
    }
}
