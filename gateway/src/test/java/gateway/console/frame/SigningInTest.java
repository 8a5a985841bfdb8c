package gateway.console.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.console.Browserless;
import gateway.console.signin.SignInThrottle;
import gateway.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class SigningInTest {

    private static final String PASSWORD = "three quiet herons by the river";

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @Test
    void a_link_signs_in_once() {
        var link = link("Noon");

        assertEquals(303, new Browserless(CONSOLE).post(link, Map.of()).statusCode());
        assertEquals(403, new Browserless(CONSOLE).post(link, Map.of()).statusCode());
    }

    @Test
    void a_link_is_too_old_after_a_quarter_of_an_hour() {
        var link = link("Noon");

        CONSOLE.turnClock(SignInLinks.LIFE);

        assertEquals(403, new Browserless(CONSOLE).post(link, Map.of()).statusCode());
    }

    @Test
    void the_database_holds_neither_link_nor_session_nor_password() {
        var link = link("Noon");
        var noon = new Browserless(CONSOLE);
        noon.post(link, Map.of());
        choose(noon, PASSWORD);

        var dump = CONSOLE.database().database().inTransaction(tx -> tx.queryOne("""
                SELECT (SELECT string_agg(encode(token_hash, 'escape'), ' ') FROM sign_in_link)
                    || (SELECT string_agg(encode(id_hash, 'escape'), ' ') FROM session)
                    || (SELECT string_agg(password_hash, ' ') FROM member) AS text
                """, row -> row.text("text")).orElseThrow());

        assertFalse(dump.contains(link.substring("/sign-in/".length())));
        assertFalse(dump.contains(PASSWORD));
        assertTrue(dump.contains("$argon2id$v=19$m=32768,t=3,p=1$"), dump);
    }

    @Test
    void a_member_signs_in_by_alias_and_password_whatever_the_case_of_the_alias() {
        choose(new Browserless(CONSOLE).as("Noon"), PASSWORD);
        var noon = new Browserless(CONSOLE);

        var answer = signIn(noon, "nOON", PASSWORD);

        assertEquals("/alerts", Browserless.location(answer));
        assertEquals(200, noon.get("/members").statusCode());
    }

    @Test
    void an_alias_nobody_has_is_answered_like_a_wrong_password() {
        choose(new Browserless(CONSOLE).as("Noon"), PASSWORD);

        var wrong = signIn(new Browserless(CONSOLE), "Noon", "not hers at all");
        var unknown = signIn(new Browserless(CONSOLE), "Moon", "not hers at all");
        var withoutPassword = signIn(new Browserless(CONSOLE), "Rosa", "not hers at all");

        assertEquals(403, wrong.statusCode());
        assertEquals(Browserless.text(wrong), Browserless.text(unknown).replace("Moon", "Noon"));
        assertEquals(Browserless.text(wrong), Browserless.text(withoutPassword).replace("Rosa", "Noon"));
    }

    @Test
    void guessing_is_slowed_down_and_never_locks_out() {
        choose(new Browserless(CONSOLE).as("Noon"), PASSWORD);
        for (var tries = 0; tries < 5; tries++) {
            assertEquals(403, signIn(new Browserless(CONSOLE), "Noon", "a guess").statusCode());
        }

        assertEquals(429, signIn(new Browserless(CONSOLE), "Noon", PASSWORD).statusCode());
        for (var tries = 0; tries < 20; tries++) {
            CONSOLE.now = CONSOLE.now.plusSeconds(5);
            assertEquals(403, signIn(new Browserless(CONSOLE), "Noon", "a guess").statusCode());
        }

        assertEquals(303, new Browserless(CONSOLE).post(link("Noon"), Map.of()).statusCode());
        CONSOLE.now = CONSOLE.now.plusSeconds(5);
        assertEquals(303, signIn(new Browserless(CONSOLE), "Noon", PASSWORD).statusCode());
        assertEquals(303, signIn(new Browserless(CONSOLE), "Noon", PASSWORD).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "7, 4", "10, 32", "11, 60", "500, 60"})
    void the_wait_doubles_up_to_its_limit(int failures, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), SignInThrottle.wait(failures, 5, Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaaaaaa", "abababababababababab"})
    void a_password_that_is_easy_to_guess_is_not_kept(String chosen) {
        var noon = new Browserless(CONSOLE).as("Noon");

        assertEquals(400, choose(noon, chosen).statusCode());
        assertEquals(403, signIn(new Browserless(CONSOLE), "Noon", chosen).statusCode());
    }

    @Test
    void choosing_a_password_ends_every_other_session() {
        var here = new Browserless(CONSOLE).as("Noon");
        var elsewhere = new Browserless(CONSOLE).as("Noon");

        choose(here, PASSWORD);

        assertEquals(200, here.get("/alerts").statusCode());
        assertEquals("/sign-in", Browserless.location(elsewhere.get("/alerts")));
    }

    @Test
    void a_password_is_changed_only_by_who_knows_the_old_one_or_has_a_fresh_link() {
        choose(new Browserless(CONSOLE).as("Noon"), PASSWORD);
        var noon = new Browserless(CONSOLE);
        signIn(noon, "Noon", PASSWORD);

        assertEquals(403, choose(noon, "four loud magpies in a tree").statusCode());
        assertEquals(303, noon.post("/password", Map.of("old-password", PASSWORD,
                "password", "four loud magpies in a tree", "again", "four loud magpies in a tree")).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/pin, password, 400", "/password, old-password, 403"})
    void whoever_holds_a_phone_that_is_signed_in_guesses_at_its_password_no_faster_than_at_the_door(String path, String name,
            int wrong) {
        choose(new Browserless(CONSOLE).as("Noon"), PASSWORD);
        var noon = new Browserless(CONSOLE);
        signIn(noon, "Noon", PASSWORD);
        var rest = path.equals("/pin") ? Map.of("pin", "4821", "again", "4821", "duress", "", "duress-again", "")
                : Map.of("password", "two other herons by the river", "again", "two other herons by the river");
        for (var tries = 0; tries < 5; tries++) {
            assertEquals(wrong, noon.post(path, with(rest, name, "a guess")).statusCode());
        }
        assertEquals(429, noon.post(path, with(rest, name, PASSWORD)).statusCode());

        CONSOLE.turnClock(Duration.ofSeconds(5));

        assertEquals(303, noon.post(path, with(rest, name, PASSWORD)).statusCode());
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var all = new java.util.HashMap<>(form);
        all.put(name, value);
        return all;
    }

    @Test
    void a_session_ends_when_it_is_signed_out() {
        var noon = new Browserless(CONSOLE).as("Noon");

        noon.post("/sign-out", Map.of());

        assertEquals("/sign-in", Browserless.location(noon.get("/alerts")));
    }

    @Test
    void an_idle_session_ends_and_what_a_page_fetches_by_itself_is_not_being_there() {
        var noon = new Browserless(CONSOLE).as("Noon");

        for (var minutes = 0; minutes < 14; minutes++) {
            CONSOLE.now = CONSOLE.now.plusSeconds(60);
            assertEquals(200, noon.get("/alerts", "HX-Request", "true").statusCode());
        }
        CONSOLE.now = CONSOLE.now.plusSeconds(60);
        var itself = noon.get("/alerts", "HX-Request", "true");

        assertEquals("/sign-in", itself.headers().firstValue("HX-Redirect").orElse(""));
        assertEquals("/sign-in", Browserless.location(noon.get("/alerts")));
    }

    @Test
    void a_stream_that_connects_again_is_not_being_there() throws Exception {
        var cookie = sessionCookie();
        var request = new Browserless(CONSOLE).request("/changes", "Cookie", cookie).build();

        CONSOLE.now = CONSOLE.now.plusSeconds(14 * 60);
        var stream = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream());
        stream.body().close();
        CONSOLE.now = CONSOLE.now.plusSeconds(60);

        assertEquals(200, stream.statusCode());
        assertEquals("/sign-in", Browserless.location(new Browserless(CONSOLE).get("/alerts", "Cookie", cookie)));
    }

    @Test
    void a_session_that_is_used_lasts_twelve_hours_at_most() {
        var noon = new Browserless(CONSOLE).as("Noon");

        for (var minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
            CONSOLE.now = CONSOLE.now.plusSeconds(600);
            assertEquals(200, noon.get("/alerts").statusCode());
        }
        CONSOLE.now = CONSOLE.now.plusSeconds(600);

        assertEquals("/sign-in", Browserless.location(noon.get("/alerts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/alerts/../..//x"})
    void the_choice_of_a_language_leads_nowhere_else(String back) {
        var answer = new Browserless(CONSOLE).post("/language", Map.of("language", "km", "back", back));

        assertEquals("/", Browserless.location(answer));
    }

    @Test
    void a_stream_says_that_something_changed_and_nothing_more() throws Exception {
        var noon = new Browserless(CONSOLE).as("Noon");
        var client = java.net.http.HttpClient.newHttpClient();
        var cookie = sessionCookie();
        var request = noon.request("/changes", "Cookie", cookie).build();
        var stream = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream());
        try (var body = stream.body()) {
            var first = new String(body.readNBytes("event: changed\ndata:\n\n".length()), java.nio.charset.StandardCharsets.UTF_8);
            CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
            var second = new String(body.readNBytes("event: changed\ndata:\n\n".length()), java.nio.charset.StandardCharsets.UTF_8);

            assertEquals("text/event-stream", stream.headers().firstValue("Content-Type").orElseThrow());
            assertEquals("event: changed\ndata:\n\n", first);
            assertEquals("event: changed\ndata:\n\n", second);
        }
    }

    @Test
    void a_session_has_six_streams_at_most() throws Exception {
        var client = java.net.http.HttpClient.newHttpClient();
        var cookie = sessionCookie();
        var request = new Browserless(CONSOLE).request("/changes", "Cookie", cookie).build();
        var streams = new java.util.ArrayList<java.io.InputStream>();
        for (var i = 0; i < 6; i++) {
            var stream = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, stream.statusCode());
            streams.add(stream.body());
        }

        var seventh = client.send(request, java.net.http.HttpResponse.BodyHandlers.discarding());

        assertEquals(503, seventh.statusCode());
        for (var stream : streams) {
            stream.close();
        }
    }

    @Test
    void over_https_the_cookie_is_bound_to_this_host_alone() {
        try (var database = new TestDatabase();
                var behindTunnel = new TestConsole(database, Path.of("gateway/src/test/resources/network.yaml"), "https://hotline.example.org")) {
            var link = behindTunnel.link("Noon").substring(behindTunnel.address.length());

            var answer = behindTunnel.speak("POST " + link + " HTTP/1.1\r\nHost: hotline.example.org\r\n"
                    + "Origin: https://hotline.example.org\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
            assertTrue(answer.contains("__Host-session=") && answer.contains("; Secure"), answer);
            assertTrue(answer.contains("SameSite=Strict") && !answer.contains("Domain="), answer);
        }
    }

    @Test
    void a_board_that_loads_itself_anew_without_script_is_not_being_there() {
        var noon = new Browserless(CONSOLE).as("Noon");
        var written = Browserless.text(noon.get("/alerts"));
        var itself = written.substring(written.indexOf("url=/alerts") + 4).split("\"")[0].replace("&amp;", "&");

        CONSOLE.now = CONSOLE.now.plusSeconds(14 * 60);
        assertEquals(200, noon.get(itself).statusCode());
        CONSOLE.now = CONSOLE.now.plusSeconds(60);

        assertEquals("/sign-in", Browserless.location(noon.get(itself)));
    }

    /** The cookie of a fresh session of Noon's, as a browser would send it. */
    private static String sessionCookie() {
        var answer = new Browserless(CONSOLE).post(link("Noon"), Map.of());
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(set.contains("HTTPOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"), set);
        return set.substring(0, set.indexOf(';'));
    }

    private static String link(String alias) {
        return CONSOLE.link(alias).substring(CONSOLE.address.length());
    }

    private static java.net.http.HttpResponse<byte[]> choose(Browserless member, String password) {
        return member.post("/password", Map.of("password", password, "again", password));
    }

    private static java.net.http.HttpResponse<byte[]> signIn(Browserless visitor, String alias, String password) {
        return visitor.post("/sign-in", Map.of("alias", alias, "password", password));
    }
}
