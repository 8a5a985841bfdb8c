package gateway.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gateway.messaging.AttemptId;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import gateway.messaging.SendOutcome.Accepted;
import gateway.messaging.SendOutcome.NotTaken;
import gateway.messaging.SendOutcome.Refused;
import gateway.messaging.SendOutcome.Unknown;
import gateway.phone.PhoneNumber;
import gateway.stories.FakeAnswer;
import gateway.stories.FakeCarrier;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioCarrierTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final FakeCarrier FAKE = new FakeCarrier(VERTX);
    private static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");
    private static final PhoneNumber ROSA = new PhoneNumber("+12025550111");
    private static final URI PUBLIC = URI.create("https://gateway.example/");
    private static final Duration SHORT = Duration.ofMillis(400);

    @BeforeEach
    void forget() {
        FAKE.forget();
    }

    @AfterAll
    static void close() {
        assertEquals(List.of(), FAKE.strays(), "what Twilio's document does not allow");
        FAKE.close();
        VERTX.close().await();
    }

    @Test
    void a_text_is_posted_once_with_all_it_needs() {
        var text = text("K 4731-1 C2 DP 21:10. TAKE 482913 & + % ជំនួយ 🌂");

        var outcome = carrier(FAKE.apiUrl(), Duration.ofSeconds(5)).send(text);

        var posted = FAKE.posts().getFirst();
        assertEquals(1, FAKE.posts().size());
        assertEquals(new Accepted(posted.sid()), outcome);
        assertEquals(text.words(), posted.body());
        assertEquals(HOTLINE.e164(), posted.from());
        assertEquals(ROSA.e164(), posted.to());
        assertEquals(300, posted.validityPeriod());
        assertEquals("https://gateway.example/twilio/deliveries/" + text.attempt(), posted.statusCallback());
    }

    @Test
    void a_call_is_posted_once_with_where_to_ask_what_is_heard_and_where_to_tell() {
        var call = call();

        var outcome = carrier(FAKE.apiUrl(), Duration.ofSeconds(5)).send(call);

        var posted = FAKE.placements().getFirst();
        assertEquals(1, FAKE.placements().size());
        assertEquals(new Accepted(posted.sid()), outcome);
        assertEquals(HOTLINE.e164(), posted.from());
        assertEquals(ROSA.e164(), posted.to());
        assertEquals("https://gateway.example/twilio/calls/out/" + call.attempt(), posted.url());
        assertEquals("https://gateway.example/twilio/deliveries/" + call.attempt(), posted.statusCallback());
        assertEquals(List.of("initiated", "ringing", "answered", "completed"), posted.events());
        assertEquals(25, posted.timeout());
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("accepted", FakeAnswer.ACCEPT, Accepted.class),
                arguments("too many", FakeAnswer.TOO_MANY, NotTaken.class),
                arguments("unauthorized", FakeAnswer.UNAUTHORIZED, NotTaken.class),
                arguments("a proxy forbids", FakeAnswer.FORBIDDEN, NotTaken.class),
                arguments("opted out", FakeAnswer.refuse(21610), Refused.class),
                arguments("no such number", FakeAnswer.refuse(21211), Refused.class),
                arguments("500", FakeAnswer.SERVER_ERROR, Unknown.class),
                arguments("503", FakeAnswer.UNAVAILABLE, Unknown.class),
                arguments("redirect", FakeAnswer.REDIRECT, Unknown.class),
                arguments("HTML", FakeAnswer.HTML, Unknown.class),
                arguments("half a JSON", FakeAnswer.HALF_JSON, Unknown.class),
                arguments("no sid", FakeAnswer.NO_SID, Unknown.class),
                arguments("empty", FakeAnswer.EMPTY, Unknown.class),
                arguments("too long", FakeAnswer.TOO_LONG, Unknown.class),
                arguments("accepted, then dropped", FakeAnswer.ACCEPT_THEN_DROP, Unknown.class),
                arguments("accepted, then cut in half", FakeAnswer.ACCEPT_THEN_HALF, Unknown.class),
                arguments("hangs", FakeAnswer.HANG, Unknown.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void each_try_is_one_post_whatever_is_answered(String name, FakeAnswer answer,
            Class<? extends SendOutcome> outcome) {
        FAKE.answers(answer);
        var carrier = carrier(FAKE.apiUrl(), answer == FakeAnswer.HANG ? SHORT : Duration.ofSeconds(5));
        var tries = 4;

        for (var n = 0; n < tries; n++) {
            assertInstanceOf(outcome, carrier.send(text("TAKE 482913")), name);
        }

        assertEquals(tries, FAKE.posts().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void each_try_to_call_is_one_post_whatever_is_answered(String name, FakeAnswer answer,
            Class<? extends SendOutcome> outcome) {
        FAKE.answers(answer);
        var carrier = carrier(FAKE.apiUrl(), answer == FakeAnswer.HANG ? SHORT : Duration.ofSeconds(5));
        var tries = 3;

        for (var n = 0; n < tries; n++) {
            assertInstanceOf(outcome, carrier.send(call()), name);
        }

        assertEquals(tries, FAKE.placements().size());
        assertEquals(0, FAKE.posts().size());
    }

    @Test
    void the_refusal_keeps_the_carriers_code() {
        FAKE.answers(FakeAnswer.refuse(21610));

        assertEquals(new Refused("21610"), carrier(FAKE.apiUrl(), Duration.ofSeconds(5)).send(text("x")));
    }

    @Test
    void a_carrier_that_is_not_there_has_surely_not_taken_it() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        for (var url : new String[] {"http://127.0.0.1:" + free, "http://nowhere.invalid",
                "https://127.0.0.1:" + free}) {
            assertInstanceOf(NotTaken.class, carrier(URI.create(url), Duration.ofSeconds(5)).send(text("x")), url);
        }
    }

    @Test
    void a_carrier_that_breaks_the_greeting_has_surely_not_taken_it() throws Exception {
        try (var plain = new Scripted("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", false)) {
            assertInstanceOf(NotTaken.class, carrier(URI.create("https://127.0.0.1:" + plain.port()),
                    Duration.ofSeconds(5)).send(text("x")));
        }
    }

    @Test
    void an_answer_that_drips_meets_the_deadline() throws Exception {
        try (var drip = new Scripted("HTTP/1.1 201 Created\r\nContent-Length: 100000\r\n\r\n{", true)) {
            assertEquals(new Unknown("time-out"),
                    carrier(URI.create("http://127.0.0.1:" + drip.port()), SHORT).send(text("x")));
            assertEquals(1, drip.connections());
        }
    }

    @Test
    void bytes_that_are_no_http_are_unknown() throws Exception {
        try (var garbage = new Scripted("\0\1\2 not http at all\r\n\r\n", false)) {
            assertInstanceOf(Unknown.class, carrier(URI.create("http://127.0.0.1:" + garbage.port()),
                    Duration.ofSeconds(5)).send(text("x")));
            assertEquals(1, garbage.connections());
        }
    }

    @Test
    void an_account_prints_without_its_tokens() {
        var printed = new TwilioAccount("AC1", "secret-one", "secret-two").toString();

        assertTrue(printed.contains("AC1"));
        assertFalse(printed.contains("secret"));
    }

    private static TwilioCarrier carrier(URI apiUrl, Duration deadline) {
        return new TwilioCarrier(FAKE.account(), new TwilioHttpClient(VERTX, apiUrl, deadline), PUBLIC);
    }

    private static Outgoing.Text text(String words) {
        return new Outgoing.Text(new AttemptId(UUID.randomUUID()), HOTLINE, ROSA, words, Duration.ofMinutes(5));
    }

    private static Outgoing.Call call() {
        return new Outgoing.Call(new AttemptId(UUID.randomUUID()), HOTLINE, ROSA, Duration.ofSeconds(25));
    }

    /** A server that says the same bytes to whoever comes, and closes or goes on dripping. */
    private static final class Scripted implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger connections = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);

        Scripted(String bytes, boolean dripping) throws IOException {
            Thread.startVirtualThread(() -> {
                while (closed.getCount() > 0) {
                    try (var caller = socket.accept()) {
                        connections.incrementAndGet();
                        caller.getInputStream().read(new byte[4096]);
                        caller.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                        caller.getOutputStream().flush();
                        while (dripping && !closed.await(50, TimeUnit.MILLISECONDS)) {
                            caller.getOutputStream().write(' ');
                        }
                    } catch (IOException | InterruptedException gone) {
                        // The other side has hung up, which is what is tested.
                    }
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections.get();
        }

        @Override
        public void close() throws IOException {
            closed.countDown();
            socket.close();
        }
    }
}
