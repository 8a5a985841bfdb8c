package gateway;

import gateway.watch.Health;
import gateway.watch.Meters;
import gateway.watch.Readiness;
import gateway.watch.Verdict;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.Callable;

/** What whoever runs the machine asks, on loopback alone: GET /health, /ready and /metrics. */
final class ManagementDoor implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Vertx vertx;
    private final Health health;
    private final Readiness readiness;
    private final Meters meters;
    private final HttpServer server;

    private ManagementDoor(Vertx vertx, Health health, Readiness readiness, Meters meters) {
        this.vertx = vertx;
        this.health = health;
        this.readiness = readiness;
        this.meters = meters;
        this.server = vertx.createHttpServer().requestHandler(this::handle);
    }

    /** @param port 0 for any that is free */
    static ManagementDoor open(Vertx vertx, int port, Health health, Readiness readiness, Meters meters) {
        var door = new ManagementDoor(vertx, health, readiness, meters);
        door.server.listen(port, LOOPBACK).await();
        return door;
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().await();
    }

    private void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            answer(request, new Answer(405, PLAIN, "GET only\n"));
            return;
        }
        switch (request.path()) {
            case "/health" -> answer(request, () -> verdict(health.verdict()));
            case "/ready" -> answer(request, () -> verdict(readiness.verdict()));
            case "/metrics" -> answer(request, () -> new Answer(200, PROMETHEUS, meters.text()));
            case null, default -> answer(request, new Answer(404, PLAIN, "not here\n"));
        }
    }

    private static Answer verdict(Verdict verdict) {
        return new Answer(verdict.isWell() ? 200 : 503, PLAIN, verdict.reason() + "\n");
    }

    /** Off the event loop, because a verdict may wait for the database. */
    private void answer(HttpServerRequest request, Callable<Answer> question) {
        vertx.executeBlocking(question, false)
                .onSuccess(found -> answer(request, found))
                .onFailure(failure -> answer(request, new Answer(503, PLAIN, "cannot be told\n")));
    }

    private static void answer(HttpServerRequest request, Answer answer) {
        request.response().setStatusCode(answer.status).putHeader("Content-Type", answer.type)
                .putHeader("Cache-Control", "no-store").end(request.method().equals(HttpMethod.HEAD) ? "" : answer.words);
    }

    private record Answer(int status, String type, String words) {}
}
