package gateway.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.DatabaseUrl;
import gateway.database.EmbeddedPostgres;
import gateway.stories.Eventually;
import gateway.stories.FakeAnswer;
import gateway.stories.FakeCarrier;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever takes the disk reads nothing. A whole gateway, a process of its own, is texted words that stand nowhere else;
 * then its data folder is searched for them, write-ahead log and logs included, while it runs and after it was killed. A
 * control, planted in the clear beside them, must be found in every form: else the search is blind.
 */
class CanaryTest {

    private static final String HOTLINE = "+12025550100";
    private static final String ROSA = "+12025550111";
    private static final String AMIR = "+12025550112";
    private static final String LINA = "+12025550113";
    private static final String NOON = "+12025550114";
    private static final String REPORTER = "+12025550187";
    private static final String HERS = "+12025550160";
    private static final String BORROWED = "+12025550161";
    private static final String MISTAKEN = "+12025550162";
    private static final String NO_HOTLINE = "+12025550199";
    private static final String CONTROL = "+control words ខ្ញុំ to be found/";
    private static final Pattern LINK = Pattern.compile("/sign-in/[A-Za-z0-9_-]+");
    private static final Pattern ALERT = Pattern.compile("href=\"/alerts/([0-9]+-[0-9])\"");
    private static final Pattern CODE = Pattern.compile("TAKE (\\d{6})");

    @TempDir
    Path data;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private URI here = URI.create("http://127.0.0.1");
    private Map<String, String> environment = Map.of();
    private String tag = "";
    private String enrolment = "";
    private final Vertx vertx = Vertx.vertx();
    private final FakeCarrier carrier = new FakeCarrier(vertx);
    /** What must not be found: words, and of numbers the part that is the same however they are written. */
    private final List<String> canaries = new ArrayList<>();

    @AfterEach
    void close() {
        carrier.close();
        vertx.close().await();
    }

    @Test
    void no_number_and_no_word_can_be_read_on_the_disk_while_it_runs_or_after_it_was_killed() throws Exception {
        var gateway = start();
        try {
            aWholeStory();
            plantTheControl();

            nothingButTheControlIsFound("while it runs");
            whatIsErasedIsReadByNobody();

            postmaster().destroyForcibly();
            gateway.destroyForcibly().waitFor();

            nothingButTheControlIsFound("after it was killed");
        } finally {
            gateway.destroyForcibly();
        }
    }

    /** Not even by whoever has the sealing key, from any row; and that it happened can still be shown. */
    private void whatIsErasedIsReadByNobody() throws Exception {
        var words = canary("mistaken");
        canaries.add(MISTAKEN.substring(2));
        texts(MISTAKEN, HOTLINE, "prey sar " + words);
        Eventually.until("the board shows it", () -> !numberOf("unresolved").isEmpty());
        assertTrue(live().placesOf(words).contains("report.words_sealed"), "the search finds what is there");
        assertTrue(live().placesOf(MISTAKEN).contains("contact_point.number_sealed"), "the search finds what is there");
        assertEquals(Set.of("contact_point.number_index"), live().indexesOf(MISTAKEN));

        assertEquals(303, posts("/alerts/" + numberOf("unresolved") + "/wrong-number", Map.of()).statusCode());
        change("UPDATE erasure SET due_at = resolved_at");
        Eventually.until("it is erased", () -> !numberOf("erased").isEmpty());

        for (var gone : List.of(words, MISTAKEN)) {
            assertEquals(Set.of(), live().placesOf(gone));
        }
        assertEquals(Set.of(), live().indexesOf(MISTAKEN));
        assertEquals(Set.of(), live().neverOpened(), "sealed, and the search does not know how");
        assertEquals(0, command("verify").redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor(), "every chain is whole");
    }

