package gateway.console.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.console.Browserless;
import gateway.database.TestDatabase;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A coordinator has a code sent; its owner writes it on her own page. */
@SuppressWarnings("NullAway.Init")
class VerificationPageTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    TestConsole console;
    final List<String> sent = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        console = new TestConsole(DATABASE, Path.of("gateway/src/test/resources/network.yaml"));
        console.carrier = outgoing -> {
            if (outgoing instanceof Outgoing.Text text) {
                sent.add(text.words());
            }
            return new SendOutcome.Accepted(UUID.randomUUID().toString());
        };
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void a_code_that_a_coordinator_has_sent_is_written_on_ones_own_page_and_at_most_three_a_day_are_sent() {
        console.turnClock(Duration.ofDays(91));
        var noon = new Browserless(console).as("Noon");
        var rosa = new Browserless(console).as("Rosa");
        assertTrue(Browserless.text(noon.get("/members")).contains("verified too long ago"));

        assertEquals(303, noon.post("/members/Rosa/verification", Map.of()).statusCode());
        console.tick();

        assertTrue(Browserless.text(noon.get("/members")).contains("A code was sent to Rosa."));
        assertTrue(Browserless.text(rosa.get("/verification")).contains("A code was sent and counts until"));
        rosa.post("/verification", Map.of("code", "000000"));
        assertTrue(Browserless.text(rosa.get("/verification")).contains("That was not the code"));
        rosa.post("/verification", Map.of("code", sent.stream().filter(words -> words.startsWith("Code ")).toList().getLast().replaceAll("^Code (\\d{6}).*", "$1")));
        var page = Browserless.text(rosa.get("/verification"));
        assertTrue(page.contains("Your phone is verified."));
        assertTrue(page.contains("Verified until"));
        assertFalse(page.contains("Verified only until"));

        for (var more = 0; more < 2; more++) {
            console.turnClock(Duration.ofSeconds(1));
            noon.post("/members/Rosa/verification", Map.of());
        }
        console.turnClock(Duration.ofSeconds(1));
        noon.post("/members/Rosa/verification", Map.of());
        assertTrue(Browserless.text(noon.get("/members")).contains("three codes today"));
    }
}
