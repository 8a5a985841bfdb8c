package gateway.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say of texts: whether one may be answered, of machines, of pictures, and why it was read so. */
@SuppressWarnings("NullAway.Init")
class TextsPageTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    static TestConsole console;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        var network = Files.readString(Path.of("gateway/src/test/resources/network.yaml"));
        console = new TestConsole(DATABASE, Files.writeString(folder.resolve("network.yaml"),
                network.replace("answer: silent", "answer: cover")));
        console.now = Instant.parse("2026-03-03T03:00:00Z");
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void empty() {
        console.empty();
    }

    @Test
    void that_a_reply_may_go_out_is_said_only_where_one_waits() {
        console.texts(TestConsole.REPORTER, "6");
        var mild = alertPage();
        console.empty();
        console.texts(TestConsole.REPORTER, "6 zxqwv");
        var notMild = alertPage();

        assertTrue(mild.contains("A neutral reply may go out"), "mild");
        assertFalse(notMild.contains("may go out"), "not mild");
        assertTrue(notMild.contains("No reply goes out."), "not mild");
    }

    private static String alertPage() {
        return Browserless.text(new Browserless(console).as("Noon").get("/alerts/" + console.newestAlert()));
    }
}
