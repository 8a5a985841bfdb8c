package gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A word that was checked is seen by nobody but whoever gives a reason, and nothing is shown by its id. */
@SuppressWarnings("NullAway.Init")
class SafeWordPageTest {

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @Test
    void a_word_that_was_checked_is_hidden_from_coordinators_too_until_one_says_why() {
        CONSOLE.enrols("Srey", TestConsole.REPORTER);
        CONSOLE.texts(TestConsole.REPORTER, "2 daun penh");
        CONSOLE.texts(TestConsole.REPORTER, "8 papaya");
        var path = "/alerts/" + CONSOLE.newestAlert();

        for (var who : new String[] {"Rosa", "Noon"}) {
            var page = Browserless.text(new Browserless(CONSOLE).as(who).get(path));
            assertTrue(page.contains("2 daun penh"), who);
            assertTrue(page.contains("8 ••••"), who);
            assertFalse(page.contains("papaya"), who);
        }
        var noon = new Browserless(CONSOLE).as("Noon");
        var revealed = noon.post(path + "/reveal", Map.of("reason", "she may be forced"));
        assertEquals(200, revealed.statusCode());
        assertTrue(Browserless.text(revealed).contains("8 papaya"));
        assertTrue(Browserless.text(noon.get(path)).contains("she may be forced"));
        assertFalse(Browserless.text(noon.get(path)).contains("papaya"));
    }

    @Test
    void a_first_safe_with_a_word_is_hidden_on_the_page_of_unread_reports_too() {
        CONSOLE.texts(TestConsole.REPORTER, "8 kambil");

        var page = Browserless.text(new Browserless(CONSOLE).as("Noon").get("/unread"));

        assertTrue(page.contains("8 ••••"));
        assertFalse(page.contains("kambil"));
    }

    @Test
    void what_the_pack_has_no_name_for_is_not_shown_by_its_id() {
        CONSOLE.texts(TestConsole.REPORTER, "2 daun penh");
        CONSOLE.database().tamper("UPDATE alert SET code = 'code_of_old', area = 'XX'");

        var page = Browserless.text(new Browserless(CONSOLE).as("Noon").get("/alerts/" + CONSOLE.newestAlert()));

        assertFalse(page.contains("code_of_old"));
        assertFalse(page.contains("XX"));
        assertTrue(page.contains("no longer in the pack"));
    }
}
