package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.roster.Discipline;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes from a reporter's phone joins, and never closes, lowers or silences anything. */
class ReporterStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_later_text_joins_and_whoever_has_it_is_told_at_once_and_then_in_one_text_in_five_minutes() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var before = house.phoneOf("Rosa").received().size();

        house.reporter().texts("5 they want money");
        house.reporter().texts("they are shouting");
        house.reporter().texts("6");
        assertEquals(before + 1, house.phoneOf("Rosa").received().size());
        house.waits(ofMinutes(5).plusSeconds(1));

        assertEquals(before + 2, house.phoneOf("Rosa").received().size());
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
    }

    @Test
    void another_place_asks_afresh_where_nobody_has_it_and_the_dispatches_keep_the_first() {
        house.reporter().texts("1 daun penh");

        house.reporter().texts("1 toul kork");
        house.waits(ofMinutes(1));

        assertEquals(2, house.phoneOf("Rosa").dispatches().size());
        assertEquals("DP", house.phoneOf("Rosa").lastDispatch().area());
    }

    /** Whoever holds her phone cannot keep the later steps from being asked by writing again and again. */
    @Test
    void asking_afresh_again_and_again_never_keeps_the_next_step_from_being_asked() {
        house.reporter().texts("1 daun penh");
        for (var minute = 0; minute < 11; minute++) {
            house.waits(ofMinutes(1));
            house.reporter().texts(minute % 2 == 0 ? "1 toul kork" : "1 daun penh");
        }

        assertTrue(house.phoneOf("Amir").dispatches().size() > 0);
        assertTrue(house.phoneOf("Noon").dispatches().size() > 0);
    }

    @Test
    void a_grave_code_half_an_hour_after_the_last_asks_afresh_and_one_before_that_does_not() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.waits(ofMinutes(14));
        house.reporter().texts("1");
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        house.phoneOf("Rosa").texts("HERE " + house.phoneOf("Rosa").lastDispatch().code());

        house.waits(ofMinutes(15));
        house.phoneOf("Rosa").texts("HERE " + house.phoneOf("Rosa").lastDispatch().code());
        house.waits(ofMinutes(15));
        assertEquals(0, house.phoneOf("Amir").dispatches().size());
        house.reporter().texts("1");

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals(1, house.phoneOf("Amir").dispatches().size(), "beside her");
    }

    @Test
    void a_code_that_means_held_brings_legal_aid_in_later() {
        house.reporter().texts("1");
        house.phoneOf("Lina").receivedNothing();

        house.reporter().texts("2");

        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        assertTrue(house.theAlert().ladder(Discipline.LEGAL_AID).isPresent());
    }

    @Test
    void safe_from_the_reporters_phone_closes_nothing_and_with_no_alert_is_unclear() {
        house.reporter().texts("8");
        assertEquals("?", house.phoneOf("Rosa").lastDispatch().mark());
        house.phoneOf("Rosa").takes();

        house.reporter().texts("8");

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals("unclear", house.theAlert().alert().code());
    }

    /** Two thousand generated texts, in many scripts and with every word that could mean an end. */
    @Test
    void nothing_from_the_reporters_phone_lowers_an_alert() {
        house.reporter().texts("1 daun penh");
        house.phoneOf("Rosa").takes();
        var code = house.phoneOf("Rosa").lastDispatch().code();
        var random = new Random(20260302);
        var words = List.of("STOP", "END", "CANCEL", "8", "៨", "safe", "free", "TAKE " + code, "DONE " + code, "BACK " + code,
                "PASS " + code, "false alarm", "បញ្ឈប់", "សុវត្ថិភាព", "ok", "resolved", "９", "0", "\u202e8", "8\u0000", "",
                "HELP", "QUIT", "i am out", "<script>", "'; DROP TABLE alert;--", "👮", "នៅ", "ปลอดภัย", "안전", "آمن");
        for (var i = 0; i < 200; i++) {
            var text = words.get(random.nextInt(words.size()))
                    + (random.nextBoolean() ? " " + words.get(random.nextInt(words.size())) : "");
            house.reporter().textsOnly(text);
        }
        house.turn();

        var alert = house.theAlert();
        assertFalse(alert.state() == AlertState.RESOLVED);
        assertEquals("taken", code(alert.alert().code()));
        house.reporter().receivedNothing();
    }

    /** A graver code would be a rise, not a fall. */
    private static String code(String id) {
        return List.of("silent").contains(id) ? "taken" : id;
    }

    @Test
    void strangers_from_withheld_numbers_are_each_heard_and_never_joined() {
        assertEquals(200, house.carrier().text("anonymous", TestHouse.HOTLINE, "1").statusCode());
        assertEquals(200, house.carrier().text("anonymous", TestHouse.HOTLINE, "1").statusCode());
        house.turn();

        assertEquals(2, house.alerts().size());
        assertEquals(2, house.phoneOf("Rosa").everythingAsked().size());
    }

    @Test
    void a_text_to_a_number_no_hotline_has_opens_an_alert_and_the_coordinators_are_told() {
        assertEquals(200, house.carrier().text("+12025550151", "+12025550188", "1").statusCode());
        house.turn();

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertTrue(house.phoneOf("Noon").lastReceived().contains(house.theAlert().alert().number().toString()));
    }
}
