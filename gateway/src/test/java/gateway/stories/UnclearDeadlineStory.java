package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.roster.Discipline;
import gateway.unread.Coding;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was not understood is asked of peers at once, and must be read by a human in time. */
class UnclearDeadlineStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void peers_are_asked_at_once_and_after_ten_minutes_unread_it_climbs_and_the_coordinators_are_told_once() {
        house.reporter().texts("what shall i do");
        assertEquals("?", house.phoneOf("Rosa").lastDispatch().mark());
        house.waits(ofMinutes(9));
        assertEquals(0, told());
        var steps = steps();

        house.waits(ofMinutes(1));
        assertEquals(steps + 2, steps(), "the step whose own moment it is, and the next at once");
        assertEquals(1, told());
        house.waits(ofMinutes(25));

        assertEquals(1, told());
        assertEquals(3, house.kinds(house.theAlert()).stream().filter("left_unread"::equals).count());
    }

    @Test
    void a_mild_digit_beside_words_that_nobody_knows_is_read_by_a_human_in_time() {
        house.reporter().texts("6 zxqwv");
        assertEquals("6", house.phoneOf("Rosa").lastDispatch().mark());

        house.waits(ofMinutes(10));

        assertEquals(1, told());
        assertTrue(house.kinds(house.theAlert()).contains("left_unread"));
    }

    @Test
    void whoever_has_it_keeps_it_while_a_text_is_unread() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.reporter().texts("what shall i do");

        house.waits(ofMinutes(11));

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals(1, told());
    }

    @Test
    void coding_it_stops_the_deadline_and_what_is_graver_asks_afresh_as_if_it_had_come_so() {
        house.reporter().texts("what shall i do now");
        house.phoneOf("Rosa").takes();

        assertEquals(Coding.Result.CODED, code("police"));

        var alert = house.theAlert();
        assertEquals("police", alert.alert().code());
        assertTrue(alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        assertTrue(alert.ladder(Discipline.LEGAL_AID).isPresent());
        assertTrue(seized());
        house.waits(ofMinutes(60));
        assertEquals(0, told());
        house.reporter().receivedNothing();
    }

    @Test
    void a_human_may_say_that_it_is_less_than_it_looked_and_nobody_is_asked_anew() {
        house.reporter().texts("hello");
        house.phoneOf("Rosa").takes();
        var before = house.phoneOf("Rosa").dispatches().size();

        assertEquals(Coding.Result.CODED, code("callme"));

        assertEquals("callme", house.theAlert().alert().code());
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals(before, house.phoneOf("Rosa").dispatches().size());
    }

    @Test
    void the_gravest_of_all_reports_stays() {
        house.reporter().texts("1");
        house.reporter().texts("hello");

        assertEquals(Coding.Result.CODED, code("callme"));

        assertEquals("taken", house.theAlert().alert().code());
    }

    @Test
    void a_report_is_read_once_and_only_as_a_code_one_could_text() {
        house.reporter().texts("hello");
        var report = unread().getFirst();

        assertEquals(Coding.Result.NO_CODE, code(report, "unclear"));
        assertEquals(Coding.Result.NO_CODE, code(report, "no such"));
        assertEquals(Coding.Result.CODED, code(report, "money"));
        assertEquals(Coding.Result.READ_ALREADY, code(report, "need"));
        assertEquals("money", house.theAlert().alert().code());
    }

    @Test
    void what_is_unread_sleeps_while_its_alert_is_resolved() {
        house.reporter().texts("hello");
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("false_alarm"), ""));
        house.waits(ofMinutes(30));
        assertEquals(0, told());

        house.page().does("Noon", (tx, alert, noon) -> house.house().reopen(tx, alert, noon.id(), "it was one"));

        assertEquals(1, told());
        assertEquals(1, unread().size());
    }

    @Test
    void safe_with_no_alert_it_could_be_about_is_unread_with_safe_as_the_guess() {
        house.reporter().texts("8");

        assertEquals("safe", house.database(tx -> house.house().unread(tx, house.theAlert())).getFirst().guess().code());
    }

    private Coding.Result code(String code) {
        return code(unread().getFirst(), code);
    }

    private Coding.Result code(UUID report, String code) {
        var alert = house.theAlert();
        var result = house.database(tx -> house.house().code(tx, alert, report, code, house.member("Noon").id()));
        house.turn();
        return result;
    }

    private List<UUID> unread() {
        return house.database(tx -> house.house().unread(tx, house.theAlert())).stream().map(one -> one.report()).toList();
    }

    private boolean seized() {
        return house.database(tx -> tx.queryOne("SELECT presumed_seized FROM contact_point",
                row -> row.flag("presumed_seized"))).orElseThrow();
    }

    private long told() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.contains("unread")).count();
    }

    private long steps() {
        return house.kinds(house.theAlert()).stream().filter("step_asked"::equals).count();
    }
}
