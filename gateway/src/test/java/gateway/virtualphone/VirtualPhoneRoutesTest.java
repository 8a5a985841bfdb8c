package gateway.virtualphone;

import static gateway.virtualphone.TestPhones.AMIR;
import static gateway.virtualphone.TestPhones.REPORTER;
import static gateway.virtualphone.TestPhones.ROSA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.incoming.Envelope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class VirtualPhoneRoutesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static TestPhones phones;
    static URI address;

    @BeforeAll
    static void open() {
        phones = new TestPhones(DATABASE);
        address = URI.create(phones.address);
    }

    @BeforeEach
    void empty() {
        phones.empty();
    }

    @Test
    void the_page_shows_a_reporter_and_every_member_with_a_phone() throws Exception {
        var page = get("").body();

        assertTrue(page.indexOf(">Reporter<") < page.indexOf(">Rosa<"));
        assertTrue(page.indexOf(">Rosa<") < page.indexOf(">Amir<"));
        assertTrue(page.indexOf(">Amir<") < page.indexOf(">Lina<"));
        assertTrue(page.indexOf(">Lina<") < page.indexOf(">Noon<"));
        assertEquals(5, page.split("<article", -1).length - 1);
        assertTrue(page.contains("This phone stays dark on purpose."));
        assertTrue(page.contains("TRAINING"));
    }

    @Test
    void a_text_from_a_phone_is_an_envelope_like_any_other() throws Exception {
        var answer = text(REPORTER.e164(), "2 daun penh");

        assertEquals(303, answer.statusCode());
        assertEquals(address.getPath() + "?language=en&reporter=0150#phone-12025550150",
                answer.headers().firstValue("Location").orElseThrow());
        var envelope = phones.inbox.getFirst();
        assertEquals(new Envelope(phones.account, envelope.carrierId(), "+12025550150", "+12025550100", "2 daun penh"), envelope);
        assertEquals(List.of("out sent: 2 daun penh"), phones.threadOf(REPORTER));
    }

    @Test
    void a_text_that_cannot_be_read_is_left_out_and_the_others_are_shown() throws Exception {
        text(REPORTER.e164(), "2");
        text(REPORTER.e164(), "3");
        var before = DATABASE.faultyRows().count();
        DATABASE.tamper("UPDATE virtual_text SET words_sealed = decode('00', 'hex') WHERE id = (SELECT id FROM virtual_text ORDER BY at DESC, id DESC LIMIT 1)");

        assertEquals(200, get("").statusCode());
        assertEquals(List.of("out sent: 2"), phones.threadOf(REPORTER));
        assertTrue(DATABASE.faultyRows().count() > before, "counted");
    }

    @Test
    void every_text_has_a_carrier_id_of_its_own() throws Exception {
        text(REPORTER.e164(), "2");
        text(REPORTER.e164(), "2");

        assertEquals(2, new HashSet<>(phones.inbox.stream().map(Envelope::carrierId).toList()).size());
    }

    @Test
    void a_stranger_can_be_played_with_fifty_numbers() throws Exception {
        text("+12025550199", "1");

        assertEquals("+12025550199", phones.inbox.getFirst().from());
        assertTrue(get("?reporter=0199").body().contains("+1 202 555 0199</p>"));
        assertTrue(get("?reporter=0111").body().contains("+1 202 555 0150</p>"));
        assertEquals(404, text("+12025550149", "1").statusCode());
    }

    @Test
    void sixteen_hundred_khmer_letters_are_one_text_and_one_more_is_none() throws Exception {
        var longest = "ក".repeat(1_600);

        assertEquals(303, text(ROSA.e164(), longest).statusCode());
        assertEquals(422, text(ROSA.e164(), longest + "ក").statusCode());

        assertEquals(List.of(longest), phones.inbox.stream().map(Envelope::words).toList());
    }

    @Test
    void a_text_that_nobody_took_in_is_marked_so_and_answered_with_503() throws Exception {
        phones.inboxAway = true;

        var answer = text(REPORTER.e164(), "2 daun penh");

        assertEquals(503, answer.statusCode());
        assertEquals(List.of("out failed: 2 daun penh"), phones.threadOf(REPORTER));
    }

    @Test
    void words_are_shown_inert() throws Exception {
        phones.send(phones.anAttempt(), ROSA, "<script>alert(1)</script> \" onmouseover=\"x");

        var page = get("").body();

        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("&lt;script>alert(1)&lt;/script>") || page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void the_switch_is_turned_for_one_phone() throws Exception {
        var answer = post("phones/12025550111/switch", "position=off", origin());

        assertEquals(303, answer.statusCode());
        assertEquals(PhoneSwitch.OFF, phones.switches.of(ROSA));
        assertEquals(PhoneSwitch.ON, phones.switches.of(AMIR));
        assertEquals(404, post("phones/12025550111/switch", "position=broken", origin()).statusCode());
    }

    @Test
    void a_call_is_rung_answered_by_keys_and_hung_up_by_forms() throws Exception {
        var rung = post("phones/12025550150/call", "hotline=%2B12025550100&words=", origin());
        var menu = get("").body();
        var pressed = post("phones/12025550150/call/keys", "key=2", origin());
        var hungUp = post("phones/12025550150/call/end", "", origin());

        assertEquals(List.of(303, 303, 303), List.of(rung.statusCode(), pressed.statusCode(), hungUp.statusCode()));
        assertEquals(address.getPath() + "?language=en&reporter=0150#phone-12025550150",
                rung.headers().firstValue("Location").orElseThrow());
        assertTrue(menu.contains("Hello, this is the shop."));
        assertTrue(menu.contains("<p lang=\"km\">សួស្តី នេះជាហាង។</p>"));
        assertEquals(12, menu.split("name=\"key\"", -1).length - 1);
        assertEquals(List.of("ring +12025550150 +12025550100", "menu [1] [2]"), phones.desk.asked);
        assertTrue(get("").body().contains("You hung up."));
    }

    @Test
    void a_number_is_withheld_where_the_form_says_so() throws Exception {
        post("phones/12025550150/call", "hotline=%2B12025550100&withheld=true", origin());

        assertEquals(List.of("ring anonymous +12025550100"), phones.desk.asked);
    }

    @ParameterizedTest
    @CsvSource({"call/keys, key=2, 409", "call/end, '', 409", "call/answer, '', 409", "call/refusal, '', 409",
            "call/words, words=hello, 409", "call, hotline=%2B12025550142, 404", "call, '', 404"})
    void what_a_phone_without_a_call_cannot_do_is_refused(String path, String form, int status) throws Exception {
        assertEquals(status, post("phones/12025550150/" + path, form, origin()).statusCode());
        assertEquals(List.of(), phones.desk.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key=", "key=12", "key=a", "key=%E1%9F%A2"})
    void what_is_no_key_is_refused(String form) throws Exception {
        post("phones/12025550150/call", "hotline=%2B12025550100", origin());

        assertEquals(409, post("phones/12025550150/call/keys", form, origin()).statusCode());
        assertEquals(1, phones.desk.asked.size());
    }

    @Test
    void a_phone_that_is_rung_is_answered_or_declined() throws Exception {
        phones.ring(phones.anAttempt(), ROSA);
        phones.ring(phones.anAttempt(), AMIR);
        var ringing = get("").body();

        post("phones/12025550111/call/answer", "", origin());
        post("phones/12025550112/call/refusal", "", origin());

        assertTrue(ringing.contains("It rings: Phnom Penh line"));
        assertEquals(List.of("waits", "told en: Press 1 to take it."), phones.callOf(ROSA));
        assertEquals(List.of("ended-declined"), phones.callOf(AMIR));
    }

    @Test
    void a_page_of_two_joined_phones_shows_neither_the_others_number_in_its_call() throws Exception {
        post("phones/12025550150/call", "hotline=%2B12025550100", origin());
        post("phones/12025550150/call/keys", "key=0", origin());
        post("phones/12025550111/call/answer", "", origin());
        post("phones/12025550111/call/keys", "key=1", origin());
        post("phones/12025550150/call/words", "words=Where+are+you%3F", origin());

        var page = get("").body();

        assertEquals("joined", phones.callOf(ROSA).getFirst());
        assertTrue(call(page, "12025550111").contains("Where are you?"));
        assertFalse(call(page, "12025550111").matches("(?s).*(12025550150|202 555 0150).*"));
        assertFalse(call(page, "12025550150").matches("(?s).*(12025550111|202 555 0111).*"));
    }

    @Test
    void a_recorded_prompt_is_heard_under_the_secret_path_only() throws Exception {
        var prompt = get("prompts/" + TestDesk.RECORDED);

        assertEquals(200, prompt.statusCode());
        assertEquals("audio/wav", prompt.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(404, get("prompts/unknown").statusCode());
        assertTrue(status("GET /prompts/" + TestDesk.RECORDED + " HTTP/1.1", "Host: " + address.getAuthority())
                .contains(" 404 "));
        assertTrue(prompt.headers().firstValue("Content-Security-Policy").orElseThrow().contains("media-src 'self'"));
    }

    @Test
    void a_key_that_changes_nothing_to_press_leaves_the_keypad_in_place() throws Exception {
        post("phones/12025550150/call", "hotline=%2B12025550100", origin());
        var seen = seen(get("").body());
        phones.exchange.press(REPORTER, '2');

        var changed = get("threads?" + seen).body();

        assertTrue(changed.contains("It is noted."));
        assertFalse(changed.contains("id=\"controls-12025550150\""));
    }

    @Test
    void only_threads_that_have_changed_are_fetched_again() throws Exception {
        var seen = get("").body().transform(VirtualPhoneRoutesTest::seen);
        var unchanged = get("threads?" + seen);
        phones.send(phones.anAttempt(), ROSA, "K 4731-1");
        var changed = get("threads?" + seen);

        assertEquals(204, unchanged.statusCode());
        assertTrue(changed.body().contains("id=\"thread-12025550111\""));
        assertFalse(changed.body().contains("id=\"thread-12025550112\""));
    }

    @Test
    void the_stream_says_only_that_something_changed() throws Exception {
        try (var socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(10_000);
            var stream = ask(socket, "GET " + address.getPath() + "changes HTTP/1.1", "Host: " + address.getAuthority());
            readUntil(stream, "data: changed");
            phones.send(phones.anAttempt(), ROSA, "a canary");

            var told = readUntil(stream, "data: changed");

            assertFalse(told.contains("canary"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/0123456789abcdef0123456789abcdef/", "/favicon.ico", "//", "/../"})
    void without_the_secret_there_is_nothing(String path) throws Exception {
        assertTrue(status("GET " + path + " HTTP/1.1", "Host: " + address.getAuthority()).contains(" 404 "));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 200", "localhost, 200", "umbrella.example, 404", "127.0.0.1.umbrella.example, 404"})
    void only_names_of_loopback_are_answered(String host, String status) throws Exception {
        var answer = status("GET " + address.getPath() + " HTTP/1.1", "Host: " + host + ":" + address.getPort());

        assertTrue(answer.contains(" " + status + " "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://umbrella.example", "null", "https://127.0.0.1:1"})
    void a_form_from_another_page_is_refused(String origin) throws Exception {
        var answer = post("phones/12025550150/texts", "hotline=%2B12025550100&words=2", origin);

        assertEquals(403, answer.statusCode());
        assertEquals(List.of(), phones.inbox);
    }

    @Test
    void the_secret_is_new_at_each_start_and_has_128_bits() {
        var random = new SecureRandom();

        var one = new DoorGuard(random).base();
        var other = new DoorGuard(random).base();

        assertTrue(one.matches("/[0-9a-f]{32}"));
        assertNotEquals(one, other);
    }

    @Test
    void every_page_has_a_strict_policy_and_stays_out_of_caches() throws Exception {
        var headers = get("").headers();

        assertTrue(headers.firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'; script-src 'self'"));
        assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow());
        assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElseThrow());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> text(String from, String words) throws Exception {
        return post("phones/" + from.substring(1) + "/texts",
                "hotline=%2B12025550100&words=" + URLEncoder.encode(words, StandardCharsets.UTF_8), origin());
    }

    private static HttpResponse<String> post(String path, String form, String origin) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10))
                .header("Origin", origin).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    /** What a phone shows of its call. */
    private static String call(String page, String digits) {
        var begin = page.indexOf("<p id=\"standing-" + digits);
        return page.substring(begin, page.indexOf("</section>", begin)).replace(digits, "");
    }

    private static String origin() {
        return "http://" + address.getAuthority();
    }

    private static String seen(String page) {
        var query = new StringBuilder("reporter=0150");
        var found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        while (found.find()) {
            query.append("&seen=").append(found.group(1));
        }
        return query.toString();
    }

    /** As the JDK's client refuses to send a Host of one's own. */
    private static String status(String... head) throws IOException {
        try (var socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(10_000);
            return String.valueOf(ask(socket, head).readLine());
        }
    }

    private static BufferedReader ask(Socket socket, String... head) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String readUntil(BufferedReader stream, String end) throws IOException {
        var read = new StringBuilder();
        for (var line = stream.readLine(); line != null && !line.equals(end); line = stream.readLine()) {
            read.append(line).append('\n');
        }
        return read.toString();
    }
}
