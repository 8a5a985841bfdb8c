package gateway.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.voice.CarrierRecordings.Fetched;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a webhook names and a carrier answers: bounded in time and size, and never asked elsewhere. */
class TwilioRecordingsTest {

    private static final TwilioAccount ACCOUNT = new TwilioAccount("AC1", "token", null);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void a_recording_is_asked_for_by_its_id_with_our_own_account() {
        var server = server(request -> request.response().end(Buffer.buffer(new byte[] {1, 2, 3})));

        var fetched = assertInstanceOf(Fetched.Here.class, of(server).fetch(address(server, "AC1", "RE1")));

        assertEquals(3, fetched.bytes().length);
        assertEquals(List.of("GET /2010-04-01/Accounts/AC1/Recordings/RE1.wav Basic QUMxOnRva2Vu"), asked);
    }

    @Test
    void a_carrier_that_does_not_answer_keeps_nobody_waiting() {
        var silent = server(_ -> { });

        assertInstanceOf(Fetched.NotYet.class, of(silent).fetch(address(silent, "AC1", "RE1")));
        assertFalse(of(silent).delete(address(silent, "AC1", "RE1")), "it is deleted later");
    }

    @Test
    void what_does_not_end_is_cut_off_after_a_megabyte() {
        var endless = server(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(1, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write(Buffer.buffer(new byte[256 * 1024]));
                }
            });
        });

        var patient = new TwilioRecordings(vertx, ACCOUNT, url(endless), Duration.ofSeconds(30));

        assertInstanceOf(Fetched.Never.class, patient.fetch(address(endless, "AC1", "RE1")));
    }

    @Test
    void nobody_is_sent_elsewhere_by_an_address_or_a_redirect() {
        var elsewhere = server(request -> request.response().end("found"));
        var redirecting = server(request -> request.response().setStatusCode(302)
                .putHeader("Location", address(elsewhere, "AC1", "RE1")).end());
        var recordings = of(redirecting);

        for (var foreign : List.of(address(elsewhere, "AC1", "RE1"), address(redirecting, "AC2", "RE1"),
                address(redirecting, "AC1", "RE1/../../Messages"), address(redirecting, "AC1", ""), "file:///etc/passwd", "%%", "")) {
            assertInstanceOf(Fetched.Never.class, recordings.fetch(foreign), foreign);
            assertTrue(recordings.delete(foreign), foreign);
        }
        assertEquals(List.of(), asked);

        assertInstanceOf(Fetched.NotYet.class, recordings.fetch(address(redirecting, "AC1", "RE1")));
        assertEquals(1, asked.size(), "the redirect is not followed");
    }

    @Test
    void one_the_carrier_no_longer_knows_is_gone() {
        var server = server(request -> request.response().setStatusCode(404).end());

        assertTrue(of(server).delete(address(server, "AC1", "RE1")));
        assertEquals("DELETE /2010-04-01/Accounts/AC1/Recordings/RE1.json Basic QUMxOnRva2Vu", asked.getFirst());
    }

    private HttpServer server(Handler<HttpServerRequest> answer) {
        return vertx.createHttpServer().requestHandler(request -> {
            asked.add(request.method() + " " + request.path() + " " + request.getHeader("Authorization"));
            answer.handle(request);
        }).listen(0, "127.0.0.1").await();
    }

    private TwilioRecordings of(HttpServer server) {
        return new TwilioRecordings(vertx, ACCOUNT, url(server), Duration.ofMillis(700));
    }

    private static URI url(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private static String address(HttpServer server, String account, String id) {
        return url(server) + "/2010-04-01/Accounts/" + account + "/Recordings/" + id;
    }
}
