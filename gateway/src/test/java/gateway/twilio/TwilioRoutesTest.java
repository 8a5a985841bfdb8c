package gateway.twilio;

import static gateway.stories.FakeCarrier.SID;
import static gateway.stories.FakeCarrier.TOKEN;
import static gateway.stories.FakeCarrier.encode;
import static gateway.stories.FakeCarrier.incoming;
import static gateway.stories.FakeCarrier.newSid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.DatabaseAway;
import gateway.database.TestDatabase;
import gateway.intake.CarrierSays;
import gateway.intake.Envelope;
import gateway.intake.Receipt;
import gateway.messaging.Outbox;
import gateway.phone.Language;
import gateway.stories.FakeCall;
import gateway.stories.FakeCarrier;
import gateway.stories.TwilioSigning;
import gateway.voice.CallDesk;
import gateway.voice.Heard;
import gateway.voice.Script;
import gateway.voice.Verb;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioRoutesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final URI PUBLIC = URI.create("https://gateway.example");
    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REPORTER = "+12025550123";
    private static final String HOTLINE = "+12025550100";

    private static final Queue<Envelope> TAKEN = new ConcurrentLinkedQueue<>();
    private static final Set<String> IDS = ConcurrentHashMap.newKeySet();
    private static final Queue<String> ENDS = new ConcurrentLinkedQueue<>();
    private static volatile Function<Envelope, Receipt> inbox = TwilioRoutesTest::keep;
    private static final Queue<Heard> HEARD = new ConcurrentLinkedQueue<>();
    private static volatile Function<Heard, Script> desk = TwilioRoutesTest::greet;
    private static final CallDesk DESK = new CallDesk((_, heard) -> desk.apply(heard),
            Map.of("menu", (rest, heard) -> Script.of(new Verb.Redirect("menu/" + String.join("/", rest) + heard.keys()))));
    private static final Vertx VERTX = Vertx.vertx();
    private static final FakeCarrier FAKE = new FakeCarrier(VERTX);
    private static int port;

    @BeforeAll
    static void open() {
        var listening = Promise.<Integer>promise();
        var account = new TwilioAccount(SID, TOKEN, "the-token-before");
        VERTX.deployVerticle(() -> new AbstractVerticle() {
            @Override
            public void start() {
                var router = Router.router(vertx);
                new TwilioRoutes(PUBLIC, Map.of(ACCOUNT, account), envelope -> inbox.apply(envelope), DESK,
                        DATABASE.database(), new Outbox(InstantSource.system(), DATABASE.keyRing()),
                        InstantSource.system(), ENDS::add, _ -> { }).mount(router);
                listening.complete(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await()
                        .actualPort());
            }
        }, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
        port = listening.future().await();
        FAKE.isReachedAt(URI.create("http://127.0.0.1:" + port), PUBLIC);
    }

    @AfterAll
    static void close() {
        FAKE.close();
        VERTX.close().await();
    }

    @BeforeEach
    void forget() {
        TAKEN.clear();
        IDS.clear();
        ENDS.clear();
        HEARD.clear();
        inbox = TwilioRoutesTest::keep;
        desk = TwilioRoutesTest::greet;
    }

    private static Script greet(Heard heard) {
        HEARD.add(heard);
        return Script.of(new Verb.Gather(1, Duration.ofSeconds(6), "menu/1",
                List.of(new Verb.Say(Language.EN, "a & b <c>"), new Verb.Play("x.wav"))), new Verb.Hangup());
    }

    @Test
    void a_signed_ring_is_answered_with_what_the_desk_says() {
        var answer = FAKE.post("/twilio/calls", FakeCall.fields("CA1", REPORTER, HOTLINE));

        assertEquals(200, answer.statusCode());
        assertEquals("text/xml; charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Gather action=\"" + PUBLIC
                + "/twilio/calls/menu/1\" numDigits=\"1\" timeout=\"6\" actionOnEmptyResult=\"true\">"
                + "<Say language=\"en-US\">a &amp; b &lt;c&gt;</Say><Play>" + PUBLIC + "/prompts/x.wav</Play></Gather><Hangup/>"
                + "</Response>", answer.body().replace("></Hangup>", "/>"));
        assertEquals(List.of(new Heard(ACCOUNT, "CA1", REPORTER, HOTLINE, "")), List.copyOf(HEARD));
        assertEquals(List.of("rang"), List.copyOf(ENDS));
    }

    @Test
    void keys_are_handed_to_the_path_that_the_script_named() {
        var fields = FakeCall.fields("CA1", REPORTER, HOTLINE);
        fields.put("Digits", "5");

        var answer = FAKE.post("/twilio/calls/menu/1", fields);

        assertTrue(answer.body().contains("<Redirect>" + PUBLIC + "/twilio/calls/menu/15</Redirect>"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/calls/none", "/twilio/calls/menu%2F1", "/twilio/calls/../calls/x",
            "/twilio/calls/menu?x=y"})
    void a_path_that_no_script_names_ends_the_call(String path) {
        var answer = FAKE.post(path, FakeCall.fields("CA1", REPORTER, HOTLINE));

        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("Gather"), answer.body());
    }

    @Test
    void a_ring_that_is_not_signed_or_signed_for_another_path_is_refused() {
        var fields = FakeCall.fields("CA1", REPORTER, HOTLINE);
        var elsewhere = TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/calls/menu/1", fields);

        assertEquals(403, FAKE.post("/twilio/calls", encode(fields), Map.of("Content-Type", FORM)).statusCode());
        assertEquals(403, FAKE.post("/twilio/calls", encode(fields), Map.of("Content-Type", FORM, "X-Twilio-Signature",
                elsewhere)).statusCode());
        fields.put("AccountSid", "AC" + "0".repeat(32));
        assertEquals(403, FAKE.post("/twilio/calls", fields).statusCode());
        assertEquals(List.of(), List.copyOf(HEARD));
    }

    @Test
    void a_ring_that_cannot_be_committed_is_put_off() {
        desk = _ -> {
            throw new DatabaseAway("gone", new IOException());
        };
        assertEquals(503, FAKE.post("/twilio/calls", FakeCall.fields("CA1", REPORTER, HOTLINE)).statusCode());

        desk = _ -> {
            throw new IllegalStateException("a bug");
        };
        assertEquals(503, FAKE.post("/twilio/calls", FakeCall.fields("CA1", REPORTER, HOTLINE)).statusCode());
        assertEquals(List.of("away", "failed"), List.copyOf(ENDS));
    }

    private static Receipt keep(Envelope envelope) {
        if (!IDS.add(envelope.carrierId())) {
            return Receipt.ALREADY_TAKEN;
        }
        TAKEN.add(envelope);
        return Receipt.TAKEN;
    }

    @Test
    void a_signed_text_is_taken_in_whole() {
        var answer = FAKE.text("SM1", REPORTER, HOTLINE, "2 daun penh");

        assertEquals(200, answer.statusCode());
        assertEquals("<Response/>", answer.body());
        assertEquals("text/xml", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(List.of(new Envelope(ACCOUNT, "SM1", REPORTER, HOTLINE, "2 daun penh", FAKE.signature("/twilio/texts",
                FakeCarrier.incoming("SM1", REPORTER, HOTLINE, "2 daun penh")), true, false, CarrierSays.NOTHING)), List.copyOf(TAKEN));
    }

    @Test
    void a_replayed_text_is_answered_alike_and_changes_nothing() {
        FAKE.text("SM1", REPORTER, HOTLINE, "2");

        var again = FAKE.text("SM1", REPORTER, HOTLINE, "2");

        assertEquals(200, again.statusCode());
        assertEquals("<Response/>", again.body());
        assertEquals(1, TAKEN.size());
        assertEquals(List.of("taken", "taken_before"), List.copyOf(ENDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "🚨🆘", "\0\0\0", "a\0b", "\u202E2 daun penh\u202C", "\u200B2\u200D", "﹫٢",
            "២ ដូនពេញ",
            "'; DROP TABLE message; --", "<script>alert(1)</script>", "</Message><Dial>+12025550199</Dial>",
            "&lt;Response&gt;]]>", "${7*7} {{7*7}} %s %n %0", "a=b&c=d", "\r\nSet-Cookie: x=y", "\uFEFF2", "\uD83D?"})
    void whatever_it_says_a_signed_text_is_taken_in_as_it_is(String words) {
        var sent = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        var answer = FAKE.text(REPORTER, HOTLINE, sent);

        assertEquals(200, answer.statusCode());
        assertEquals("<Response/>", answer.body());
        assertEquals(sent, TAKEN.element().words());
    }

    @Test
    void sixteen_hundred_khmer_letters_are_taken_in_whole() {
        var words = "ក".repeat(1600);

        assertEquals(200, FAKE.text(REPORTER, HOTLINE, words).statusCode());
        assertEquals(words, TAKEN.element().words());
    }

    @Test
    void bytes_that_are_no_unicode_are_signed_as_they_are_and_taken_in() throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        mac.update((PUBLIC + "/twilio/textsAccountSid" + SID + "Body").getBytes(StandardCharsets.US_ASCII));
        mac.update(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '2', (byte) 0xFF});
        var signature = Base64.getEncoder().encodeToString(mac.doFinal());

        var answer = FAKE.post("/twilio/texts", ("AccountSid=" + SID + "&Body=%ED%A0%802%FF")
                .getBytes(StandardCharsets.US_ASCII), headers(signature));

        assertEquals(200, answer.statusCode());
        assertTrue(TAKEN.element().words().matches("\uFFFD+2\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "+266696687", "Cellcard", "12345", "+1202555012", "sip:a@b", "' OR 1=1",
            "<b>", "+", "whatsapp:+12025550123"})
    void a_sender_that_is_no_number_is_as_welcome(String from) {
        assertEquals(200, FAKE.text(from, HOTLINE, "2").statusCode());
        assertEquals(from, TAKEN.element().from());
    }

    @Test
    void a_signed_text_with_almost_no_fields_is_taken_in_once() {
        var fields = Map.of("AccountSid", SID);

        assertEquals(200, FAKE.post("/twilio/texts", fields).statusCode());
        assertEquals(200, FAKE.post("/twilio/texts", fields).statusCode());

        assertEquals(1, TAKEN.size());
        assertEquals("", TAKEN.element().words());
        assertTrue(TAKEN.element().carrierId().startsWith("signature "));
    }

    @Test
    void while_the_token_is_replaced_texts_signed_with_the_one_before_are_taken_in() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = headers(TwilioSigning.sign("the-token-before", PUBLIC + "/twilio/texts", fields));

        assertEquals(200, FAKE.post("/twilio/texts", encode(fields), headers).statusCode());
    }

    @Test
    void the_default_port_may_be_signed_with() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = headers(TwilioSigning.sign(TOKEN, PUBLIC + ":443/twilio/texts", fields));

        assertEquals(200, FAKE.post("/twilio/texts", encode(fields), headers).statusCode());
    }

    @Test
    void a_signature_that_is_missing_wrong_lower_cased_padded_or_of_another_is_refused() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var right = TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts", fields);
        var wrong = List.of("", "x", right.toLowerCase(Locale.ROOT), right + "=", "=" + right,
                right.replace("=", ""), right + "A".repeat(4000), "\"" + right + "\"",
                TwilioSigning.sign("another token", PUBLIC + "/twilio/texts", fields),
                TwilioSigning.sign(TOKEN, "http://127.0.0.1:" + port + "/twilio/texts", fields),
                TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts/", fields),
                TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts",
                        incoming("SM2", REPORTER, HOTLINE, "2")));

        for (var signature : wrong) {
            assertRefused(403, FAKE.post("/twilio/texts", encode(fields), headers(signature)));
        }
        assertRefused(403, FAKE.post("/twilio/texts", encode(fields), Map.of("Content-Type", FORM)));
    }

    @Test
    void two_signatures_are_refused_even_if_both_are_right() throws IOException {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var right = TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts", fields);

        var answer = raw("X-Twilio-Signature: " + right + "\r\nX-Twilio-Signature: " + right, encode(fields));

        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(TAKEN.isEmpty());
    }

    @Test
    void what_the_request_says_of_its_host_and_way_is_not_believed() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var signedForAnother = TwilioSigning.sign(TOKEN, "https://evil.example/twilio/texts", fields);
        var headers = new HashMap<>(headers(signedForAnother));
        headers.putAll(Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https",
                "Forwarded", "host=evil.example;proto=https", "X-Original-URL", "/", "X-HTTP-Method-Override", "GET"));

        assertRefused(403, FAKE.post("/twilio/texts", encode(fields), headers));
    }

    @Test
    void another_account_is_refused_even_if_signed_with_our_token() {
        for (var sid : new String[] {"AC0", "", SID.toLowerCase(Locale.ROOT), SID + " "}) {
            var fields = new TreeMap<>(incoming("SM1", REPORTER, HOTLINE, "2"));
            fields.put("AccountSid", sid);

            assertRefused(403, FAKE.post("/twilio/texts", fields));
        }
    }

    @Test
    void a_number_that_we_do_not_know_is_still_taken_in() {
        assertEquals(200, FAKE.text(REPORTER, "+12025550199", "2").statusCode());
        assertEquals("+12025550199", TAKEN.element().to());
    }

    @Test
    void a_repeated_field_is_refused_even_if_signed() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        for (var more : new String[] {"&From=%2B12025550124", "&From=%2B12025550123", "&Body=2", "&%46rom=x",
                "&From"}) {
            var body = new String(encode(fields), StandardCharsets.US_ASCII) + more;

            assertRefused(400, FAKE.post("/twilio/texts", body.getBytes(StandardCharsets.US_ASCII), signed(fields)));
        }
    }

    @Test
    void an_escape_that_is_none_is_refused() {
        for (var body : new String[] {"Body=%", "Body=%2", "Body=%zz", "%=x"}) {
            assertRefused(400, FAKE.post("/twilio/texts", body.getBytes(StandardCharsets.US_ASCII), headers("x")));
        }
    }

    @Test
    void more_than_a_thousand_fields_are_refused_and_a_thousand_are_not() {
        var fields = new TreeMap<>(incoming("SM1", REPORTER, HOTLINE, "2"));
        IntStream.range(fields.size(), 1000).forEach(n -> fields.put("f" + n, ""));

        assertEquals(200, FAKE.post("/twilio/texts", fields).statusCode());

        TAKEN.clear();
        IntStream.range(1000, 5000).forEach(n -> fields.put("f" + n, ""));
        assertRefused(400, FAKE.post("/twilio/texts", fields));
        var tenThousand = IntStream.range(0, 10_000).mapToObj(n -> "k" + n).collect(Collectors.joining("&"));
        assertRefused(413, FAKE.post("/twilio/texts", (tenThousand + "&x=" + "y".repeat(10_000))
                .getBytes(StandardCharsets.US_ASCII), headers("x")));
        assertRefused(400, FAKE.post("/twilio/texts", tenThousand.getBytes(StandardCharsets.US_ASCII), headers("x")));
    }

    @Test
    void up_to_64_KiB_is_taken_in_and_a_byte_more_is_refused() {
        var fields = new TreeMap<>(incoming("SM1", REPORTER, HOTLINE, ""));
        var room = 64 * 1024 - encode(fields).length;

        fields.put("Body", "y".repeat(room));
        assertEquals(200, FAKE.post("/twilio/texts", fields).statusCode());

        TAKEN.clear();
        fields.put("Body", "y".repeat(room + 1));
        assertRefused(413, FAKE.post("/twilio/texts", fields));
    }

    @Test
    void a_body_that_does_not_say_its_length_meets_the_same_limit() throws IOException {
        var answer = exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + ("1000\r\n" + "y".repeat(4096) + "\r\n").repeat(17));

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(TAKEN.isEmpty());
    }

    @Test
    void a_body_that_promises_too_much_is_refused_before_it_comes() throws IOException {
        for (var length : new String[] {"65537", "99999999999999999"}) {
            var answer = exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: " + length + "\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
    }

    @Test
    void a_body_that_never_ends_is_given_up() throws IOException {
        var answer = exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                + "\r\nContent-Length: 100\r\n\r\nBody=");

        assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    }

    @Test
    void two_lengths_and_a_length_beside_chunks_are_refused() throws IOException {
        for (var lengths : new String[] {"Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked", "Content-Length: -1", "Content-Length: 5x"}) {
            var answer = exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM + "\r\n" + lengths
                    + "\r\n\r\n0\r\n\r\n");

            assertTrue(answer.matches("(?s)HTTP/1.1 (400|408|403) .*"), lengths + ": " + answer);
            assertTrue(TAKEN.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "text/xml", "",
            "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencodedx",
            "application/x-www-form-urlencoded, application/json", "application/x-www-form-urlencoded; boundary=x"})
    void what_is_no_form_is_refused(String type) {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = new HashMap<>(signed(fields));
        headers.put("Content-Type", type);

        assertRefused(415, FAKE.post("/twilio/texts", encode(fields), headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, FORM + "; charset=UTF-8", FORM + ";charset=utf-8",
            "Application/X-WWW-Form-Urlencoded"})
    void a_form_is_a_form_however_it_is_written(String type) {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = new HashMap<>(signed(fields));
        headers.put("Content-Type", type);

        assertEquals(200, FAKE.post("/twilio/texts", encode(fields), headers).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP", "identity, gzip"})
    void a_compressed_body_is_refused(String encoding) {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = new HashMap<>(signed(fields));
        headers.put("Content-Encoding", encoding);

        assertRefused(415, FAKE.post("/twilio/texts", encode(fields), headers));
    }

    @Test
    void while_the_database_is_away_the_carrier_is_asked_to_come_again() {
        inbox = _ -> {
            throw new DatabaseAway("gone", null);
        };

        assertComeAgain(FAKE.text("SM1", REPORTER, HOTLINE, "2"));

        inbox = TwilioRoutesTest::keep;
        assertEquals(200, FAKE.text("SM1", REPORTER, HOTLINE, "2").statusCode());
    }

    @Test
    void whatever_breaks_below_the_carrier_is_asked_to_come_again() {
        inbox = _ -> {
            throw new IllegalStateException("a bug");
        };

        assertComeAgain(FAKE.text(REPORTER, HOTLINE, "2"));
    }

    @Test
    void a_database_that_does_not_answer_is_not_waited_for_beyond_the_deadline() {
        var held = Promise.<Receipt>promise();
        inbox = _ -> held.future().await();
        try {
            assertComeAgain(FAKE.text(REPORTER, HOTLINE, "2"));
            assertEquals(List.of("late"), List.copyOf(ENDS));
        } finally {
            held.complete(Receipt.TAKEN);
        }
    }

    @Test
    void while_one_text_waits_for_the_database_others_are_taken_in() {
        var held = Promise.<Receipt>promise();
        inbox = envelope -> envelope.words().equals("slow") ? held.future().await() : keep(envelope);
        var slow = new CompletableFuture<HttpResponse<String>>();
        Thread.startVirtualThread(() -> slow.complete(FAKE.text(REPORTER, HOTLINE, "slow")));

        assertEquals(200, FAKE.text(REPORTER, HOTLINE, "quick").statusCode());

        assertFalse(slow.isDone());
        held.complete(Receipt.TAKEN);
        assertEquals(200, slow.join().statusCode());
    }

    @Test
    void a_receipt_for_no_attempt_of_ours_is_answered_and_counted() {
        var path = "/twilio/deliveries/" + UUID.randomUUID();

        var answer = FAKE.post(path, Map.of("AccountSid", SID, "MessageSid", newSid(), "MessageStatus", "delivered"));

        assertEquals(204, answer.statusCode());
        assertEquals(List.of("stray_delivery"), List.copyOf(ENDS));
    }

    @Test
    void a_receipt_is_signed_for_its_own_attempt_only() {
        var fields = Map.of("AccountSid", SID, "MessageStatus", "delivered");
        var headers = headers(TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/deliveries/" + UUID.randomUUID(), fields));

        assertRefused(403, FAKE.post("/twilio/deliveries/" + UUID.randomUUID(), encode(fields), headers));
    }

    @Test
    void a_receipt_that_names_no_attempt_is_not_found() {
        assertRefused(404, FAKE.post("/twilio/deliveries/x", Map.of("AccountSid", SID, "MessageStatus", "sent")));
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals("", answer.body());
        assertTrue(TAKEN.isEmpty());
    }

    private static void assertComeAgain(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(TAKEN.isEmpty());
    }

    private static Map<String, String> signed(Map<String, String> fields) {
        return headers(TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts", fields));
    }

    private static Map<String, String> headers(String signature) {
        return Map.of("Content-Type", FORM, "X-Twilio-Signature", signature);
    }

    private static String raw(String headers, byte[] body) throws IOException {
        return exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM + "\r\n" + headers
                + "\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, StandardCharsets.US_ASCII));
    }

    /** What the server says first to these very bytes. */
    private static String exchange(String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var buffer = new byte[4096];
            var read = socket.getInputStream().read(buffer);
            return read < 0 ? "closed" : new String(buffer, 0, read, StandardCharsets.US_ASCII);
        }
    }
}
