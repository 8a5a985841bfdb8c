package gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
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

    @Test
    void what_machines_wrote_stands_on_the_unread_list_page_by_page_and_a_click_mutes_or_opens() {
        for (var i = 10; i < 55; i++) {
            console.now = console.now.plusSeconds(1);
            console.texts("Smart", "offer zxqwv" + i);
        }
        console.now = console.now.plusSeconds(1);
        console.texts("Metfone", "zxqwv ok?");
        var noon = new Browserless(console).as("Noon");

        var first = Browserless.text(noon.get("/unread"));
        assertTrue(first.contains("offer zxqwv10") && !first.contains("offer zxqwv30") && first.contains("/unread?page=2"), "first");
        assertTrue(Browserless.text(noon.get("/unread?page=3")).contains("Metfone"), "last");
        assertTrue(Browserless.text(noon.get("/unread?page=99")).contains("Metfone"), "no page behind the last");
        assertFalse(Browserless.text(new Browserless(console).as("Rosa").get("/unread")).contains("Smart"), "not a responder's");
        assertEquals(303, noon.post(machine(first) + "/mute", Map.of()).statusCode());

        var left = Browserless.text(noon.get("/unread"));
        assertTrue(left.contains("Metfone") && !left.contains("offer") && left.contains("Muted senders: 1"), left);
        assertEquals(303, noon.post(machine(left) + "/code", Map.of("code", "taken")).statusCode());
        assertTrue(alertPage().contains("zxqwv ok?"));
        console.texts("SMART", "one more offer zxqwv");
        var muted = Browserless.text(noon.get("/mutes"));
        assertTrue(muted.contains("46 texts kept") && muted.contains("one more offer zxqwv") && !muted.contains("offer zxqwv20"), muted);
        assertEquals(303, noon.post(found(muted, "/mutes/[0-9a-f-]+/end"), Map.of()).statusCode());
        assertTrue(Browserless.text(noon.get("/unread")).contains("offer zxqwv10"));
        assertTrue(Browserless.text(noon.get("/mutes")).contains("Nobody is muted."));
    }

    @Test
    void a_number_is_muted_from_its_alert_and_shown_masked() {
        console.texts(TestConsole.REPORTER, "zxqwv");
        var noon = new Browserless(console).as("Noon");

        var path = found(alertPage(), "/alerts/[0-9-]+/reports/[0-9a-f-]+/mute");
        assertEquals(404, new Browserless(console).as("Rosa").post(path, Map.of()).statusCode());
        assertEquals(303, noon.post(path, Map.of()).statusCode());

        assertTrue(Browserless.text(noon.get(path.replaceAll("/reports.*", ""))).contains("It is muted."));
        var muted = Browserless.text(noon.get("/mutes"));
        assertTrue(muted.contains("…0150") && !muted.contains(TestConsole.REPORTER), muted);
        assertTrue(Browserless.text(noon.get("/unread")).contains("Nothing is unread"));
    }

    @Test
    void a_picture_is_named_and_not_fetched() {
        console.sendsPicture(TestConsole.REPORTER, "");
        assertTrue(alertPage().contains("A picture, which we do not fetch."));
        console.sendsPicture(TestConsole.REPORTER, "look zxqwv");
        assertTrue(alertPage().contains("look zxqwv (and a picture, which we do not fetch)"));
        console.sendsPicture(TestConsole.ROSA, "");
        assertTrue(Browserless.text(new Browserless(console).as("Noon").get("/unread")).split("A picture, which", -1).length == 3,
                "hers and the reporter's");
    }

    @Test
    void a_text_is_tried_by_post_alone_and_leaves_no_trace() {
        var noon = new Browserless(console).as("Noon");

        var tried = Browserless.text(noon.post("/reading", Map.of("text", "zxqwv my friend arrested", "word", "", "code", "1")));
        assertTrue(tried.contains("arrested") && tried.contains("a word that names a code") && tried.contains("not known"), tried);
        assertTrue(tried.contains("No reply follows."), "the answer");
        var added = Browserless.text(noon.post("/reading", Map.of("text", "zxqwv", "word", "zxqwv", "code", "2")));
        assertTrue(added.contains("This text would be read as: 2 ·") && added.contains(", 0 would be read in another way."), added);
        var changing = Browserless.text(noon.post("/reading", Map.of("text", "", "word", "market", "code", "4")));
        assertTrue(changing.contains("→ ") && !changing.contains(", 0 would be read"), changing);
        var refused = Browserless.text(noon.post("/reading", Map.of("text", "", "word", "arrested", "code", "4")));
        assertTrue(refused.contains("The pack would be refused with this word."), refused);

        assertFalse(Browserless.text(noon.get("/reading?text=zxqwv&word=zxqwv")).contains("zxqwv"), "nothing is read from an address");
        assertEquals(400, noon.post("/reading", Map.of("text", "x", "word", "x".repeat(81), "code", "1")).statusCode());
        assertEquals(400, noon.post("/reading", Map.of("text", "x", "word", "x", "code", "8")).statusCode());
    }

    private static String machine(String page) {
        return found(page, "/unread/machines/[0-9a-f-]+");
    }

    private static String found(String page, String address) {
        var found = Pattern.compile(address).matcher(page);
        assertTrue(found.find(), address);
        return found.group();
    }

    private static String alertPage() {
        return Browserless.text(new Browserless(console).as("Noon").get("/alerts/" + console.newestAlert()));
    }
}
