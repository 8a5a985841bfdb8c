package gateway.console.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.console.Browserless;
import gateway.database.TestDatabase;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import gateway.safety.RefusedPhones;
import java.nio.file.Files;
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
import org.junit.jupiter.api.io.TempDir;

/** The page of members: what it says of each, and the forms by which a lost phone counts again. Noon and Amir are coordinators. */
@SuppressWarnings("NullAway.Init")
class MembersPageTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private TestConsole console;
    private final List<String> toRosa = new CopyOnWriteArrayList<>();
    private volatile boolean refusesRosa;
    private Browserless noon;
    private Browserless amir;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        var network = Files.readString(Path.of("gateway/src/test/resources/network.yaml"))
                .replaceFirst("(alias: Amir\\n.*\\n.*\\n.*\\n    roles: \\[)", "$1coordinator, ");
        console = new TestConsole(DATABASE, Files.writeString(folder.resolve("network.yaml"), network));
        console.empty();
        DATABASE.clear("verification", "refused_phone", "pace");
        console.carrier = outgoing -> {
            if (outgoing instanceof Outgoing.Text text && text.to().e164().equals(TestConsole.ROSA)) {
                if (refusesRosa) {
                    return new SendOutcome.Refused(RefusedPhones.OPTED_OUT);
                }
                toRosa.add(text.words());
            }
            return new SendOutcome.Accepted(UUID.randomUUID().toString());
        };
        noon = new Browserless(console).as("Noon");
        amir = new Browserless(console).as("Amir");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void within_the_hour_another_coordinator_ends_a_loss_at_once_and_she_is_asked_again() {
        assertTrue(rosa(noon).contains("reachable"), rosa(noon));
        loses(noon);
        assertTrue(rosa(noon).contains("phone lost"), rosa(noon));
        assertTrue(rosa(noon).contains("Not asked since 21:10: the phone is lost."), rosa(noon));
        assertTrue(rosa(noon).contains("/members/Rosa/phone-found"), rosa(noon));
        assertFalse(rosa(noon).contains("/members/Rosa/phone-loss"), rosa(noon));

        passes(Duration.ofMinutes(59));
        assertTrue(finds(amir, "Rosa", "I have just met her").contains("phone counts again, and Rosa is asked for what is open."));

        assertTrue(rosa(noon).contains("reachable"), rosa(noon));
        assertFalse(rosa(noon).contains("Not asked"), rosa(noon));
        console.tick();
        assertEquals(List.of(), codes(), "no code was needed");
        console.texts(TestConsole.REPORTER, "1");
        for (var turns = 0; turns < 200 && toRosa.isEmpty(); turns++) {
            console.tick();
        }
        assertTrue(toRosa.getLast().contains("TAKE"), toRosa.toString());
    }

    @Test
    void the_same_coordinator_within_the_hour_needs_a_code_from_the_phone_and_until_then_nothing_changes() {
        loses(noon);

        assertTrue(finds(noon, "Rosa", "she rang me").contains("A code went to Rosa"));
        for (var turns = 0; turns < 200 && codes().isEmpty(); turns++) {
            console.tick();
        }

        assertTrue(rosa(noon).contains("phone lost"), rosa(noon));
        assertEquals(1, codes().size());
        console.texts(TestConsole.REPORTER, "1");
        assertFalse(toRosa.getLast().contains("TAKE"), toRosa.toString());
        console.texts(TestConsole.ROSA, codes().getFirst());
        assertTrue(rosa(noon).contains("reachable"), rosa(noon));
    }

    @Test
    void after_the_hour_any_coordinator_needs_a_code_and_three_a_day_are_sent() {
        loses(noon);
        passes(Duration.ofMinutes(60));

        for (var time = 0; time < 3; time++) {
            assertTrue(finds(amir, "Rosa", "she rang me").contains("A code went to Rosa"), "time " + time);
            console.turnClock(Duration.ofSeconds(1));
        }

        assertTrue(finds(amir, "Rosa", "she rang me").contains("Rosa was sent three codes today."));
        assertTrue(rosa(noon).contains("phone lost"), rosa(noon));
    }

    @Test
    void without_a_reason_or_a_loss_or_a_right_to_it_nothing_is_found() {
        loses(noon);

        for (var reason : List.of("", "   ", "x".repeat(501))) {
            assertTrue(finds(amir, "Rosa", reason).contains("Some words are needed. Nothing was changed."), "reason of " + reason.length());
        }
        assertTrue(finds(amir, "Lina", "she has it").contains("Lina has no phone that could be lost."));
        assertEquals(404, amir.post("/members/Nobody/phone-found", Map.of("reason", "she has it")).statusCode());
        assertEquals(404, new Browserless(console).as("Lina").post("/members/Rosa/phone-found", Map.of("reason", "I have it")).statusCode());
        assertEquals(400, amir.post("/members/Rosa/phone-found", Map.of("reason", "she has it", "code", "1")).statusCode());

        assertTrue(rosa(noon).contains("phone lost"), rosa(noon));
        console.tick();
        assertEquals(List.of(), codes());
    }

    @Test
    void who_is_inside_or_was_verified_too_long_ago_stands_there_with_the_moment() {
        console.texts(TestConsole.REPORTER, "1");
        console.texts(TestConsole.ROSA, "TAKE " + console.codeOf(TestConsole.ROSA));
        console.texts(TestConsole.ROSA, "IN 30");
        assertTrue(rosa(noon).contains("Asked last since 21:10: may be inside, by a text that proves nothing; asked last."), rosa(noon));

        console.texts(TestConsole.ROSA, "IN 60 " + console.codeOf(TestConsole.ROSA));
        assertTrue(rosa(noon).contains("Not asked since 21:10: is inside, or overdue."), rosa(noon));
        assertEquals("", standing("Lina"));

        passes(Duration.ofDays(91));
        assertTrue(standing("Lina").contains("Asked last since"), standing("Lina"));
        assertTrue(standing("Lina").contains("the phone was verified too long ago."), standing("Lina"));
        assertEquals(404, new Browserless(console).as("Lina").get("/members").statusCode());
    }

    @Test
    void a_phone_whose_carrier_took_no_texts_is_texted_again_once_a_coordinator_says_so() {
        assertFalse(rosa(noon).contains("/members/Rosa/phone-texts"), rosa(noon));
        refusesRosa = true;
        console.texts(TestConsole.REPORTER, "1");
        for (var turns = 0; turns < 200 && !rosa(noon).contains("/members/Rosa/phone-texts"); turns++) {
            console.tick();
        }
        assertTrue(rosa(noon).contains("The phone takes texts again"), rosa(noon));
        refusesRosa = false;

        assertEquals(404, new Browserless(console).as("Lina").post("/members/Rosa/phone-texts", Map.of()).statusCode());
        assertEquals(404, amir.post("/members/Nobody/phone-texts", Map.of()).statusCode());
        assertEquals(400, amir.post("/members/Rosa/phone-texts", Map.of("code", "1")).statusCode());
        assertTrue(rosa(noon).contains("The phone takes texts again"), "nothing was changed");

        assertTrue(takesTexts("Rosa").contains("Rosa is texted again, and asked for what is open."));
        assertFalse(rosa(noon).contains("/members/Rosa/phone-texts"), rosa(noon));
        assertTrue(takesTexts("Rosa").contains("Rosa's phone was not refused."));
        console.texts("+12025550152", "1");
        for (var turns = 0; turns < 200 && toRosa.isEmpty(); turns++) {
            console.turnClock(Duration.ofSeconds(1));
        }
        assertTrue(toRosa.getLast().contains("TAKE"), toRosa.toString());
    }

    private String takesTexts(String alias) {
        assertEquals(303, amir.post("/members/" + alias + "/phone-texts", Map.of()).statusCode());
        return page(amir);
    }

    /** Time passes, in which sessions end. */
    private void passes(Duration span) {
        console.turnClock(span);
        noon = new Browserless(console).as("Noon");
        amir = new Browserless(console).as("Amir");
    }

    private void loses(Browserless by) {
        assertEquals(303, by.post("/members/Rosa/phone-loss", Map.of()).statusCode());
        assertTrue(page(by).contains("phone is lost. Nothing more is sent to it"));
    }

    /** What the page says after it. */
    private String finds(Browserless by, String alias, String reason) {
        assertEquals(303, by.post("/members/" + alias + "/phone-found", Map.of("reason", reason)).statusCode());
        return page(by);
    }

    private List<String> codes() {
        return toRosa.stream().filter(words -> words.startsWith("Code ")).map(words -> words.replaceAll("^Code (\\d{6}).*", "$1")).toList();
    }

    private static String page(Browserless reader) {
        return Browserless.text(reader.get("/members"));
    }

    private static String rosa(Browserless reader) {
        return of("Rosa", page(reader));
    }

    private String standing(String alias) {
        var line = of(alias, page(noon));
        return line.contains("notice bad") ? line.substring(line.indexOf("notice bad"), line.indexOf("</p>", line.indexOf("notice bad"))) : "";
    }

    /** What stands on the page of one member. */
    private static String of(String alias, String page) {
        var from = page.indexOf("<li class=\"box\">\n<p><a class=\"alias\" href=\"/members/" + alias + "\"");
        assertTrue(from >= 0, page);
        return page.substring(from, page.indexOf("</li>", from));
    }
}
