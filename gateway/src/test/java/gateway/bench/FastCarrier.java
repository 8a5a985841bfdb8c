package gateway.bench;

import gateway.stories.FakeCarrier;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every text at once, as Twilio would answer, and remembers when the request for each attempt had come. */
final class FastCarrier implements AutoCloseable {

    private static final String CALLBACK = "deliveries%2F";
    private static final int ID_LENGTH = 36;
    private static final String ANSWER = """
            {"account_sid": "%s", "api_version": "2010-04-01", "body": "taken", "date_created": \
            "Mon, 02 Mar 2026 07:10:00 +0000", "date_sent": null, "date_updated": "Mon, 02 Mar 2026 07:10:00 +0000", \
            "direction": "outbound-api", "error_code": null, "error_message": null, "from": "+12015550100", \
            "messaging_service_sid": null, "num_media": "0", "num_segments": "1", "price": null, "price_unit": "USD", \
            "sid": "SM%032x", "status": "queued", "to": "+12025550100", "subresource_uris": {}, "uri": "/"}""";

    private final Map<String, Long> attempts = new ConcurrentHashMap<>();
    private final AtomicLong taken = new AtomicLong();
    private final HttpServer server;

    FastCarrier(Vertx vertx) {
        server = vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1").await();
    }

    URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** When the request of each attempt had arrived, by {@link System#nanoTime}. */
    Map<String, Long> attempts() {
        return attempts;
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var arrived = System.nanoTime();
            var form = body.toString(StandardCharsets.US_ASCII);
            var callback = form.indexOf(CALLBACK) + CALLBACK.length();
            attempts.put(form.substring(callback, callback + ID_LENGTH), arrived);
            request.response().setStatusCode(201).putHeader("Content-Type", "application/json")
                    .end(ANSWER.formatted(FakeCarrier.SID, taken.incrementAndGet()));
        });
    }

    @Override
    public void close() {
        server.close().await();
    }
}
