package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.member.BarReason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One row that cannot be read, in each table that loops read: whoever it is about is left out, and all others go on. */
class BadRowStory {

    private static final String AMIRS_NUMBER_IN_ROSAS_ROW = """
            UPDATE member
               SET phone_sealed = (SELECT phone_sealed FROM member WHERE alias = 'Amir')
             WHERE alias = 'Rosa'
            """;

    @RegisterExtension
    final TestHouse house = new TestHouse().withoutFolding();

    @Test
    void whose_number_cannot_be_opened_is_passed_over_and_the_next_is_asked_and_a_load_mends_it() {
        house.testDatabase().tamper(AMIRS_NUMBER_IN_ROSAS_ROW);

        house.reporter().texts("1");
        house.waits(ofMinutes(6));

        house.phoneOf("Amir").takes();
        assertEquals(house.member("Amir").id(), house.theAlert().ladders().getFirst().holder().orElseThrow());
        assertEquals(List.of("member Rosa"), faulty());
        assertTrue(house.testDatabase().faultyRows().count() > 0, "counted");
        assertTrue(house.house().findings().stream().anyMatch(line -> line.contains("member Rosa cannot be read")), "check says so");

        house.load(house.example());
        assertEquals(List.of(), faulty());
        house.phone("+12025550151").texts("1");
        assertEquals("1", house.phoneOf("Rosa").lastDispatch().mark());
    }

    @Test
    void a_phone_whose_number_cannot_be_opened_can_still_be_lost() {
        house.reporter().texts("1");
        house.testDatabase().tamper(AMIRS_NUMBER_IN_ROSAS_ROW);
        var rosa = house.member("Rosa");

        boolean lost = house.database(tx -> house.house().losingPhone(tx, rosa, BarReason.LOST, "coordinator"));

        assertTrue(lost);
        assertEquals(Set.of(BarReason.LOST), house.member("Rosa").barred());
    }

    @Test
    void a_coordinator_whose_number_cannot_be_opened_keeps_no_notice_from_anybody() {
        house.load(house.example().replace("roles: [coordinator", "roles: [coordinator, responder").replaceFirst(
                "(alias: Amir, .*roles: \\[)", "$1coordinator, "));
        house.testDatabase().tamper("UPDATE member SET phone_sealed = decode('00', 'hex') WHERE alias = 'Amir'");

        house.reporter().texts("3");
        house.waits(ofMinutes(8));

        assertTrue(!house.phoneOf("Noon").received().isEmpty(), "Noon is told");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE member_choices SET areas_sealed = decode('00', 'hex')",
        "UPDATE shift SET days = '{someday}' WHERE member_id = (SELECT id FROM member WHERE alias = 'Rosa')",
        "UPDATE roster SET time_zone = 'Asia/Nowhere' WHERE name = 'Peers'",
        "UPDATE member SET roles = '{astronaut}' WHERE alias = 'Rosa'",
        "UPDATE hotline SET time_zone = 'Asia/Nowhere'"})
    void somebody_is_asked_whatever_row_of_the_network_is_bad(String damage) {
        house.testDatabase().tamper("INSERT INTO member_choices SELECT id, 'never', NULL, '', '', '', '', NULL, made_at FROM member"
                + " WHERE alias = 'Rosa' ON CONFLICT DO NOTHING");
        house.testDatabase().tamper(damage);

        house.reporter().texts("1");
        house.waits(ofMinutes(10));

        var asked = List.of("Rosa", "Amir", "Noon").stream().filter(alias -> !house.phoneOf(alias).dispatches().isEmpty()
                || house.phoneOf(alias).calls() > 0).toList();
        assertTrue(!asked.isEmpty(), "somebody is asked");
        assertTrue(!faulty().isEmpty(), "the row is found");
        assertTrue(house.house().failing().isEmpty(), "no turn fails");
    }

    @Test
    void a_roster_in_an_unknown_zone_keeps_no_other_roster_from_its_words() {
        house.testDatabase().tamper("UPDATE roster SET time_zone = 'Asia/Nowhere' WHERE name = 'Legal aid'");

        house.reporter().texts("1");

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(List.of("Rosa"), house.onCall("Peers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE wrapped_key SET wrapped = decode('00', 'hex') WHERE kind = 'alert'",
        "SET session_replication_role = replica; UPDATE ladder SET policy_id = '00000000-0000-0000-0000-000000000009'"})
    void an_alert_whose_turns_fail_is_an_alarm_after_three_and_the_next_alert_is_asked_for(String damage) {
        house.reporter().textsOnly("1");
        house.testDatabase().tamper(damage);
        house.phone("+12025550151").texts("2 daun penh");

        assertEquals("2", house.phoneOf("Rosa").lastDispatch().mark());
        assertEquals(List.of(), house.house().failing());
        house.waits(ofMinutes(3));

        var failing = house.house().failing();
        assertEquals(1, failing.size());
        assertEquals(1, house.phoneOf("Noon").received().stream()
                .filter(words -> words.contains(failing.getFirst()) && words.contains("asking fails")).count(), "told once");
        house.waits(ofMinutes(10));
        assertEquals(1, house.phoneOf("Noon").received().stream().filter(words -> words.contains("asking fails")).count());
    }

    @Test
    void a_dispatch_whose_code_cannot_be_opened_stops_neither_its_alert_nor_what_else_she_is_asked() {
        house.reporter().textsOnly("1");
        house.climbs();
        house.testDatabase().tamper("UPDATE dispatch SET code_sealed = decode('00', 'hex')");
        house.phone("+12025550151").texts("2 daun penh");

        assertEquals("2", house.phoneOf("Rosa").lastDispatch().mark());
        house.waits(ofMinutes(6));
        assertTrue(house.phoneOf("Amir").everythingAsked().stream().map(Phone.Asked::mark).toList().containsAll(List.of("1", "2")));
    }

    @Test
    void a_notice_that_cannot_be_opened_keeps_no_other_from_being_told() {
        house.reporter().textsOnly("hmm");
        house.testDatabase().tamper("""
                INSERT INTO notice (id, member_id, purpose, phrase, values_sealed, made_at)
                SELECT 'cccccccc-0000-7000-8000-000000000001', id, 'notice', 'notice.unread', '', '2026-03-02T07:00:00Z'
                  FROM member WHERE alias = 'Noon'
                """);

        house.waits(ofMinutes(20));

        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("unread")),
                () -> house.phoneOf("Noon").received().toString());
    }

    @Test
    void a_message_that_cannot_be_opened_keeps_no_other_from_being_sent() {
        house.reporter().textsOnly("1");
        house.climbs();
        house.heralds(1);
        house.testDatabase().tamper("UPDATE message SET words_sealed = decode('00', 'hex')");

        house.phone("+12025550151").texts("2 daun penh");
        house.waits(ofMinutes(6));

        assertEquals(2, house.alerts().size());
        assertTrue(house.alerts().stream().allMatch(alert -> alert.state() == AlertState.OPEN));
        assertTrue(house.phoneOf("Amir").everythingAsked().stream().map(Phone.Asked::mark).toList().containsAll(List.of("1", "2")));
    }

    private List<String> faulty() {
        return house.database(tx -> house.house().faultyRows(tx)).stream().map(row -> row.table() + " " + row.name()).toList();
    }
}
