package gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stops somebody from being asked stands on the coordinators' board, for as long as it is so. */
class BoardFaultsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private TestConsole console;

    @BeforeEach
    void open() {
        console = new TestConsole(DATABASE, Path.of("config/network.example.yaml"));
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void a_row_that_cannot_be_read_stands_there_by_its_name_for_coordinators_and_every_page_still_opens() {
        var noon = new Browserless(console).as("Noon");
        var rosa = new Browserless(console).as("Rosa");
        assertFalse(Browserless.text(noon.get("/alerts")).contains("Cannot be read"));

        DATABASE.tamper("UPDATE member SET phone_sealed = (SELECT phone_sealed FROM member WHERE alias = 'Amir') WHERE alias = 'Rosa'");
        DATABASE.tamper("UPDATE roster SET time_zone = 'Asia/Nowhere' WHERE name = 'Backup'");

        var board = Browserless.text(noon.get("/alerts"));
        assertTrue(board.contains("Cannot be read, and so left out: member Rosa."), board);
        assertTrue(board.contains("left out: roster Backup."), board);
        assertFalse(Browserless.text(rosa.get("/alerts")).contains("Cannot be read"));
        for (var page : new String[] {"/alerts", "/members", "/rosters", "/policies", "/unread", "/hand-over", "/shifts"}) {
            assertTrue(noon.get(page).statusCode() < 500, page);
        }
    }

    @Test
    void an_alert_with_an_entry_and_a_report_that_cannot_be_read_shows_all_the_rest() {
        console.texts(TestConsole.REPORTER, "1 daun penh");
        console.turnClock(Duration.ofMinutes(1));
        console.texts(TestConsole.REPORTER, "they took her phone");
        var path = "/alerts/" + console.newestAlert();
        var noon = new Browserless(console).as("Noon");
        var whole = Browserless.text(noon.get(path));
        assertFalse(whole.contains("cannot be read"), whole);

        DATABASE.tamper("UPDATE timeline_entry SET payload = decode('00', 'hex') WHERE sequence = 2");
        DATABASE.tamper("UPDATE report SET words_sealed = decode('00', 'hex') WHERE reported_at = (SELECT min(reported_at) FROM report)");

        var page = noon.get(path);
        var text = Browserless.text(page);
        assertEquals(200, page.statusCode());
        assertEquals(1, text.split("An entry cannot be read \\(sequence 2\\)\\.", -1).length - 1, text);
        assertEquals(lines(whole), lines(text), "a line for each entry, read or not");
        assertTrue(text.contains("These words cannot be read."), text);
        assertTrue(text.contains("they took her phone"), text);
        console.tick();
        var board = Browserless.text(noon.get("/alerts"));
        assertTrue(board.contains("and so left out: timeline entry #2 " + console.newestAlert()), board);
        assertTrue(board.contains("and so left out: report " + console.newestAlert()), board);
    }

    private static int lines(String page) {
        var timeline = page.substring(page.indexOf("<ol class=\"timeline\">"));
        return timeline.split("<li>", -1).length;
    }
}
