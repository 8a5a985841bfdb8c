package gateway.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class ConsoleRoutesTest {

    private static final Path GOLDEN = Path.of("gateway/src/test/resources/console-routes.txt");
    private static final String NOBODY = "none";
    /** Nothing is there, or it is not for her. */
    private static final Set<String> REFUSED = Set.of("404", "403");
    private static final List<String> COUNTED = List.of("alert", "ladder", "arrestee", "timeline_entry", "dispatch", "report",
            "message", "session", "sign_in_link", "barred_phone", "enrolment", "contact_point");

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    /** Rosa was asked and holds it, Amir was never asked; a coordinator sees all. When this changes, look twice. */
    @Test
    void who_gets_what_at_each_address_is_as_written_down() throws IOException {
        var table = new StringBuilder();
        table.append(String.format("%-6s %-48s %-12s %8s %8s %8s %8s%n", "", "", "for", "stranger", "Amir", "Rosa", "Noon"));
        var routes = CONSOLE.console.routes().table();
        var rows = new HashMap<ConsoleRoutes.Route, String>();
        // All that only look first, at one and the same state of things.
        routes.stream().sorted(Comparator.comparing(route -> !looks(route))).forEach(route -> rows.put(route,
                String.format("%-6s %-48s %-12s %8s %8s %8s %8s%n", route.method(), route.path(), route.who(),
                        answer(route, ""), answer(route, "Amir"), answer(route, "Rosa"), answer(route, "Noon"))));
        routes.forEach(route -> table.append(rows.get(route)));

        assertEquals(Files.readString(GOLDEN), table.toString());
    }

    @Test
    void a_refusal_looks_like_an_absence() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var amir = new Browserless(CONSOLE).as("Amir");

        var refused = amir.get("/alerts/" + CONSOLE.newestAlert());
        var absent = amir.get("/alerts/0000-0");
        var notForHer = amir.get("/members");
        var nothing = amir.get("/nothing");

        assertEquals(404, refused.statusCode());
        for (var other : List.of(absent, notForHer, nothing)) {
            assertEquals(404, other.statusCode());
            assertEquals(Browserless.text(absent).replaceAll("name=\"back\" value=\"[^\"]*\"", ""),
                    Browserless.text(refused).replaceAll("name=\"back\" value=\"[^\"]*\"", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts/%s/", "/ALERTS/%s", "/alerts//%s", "/alerts/%s%%2f..", "/alerts/%s;x=1", "/alerts/./%s",
            "/x/../alerts/%s", "/alerts/%s%%00", "/alerts/%s.html"})
    void no_way_of_writing_an_address_opens_what_it_does_not(String written) {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var amir = new Browserless(CONSOLE).as("Amir");

        var answer = amir.get(String.format(written, CONSOLE.newestAlert()));

        assertFalse(Browserless.text(answer).contains("Arrested"), written);
        assertTrue(answer.statusCode() >= 300, written);
    }

    @Test
    void looking_changes_nothing() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var noon = new Browserless(CONSOLE).as("Noon");
        var link = CONSOLE.link("Rosa").substring(CONSOLE.address.length());
        var enrolled = CONSOLE.enrols("Srey", "+12025550160").toString();
        var before = counts();

        for (var route : CONSOLE.console.routes().table()) {
            if (route.method().equals(HttpMethod.GET) && !route.path().equals("/changes")) {
                for (var times = 0; times < 3; times++) {
                    noon.get(route.path().replace(":id", enrolled).replace(":number", CONSOLE.newestAlert()).replace("/sign-in/:token", link));
                    noon.send(noon.request(route.path().replace(":id", enrolled).replace(":number", CONSOLE.newestAlert())
                            .replace("/sign-in/:token", link)).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
                }
            }
        }

        assertEquals(before, counts());
        assertEquals(303, new Browserless(CONSOLE).post(link, Map.of()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Origin|http://evil.example", "Origin|null", "Sec-Fetch-Site|cross-site", "Sec-Fetch-Site|same-site",
            "Sec-Fetch-Site|none", "Origin|http://127.0.0.1"})
    void a_form_from_another_site_changes_nothing(String headers) {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var noon = new Browserless(CONSOLE).as("Noon");
        var before = counts();

        var answer = noon.post("/alerts/" + CONSOLE.newestAlert() + "/note", Map.of("words", "from elsewhere"),
                headers.isEmpty() ? new String[0] : headers.split("\\|"));

        assertEquals(403, answer.statusCode());
        assertEquals(before, counts());
    }

    @Test
    void a_request_for_another_host_is_not_answered() {
        var answer = CONSOLE.speak("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words=a&words=b", "words=a&role=coordinator", "words=%zz", "words=%"})
    void a_form_we_do_not_have_is_refused(String body) {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var noon = new Browserless(CONSOLE).as("Noon");
        var before = counts();

        var answer = noon.postRaw("/alerts/" + CONSOLE.newestAlert() + "/note", body, "Origin", CONSOLE.address);

        assertEquals(400, answer.statusCode());
        assertEquals(before, counts());
    }

    @Test
    void a_form_that_is_too_large_or_of_another_kind_is_refused() {
        var noon = new Browserless(CONSOLE).as("Noon");

        assertEquals(413, noon.postRaw("/alerts/0000-0/note", "words=" + "a".repeat(70_000), "Origin", CONSOLE.address).statusCode());
        assertEquals(415, noon.send(noon.request("/alerts/0000-0/note", "Origin", CONSOLE.address, "Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))).statusCode());
    }

    @Test
    void a_long_note_in_khmer_is_kept_whole() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var noon = new Browserless(CONSOLE).as("Noon");
        var note = "ប៉ូលិស".repeat(300);

        noon.post("/alerts/" + CONSOLE.newestAlert() + "/note", Map.of("words", note));

        assertTrue(Browserless.text(noon.get("/alerts/" + CONSOLE.newestAlert())).contains(note));
    }

    @Test
    void every_answer_keeps_to_itself() {
        var noon = new Browserless(CONSOLE).as("Noon");

        for (var path : List.of("/alerts", "/sign-in", "/nothing", "/members")) {
            var headers = noon.get(path).headers();
            assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow(), path);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow(), path);
            var policy = headers.firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), path);
            assertFalse(policy.contains("unsafe"), path);
            assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElseThrow(), path);
        }
    }

    /** HTML, CSS and script of a page, compressed as a browser gets them; fonts apart. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_page_is_light_empty_and_full(boolean full) {
        var noon = new Browserless(CONSOLE).as("Noon");
        for (var i = 0; full && i < 60; i++) {
            CONSOLE.texts(String.format("+120255501%02d", 20 + i), "1 daun penh, number " + i);
        }
        if (!full) {
            CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        }
        for (var i = 0; full && i < 40; i++) {
            noon.post("/alerts/" + CONSOLE.newestAlert() + "/note", Map.of("words", "What we know by now, part " + i));
        }

        for (var path : List.of("/sign-in", "/password", "/unread", "/alerts", "/alerts/" + CONSOLE.newestAlert(), "/rosters",
                "/rosters/Peers", "/rosters/what-if?code=2", "/members", "/enrolments", "/enrolments/new")) {
            var page = noon.get(path);
            var assets = java.util.regex.Pattern.compile("(?:src|href)=\"(/assets/[^\"]*\\.(?:css|js|svg))\"")
                    .matcher(Browserless.text(page)).results().map(found -> found.group(1)).collect(Collectors.toSet());
            var bytes = noon.get(path, "Accept-Encoding", "gzip").body().length;
            for (var asset : assets) {
                var answer = noon.get(asset, "Accept-Encoding", "gzip");
                assertEquals(200, answer.statusCode(), asset);
                bytes += answer.body().length;
            }

            assertEquals(200, page.statusCode(), path);
            assertTrue(assets.size() >= 2, path + " has lost its style");
            assertTrue(bytes < 50_000, path + " weighs " + bytes);
        }
    }

    @Test
    void compressed_and_plain_are_the_same_page() throws IOException {
        var noon = new Browserless(CONSOLE).as("Noon");

        var plain = noon.get("/rosters");
        var compressed = noon.get("/rosters", "Accept-Encoding", "gzip");

        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElseThrow());
        assertArrayEquals(plain.body(), new java.util.zip.GZIPInputStream(
                new java.io.ByteArrayInputStream(compressed.body())).readAllBytes());
    }

    private final Map<String, Browserless> visitors = new HashMap<>();
    private String enrolled = NOBODY;
    private boolean changed = true;

    private static boolean looks(ConsoleRoutes.Route route) {
        return route.method().equals(HttpMethod.GET);
    }

    /** Looking changes nothing, as another test shows, and a refusal nothing that is counted: only after what was done is everything made anew. */
    private void beginAnew() {
        visitors.clear();
        CONSOLE.empty();
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));
        CONSOLE.texts(TestConsole.REPORTER, "what shall i do");
        CONSOLE.texts(TestConsole.REPORTER, "0 x3");
    }

    private Browserless visitor(String alias) {
        return alias.isEmpty() ? new Browserless(CONSOLE) : new Browserless(CONSOLE).as(alias);
    }

    private String answer(ConsoleRoutes.Route route, String alias) {
        var enrolls = looks(route) || route.path().contains(":id");
        if (changed || enrolls == enrolled.equals(NOBODY)) {
            beginAnew();
            enrolled = enrolls ? CONSOLE.enrols("Srey", "+12025550160").toString() : NOBODY;
        }
        var visitor = visitors.computeIfAbsent(alias, this::visitor);
        var path = route.path().replace(":number", CONSOLE.newestAlert()).replace(":alias", "Lina").replace(":token", "spent")
                .replace(":name", route.path().startsWith("/rosters") ? "Peers" : route.path().startsWith("/policies") ? "Street" : "none.css")
                .replace(":cover", "00000000-0000-7000-8000-000000000000")
                .replace(":report", first("SELECT report_id AS id FROM unread"))
                .replace(":proposal", first("SELECT id FROM proposal")).replace(":warning", new UUID(7, 7).toString()).replace(":text", new UUID(7, 7).toString());
        path = path.replace(":id", enrolled);
        if (route.path().equals("/changes")) {
            changed = false;
            return alias.isEmpty() ? Integer.toString(visitor.get(path).statusCode()) : "stream";
        }
        var before = counts();
        var answer = told(looks(route) ? visitor.get(path) : visitor.post(path, fields(route.path())));
        changed = !looks(route) && !REFUSED.contains(answer) && !(alias.isEmpty() && answer.equals("sign-in"));
        assertTrue(changed || before.equals(counts()), () -> route + " for " + alias + " is answered " + answer + " and changes something");
        return answer;
    }

    private static String told(HttpResponse<byte[]> answer) {
        var to = Browserless.location(answer);
        return answer.statusCode() == 303 ? to.equals("/sign-in") ? "sign-in" : "done" : Integer.toString(answer.statusCode());
    }

    private static String first(String sql) {
        return CONSOLE.database().database().inTransaction(tx -> tx.queryOne(sql, row -> row.id("id").toString())).orElseThrow();
    }

    private static Map<String, String> fields(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "acknowledgement", "check-in", "handback", "escalation" -> Map.of("discipline", "peer-advocate");
            case "timer" -> Map.of("minutes", "30");
            case "timer-clearance" -> Map.of("alias", "Rosa", "reason", "a reason");
            case "pin" -> Map.of("pin", "4821", "again", "4822");
            case "note" -> Map.of("words", "a note");
            case "resolution" -> Map.of("outcome-1", "escaped", "words", "");
            case "ring-back" -> Map.of("reason", "a reason", "sure", "yes");
            case "reopening", "reveal", "card", "phone-found" -> Map.of("reason", "a reason");
            case "companions" -> Map.of("count", "1");
            case "ladders" -> Map.of("discipline", "medical-link");
            case "code" -> Map.of("code", "money");
            case "decision" -> Map.of("decision", "declined");
            case "merger" -> Map.of("into", "0000-0");
            case "seizure" -> Map.of("seized", "yes", "reason", "a reason");
            case "enrolments", "change" -> enrolment();
            case "language" -> Map.of("language", "km", "back", "/rosters");
            case "sign-in" -> Map.of("alias", "Noon", "password", "not hers");
            case "password" -> Map.of("password", "a", "again", "b");
            default -> Map.of();
        };
    }

    static Map<String, String> enrolment() {
        return Map.of("alias", "Srey", "language", "km", "mode", "cover", "phones", "+12025550160\n+12025550161", "tag", "lotus",
                "medicine", "ARV at eight", "lawyer", "yes", "consent-contact_back", "yes");
    }

    private static Map<String, Long> counts() {
        return CONSOLE.database().database().inTransaction(tx -> {
            var counts = new TreeMap<String, Long>();
            COUNTED.forEach(table -> counts.put(table, tx.queryOne("SELECT count(*) AS count FROM " + table,
                    row -> row.count("count")).orElseThrow()));
            return counts;
        });
    }
}