    private LiveTables live() {
        try {
            return LiveTables.read(superuser(), SealingKey.read(Files.readString(data.resolve(KeyFile.NAME))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest alert, when it is in this state. */
    private String numberOf(String state) {
        var url = superuser();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var answer = connection.createStatement().executeQuery("""
                        SELECT CASE WHEN erased_at IS NOT NULL THEN 'erased'
                                    WHEN resolved_at IS NOT NULL THEN 'resolved'
                                    ELSE 'unresolved' END AS state, number
                          FROM alert
                         ORDER BY opened_at DESC
                         LIMIT 1
                        """)) {
            return answer.next() && answer.getString("state").equals(state) ? answer.getString("number") : "";
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void change(String sql) throws SQLException {
        var url = superuser();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void aWholeStory() throws SQLException, IOException {
        carrier.answers(AMIR, FakeAnswer.error(400, 21211, "The number " + AMIR + " of " + canary("refusal") + " is wrong"));
        enrolsSomebody();
        texts(REPORTER, HOTLINE, "2 daun penh " + canary("report") + " " + canary("ជួយខ្ញុំផង"));
        texts(REPORTER, HOTLINE, canary("second report"));
        texts(REPORTER, NO_HOTLINE, canary("to a number that is no hotline"));
        texts("Odd " + canary("sender").replace(" ", ""), HOTLINE, "2");
        texts(BORROWED, HOTLINE, "1 #" + tag);
        opensTheCard();
        texts(ROSA, HOTLINE, "PASS " + codeFor(ROSA) + " " + canary("pass"));
        texts(LINA, HOTLINE, "TAKE " + codeFor(LINA) + " " + canary("take"));
        texts(LINA, HOTLINE, "DONE " + codeFor(LINA) + " " + canary("done"));
        for (var number : List.of(HOTLINE, ROSA, AMIR, LINA, NOON, REPORTER, NO_HOTLINE, HERS, BORROWED)) {
            canaries.add(number.substring(2));
        }
        carrier.posts().forEach(text -> {
            canaries.add(text.body());
            canaries.add(text.sid());
        });
        canaries.add(FakeCarrier.TOKEN);
        assertTrue(count("SELECT count(*) FROM report") >= 4, "what was told is stored");
        assertEquals(1, count("SELECT count(*) FROM enrolment WHERE safe_word_sealed IS NOT NULL AND medicine_sealed IS NOT NULL"));
        assertEquals(1, count("SELECT count(*) FROM timeline_entry WHERE kind = 'card_opened'"), "the card was opened");
        assertTrue(count("SELECT count(*) FROM attempt WHERE state = 'refused'") >= 1, "the refusal is stored");
        assertTrue(count("SELECT count(*) FROM timeline_entry") >= 8, "what happened is stored");
    }

    /** On the console's own page, with everything an enrolment can hold. */
    private void enrolsSomebody() throws IOException {
        posts(invites("Noon"), Map.of());
        tag = letters();
        var answer = posts("/enrolments", Map.ofEntries(Map.entry("alias", canary("alias")), Map.entry("language", "en"),
                Map.entry("mode", "plain"), Map.entry("phones", HERS), Map.entry("tag", tag), Map.entry("safe-word", letters()),
                Map.entry("duress-word", letters()), Map.entry("medicine", canary("medicine")),
                Map.entry("children", canary("children")), Map.entry("to-tell", canary("to tell")), Map.entry("lawyer", "yes")));
        assertEquals(303, answer.statusCode(), answer.body());
        enrolment = answer.headers().firstValue("Location").orElseThrow();
        // A form that is refused has passed through the same hands.
        assertEquals(409, posts("/enrolments", Map.of("alias", canary("second alias"), "language", "en", "mode", "silent",
                "tag", tag, "medicine", canary("second medicine"))).statusCode());
    }

    private void opensTheCard() {
        Eventually.until("the board shows it", () -> ALERT.matcher(gets("/alerts").body()).find());
        var opened = ALERT.matcher(gets("/alerts").body()).results().map(found -> found.group(1)).toList().stream()
                .map(number -> posts("/alerts/" + number + "/card", Map.of("reason", canary("reason"))))
                .filter(answer -> answer.statusCode() == 200).toList();
        assertEquals(1, opened.size());
        assertTrue(opened.getFirst().body().contains("medicine canary"), "the card is shown");
        assertTrue(gets(enrolment).body().contains("…0160"), "the number is masked");
    }

    private HttpResponse<String> posts(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return sends(HttpRequest.newBuilder(here.resolve(path)).header("Origin", here.toString())
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> gets(String path) {
        return sends(HttpRequest.newBuilder(here.resolve(path)).GET());
    }

    private HttpResponse<String> sends(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** A word as one agrees it with a person, that stands nowhere else. */
    private String letters() {
        var word = new SecureRandom().ints(16, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        canaries.add(word);
        return word;
    }

    private void nothingButTheControlIsFound(String when) throws IOException {
        var found = Traces.of(canaries).in(data);
        assertTrue(found.isEmpty(), () -> when + ": " + found);

        var control = Traces.of(List.of(CONTROL)).in(data);
        assertEquals(Traces.formsFound(Traces.forms(CONTROL).keySet().stream()
                .map(form -> new Traces.Found(CONTROL, form, data)).toList()), Traces.formsFound(control), when);
        for (var place : List.of("pg_wal", "base", "postgres.log", "gateway.log")) {
            assertTrue(control.stream().anyMatch(each -> each.file().toString().contains(place)), place + " " + when);
        }
    }

    private void plantTheControl() throws SQLException, IOException {
        Files.writeString(data.resolve("gateway.log"), CONTROL, StandardOpenOption.APPEND);
        var url = superuser();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE control (planted bytea)");
            try (var insert = connection.prepareStatement("INSERT INTO control VALUES (?)")) {
                for (var planted : planted()) {
                    insert.setBytes(1, planted);
                    insert.execute();
                }
            }
            statement.execute("DO $$ BEGIN RAISE LOG '" + CONTROL + "'; END $$");
            statement.execute("CHECKPOINT");
        }
    }

    /** The control as others would write it, in the midst of other things; not as the search makes it. */
    private static List<byte[]> planted() {
        var planted = new ArrayList<>(Traces.forms(CONTROL).entrySet().stream()
                .filter(form -> !form.getKey().startsWith("base64")).map(Map.Entry::getValue).toList());
        for (var before : List.of("", "a", "ab")) {
            var bytes = (before + CONTROL + "after").getBytes(StandardCharsets.UTF_8);
            planted.add(Base64.getEncoder().encode(bytes));
            planted.add(Base64.getUrlEncoder().encode(bytes));
        }
        return planted;
    }

    private Process start() throws IOException {
        var port = freePort();
        here = URI.create("http://127.0.0.1:" + port);
        carrier.isReachedAt(here, here);
        environment = Map.of("GATEWAY_DATA_DIRECTORY", data.toString(),
                "GATEWAY_HTTP_PORT", Integer.toString(port), "GATEWAY_MANAGEMENT_PORT", Integer.toString(freePort()),
                "GATEWAY_PUBLIC_URL", here.toString(), "GATEWAY_CARRIER", "twilio",
                "GATEWAY_TWILIO_API_URL", carrier.apiUrl().toString(), "GATEWAY_TWILIO_ACCOUNT_SID", FakeCarrier.SID,
                "GATEWAY_TWILIO_AUTH_TOKEN", FakeCarrier.TOKEN);
        var gateway = command("serve").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("gateway.log").toFile()));
        var started = gateway.start();
        Eventually.until("the gateway listens", () -> {
            assertTrue(started.isAlive(), () -> "it ended: " + log());
            return listens(port);
        });
        return started;
    }

    private ProcessBuilder command(String... words) {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", System.getProperty("java.class.path"), "gateway.Gateway"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    /** A one-time link's path, as the command prints it. */
    private String invites(String alias) throws IOException {
        var inviting = command("invite", alias).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var link = LINK.matcher(new String(inviting.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertTrue(link.find(), "a link is printed");
        return link.group();
    }

    private String log() {
        try {
            return Files.readString(data.resolve("gateway.log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void texts(String from, String to, String words) {
        var sid = FakeCarrier.newSid();
        canaries.add(sid);

        assertEquals(200, carrier.text(sid, from, to, words).statusCode());
    }

    /** The code of the first dispatch the phone was sent. */
    private String codeFor(String phone) {
        Eventually.until(phone + " is asked", () -> codes(phone).findFirst().isPresent());
        return codes(phone).findFirst().orElseThrow();
    }

    private Stream<String> codes(String phone) {
        return carrier.postsTo(phone).stream().map(text -> CODE.matcher(text.body())).filter(Matcher::find)
                .map(code -> code.group(1));
    }

    /** Words that stand nowhere else, in a form in which each encoding differs from the others. */
    private String canary(String about) {
        var words = about + " canary " + Long.toHexString(new SecureRandom().nextLong());
        canaries.add(words.substring(words.lastIndexOf(' ') + 1));
        canaries.add(about.chars().allMatch(letter -> letter < 128) ? words : about);
        return words;
    }

    private DatabaseUrl superuser() {
        try (var running = EmbeddedPostgres.join(data, new SecureRandom())) {
            return running.superuser();
        }
    }

    private long count(String sql) throws SQLException {
        var url = superuser();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
