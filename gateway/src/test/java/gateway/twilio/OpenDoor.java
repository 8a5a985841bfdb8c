package gateway.twilio;

import static gateway.stories.FakeCarrier.SID;
import static gateway.stories.FakeCarrier.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.messaging.Outbox;
import gateway.phone.Language;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Twilio's door, open on a port of this machine, with a signing carrier outside it; what is behind it the test plays. */
final class OpenDoor implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    static final URI PUBLIC = URI.create("https://gateway.example");
    static final UUID ACCOUNT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final String FORM = "application/x-www-form-urlencoded";
    static final String REPORTER = "+12025550123";
    static final String HOTLINE = "+12025550100";

    final Queue<Envelope> taken = new ConcurrentLinkedQueue<>();
    final Queue<String> ends = new ConcurrentLinkedQueue<>();
    final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    volatile Function<Envelope, Receipt> inbox = this::keep;
    volatile Function<Heard, Script> desk = this::greet;
    final FakeCarrier fake;
    private final TestDatabase database;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Vertx vertx = Vertx.vertx();
    private int port;

    OpenDoor(TestDatabase database) {
        this.database = database;
        fake = new FakeCarrier(vertx);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var listening = Promise.<Integer>promise();
        var account = new TwilioAccount(SID, TOKEN, "the-token-before");
        var calls = new CallDesk((_, heard) -> desk.apply(heard),
                Map.of("menu", (rest, heard) -> Script.of(new Verb.Redirect("menu/" + String.join("/", rest) + heard.keys()))));
        vertx.deployVerticle(() -> new AbstractVerticle() {
            @Override
            public void start() {
                var router = Router.router(vertx);
                new TwilioRoutes(PUBLIC, Map.of(ACCOUNT, account), envelope -> inbox.apply(envelope), calls,
                        new DeliveryWebhook(database.database(), new Outbox(database.keyRing())), ends::add, _ -> { }).mount(router);
                listening.complete(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await()
                        .actualPort());
            }
        }, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
        port = listening.future().await();
        fake.isReachedAt(URI.create("http://127.0.0.1:" + port), PUBLIC);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fake.close();
        vertx.close().await();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        taken.clear();
        ids.clear();
        ends.clear();
        heard.clear();
        inbox = this::keep;
        desk = this::greet;
    }

    int port() {
        return port;
    }

    private Script greet(Heard ring) {
        heard.add(ring);
        return Script.of(new Verb.Gather(1, Duration.ofSeconds(6), "menu/1",
                List.of(new Verb.Say(Language.EN, "a & b <c>"), new Verb.Play("x.wav"))), new Verb.Hangup());
    }

    Receipt keep(Envelope envelope) {
        if (!ids.add(envelope.carrierId())) {
            return Receipt.ALREADY_TAKEN;
        }
        taken.add(envelope);
        return Receipt.TAKEN;
    }

    void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertEquals("", answer.body());
        assertTrue(taken.isEmpty());
    }

    void assertComeAgain(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(taken.isEmpty());
    }

    static Map<String, String> signed(Map<String, String> fields) {
        return headers(TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts", fields));
    }

    static Map<String, String> headers(String signature) {
        return Map.of("Content-Type", FORM, "X-Twilio-Signature", signature);
    }

    String raw(String headers, byte[] body) throws IOException {
        return exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM + "\r\n" + headers
                + "\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, StandardCharsets.US_ASCII));
    }

    /** What the server says first to these very bytes. */
    String exchange(String bytes) throws IOException {
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
