package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.watch.Health;
import gateway.watch.Meters;
import gateway.watch.Readiness;
import gateway.watch.WatchedLoop;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(VertxExtension.class)
class ManagementDoorTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Duration sinceSuccess = Duration.ZERO;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ManagementDoor door;

    /** @param vertx a Vert.x of this test's own, made and closed by the extension */
    ManagementDoorTest(Vertx vertx) {
        door = ManagementDoor.open(vertx, 0, new Health(List.of(new WatchedLoop("postman", () -> sinceSuccess)), List::of),
                new Readiness(DATABASE.database()), new Meters());
    }

    @AfterEach
    void close() {
        door.close();
        client.close();
    }

    @Test
    void health_is_503_with_the_reason_when_a_loop_stands_still() throws Exception {
        assertEquals(200, ask("GET", "/health").statusCode());

        sinceSuccess = Duration.ofSeconds(31);

        assertEquals(503, ask("GET", "/health").statusCode());
        assertEquals("postman has not turned for 31 s\n", ask("GET", "/health").body());
    }

    @Test
    void it_is_ready_when_it_can_commit() throws Exception {
        assertEquals(200, ask("GET", "/ready").statusCode());
    }

    @Test
    void metrics_are_prometheus_text() throws Exception {
        var answer = ask("GET", "/metrics");

        assertEquals(200, answer.statusCode());
        assertEquals("text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("umbrella_dispatches_total"));
    }

    @Test
    void nothing_else_is_here() throws Exception {
        assertEquals(404, ask("GET", "/alerts").statusCode());
        assertEquals(405, ask("POST", "/health").statusCode());
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }
}
