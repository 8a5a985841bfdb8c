package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong while a text is understood, a human hears of it. */
class FailOpenStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_text_whose_understanding_fails_still_opens_an_alert_for_a_human() {
        house.reporter().texts("1");
        house.testDatabase().tamper("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''a bug''; END';
                CREATE TRIGGER joining_is_broken BEFORE UPDATE OF code ON alert FOR EACH ROW EXECUTE FUNCTION fail()
                """);

        house.reporter().texts("2 they moved me");

        assertEquals(2, house.alerts().size());
        assertEquals(Set.of("taken", "unclear"), house.alerts().stream().map(one -> one.alert().code()).collect(Collectors.toSet()));
        house.waits(java.time.Duration.ofMinutes(1));
        assertEquals(2, house.phoneOf("Rosa").dispatches().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\ud83d\ude2d\ud83d\ude2d", "\ud800", "\u202e1\u202c", "'; DROP TABLE alert; --",
        "<script>alert(1)</script>", "</Say><Dial>+12025550199</Dial>", "${7*7}{{7*7}}", "=1+1", "ជួយផង", "AAAAAAAAAAAAAAAAAAAA"})
    void odd_words_are_kept_as_they_came_and_a_human_is_asked(String words) {
        house.reporter().texts(words);

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(words.replace('\ud800', '?'), house.wordsOf(house.theAlert()).getFirst()
                .replace('\ufffd', '?'));
    }

    @Test
    void sixteen_hundred_letters_are_kept_whole() {
        var words = "1 " + "ក".repeat(1_598);

        house.reporter().texts(words);

        assertEquals(words, house.wordsOf(house.theAlert()).getFirst());
        assertEquals("1", house.phoneOf("Rosa").lastDispatch().mark());
    }

    @Test
    void an_alert_that_cannot_be_attended_to_waits_alone_and_the_others_go_on() {
        house.reporter().texts("1");
        var broken = house.theAlert();
        house.testDatabase().tamper("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''a bug''; END';
                CREATE TRIGGER one_alert_is_broken BEFORE INSERT ON timeline_entry FOR EACH ROW
                    WHEN (NEW.alert_id = '%s') EXECUTE FUNCTION fail()
                """.formatted(broken.alert().id()));
        house.phone("+12025550151").texts("1");
        house.waits(java.time.Duration.ofMinutes(6));

        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        house.testDatabase().tamper("DROP TRIGGER one_alert_is_broken ON timeline_entry");
        house.waits(java.time.Duration.ofMinutes(1));
        assertEquals(2, house.phoneOf("Amir").dispatches().size());
        assertTrue(house.alerts().stream().allMatch(alert -> alert.state() == AlertState.OPEN));
    }
}
