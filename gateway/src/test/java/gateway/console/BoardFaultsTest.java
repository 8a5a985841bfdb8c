package gateway.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.database.TestDatabase;
import java.nio.file.Path;
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
}
