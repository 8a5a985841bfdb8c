package gateway.console.frame;

import gateway.database.Changes;
import gateway.database.Database;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * GET /changes: says only that something changed; the page then fetches itself again with its own authority. Each stream
 * has a virtual thread that waits for changes, says every 15 seconds that it is still there, and ends with its session.
 */
public final class ChangesStream {

    private static final int MOST_OF_A_SESSION = 6;
    private static final int MOST = 500;
    private static final long HEARTBEAT_SECONDS = 15;

    private final Database database;
    private final Sessions sessions;
    private final Map<String, List<Semaphore>> streams = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST);

    public ChangesStream(Database database, Changes changes, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
        changes.onChange(this::wake);
    }

    public void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var session = HexFormat.of().formatHex(visit.signedIn().idHash());
        var id = request.<SecretToken>get("session id");
        var changed = new Semaphore(1);
        if (!enter(session, changed)) {
            request.response().setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, "60").end();
            return;
        }
        var response = request.response();
        response.setChunked(true);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
        response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        response.putHeader("X-Accel-Buffering", "no");
        response.closeHandler(gone -> changed.release());
        response.exceptionHandler(gone -> changed.release());
        Thread.ofVirtual().name("changes").start(() -> {
            try {
                follow(response, id, changed);
            } finally {
                leave(session, changed);
                response.end();
            }
        });
    }

    private void follow(HttpServerResponse response, SecretToken id, Semaphore changed) {
        try {
            while (!response.closed() && !response.ended()) {
                var isChanged = changed.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (response.closed() || response.writeQueueFull()) {
                    return;
                }
                if (!isAlive(id)) {
                    // The page fetches itself once more, and so finds that it must sign in again.
                    response.write("event: changed\ndata:\n\n");
                    return;
                }
                // Before the writing: what changes from here on must be told once more.
                changed.drainPermits();
                response.write(isChanged ? "event: changed\ndata:\n\n" : "event: still-here\ndata:\n\n");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAlive(SecretToken id) {
        return database.inTransaction(tx -> sessions.find(tx, id, tx.now())).isPresent();
    }

    private boolean enter(String session, Semaphore stream) {
        if (!places.tryAcquire()) {
            return false;
        }
        var entered = new boolean[1];
        streams.compute(session, (same, others) -> {
            var mine = others == null ? new ArrayList<Semaphore>() : new ArrayList<>(others);
            entered[0] = mine.size() < MOST_OF_A_SESSION;
            if (entered[0]) {
                mine.add(stream);
            }
            return mine;
        });
        if (!entered[0]) {
            places.release();
        }
        return entered[0];
    }

    private void leave(String session, Semaphore stream) {
        streams.computeIfPresent(session, (same, others) -> {
            var rest = others.stream().filter(other -> !other.equals(stream)).toList();
            return rest.isEmpty() ? null : rest;
        });
        places.release();
    }

    private void wake() {
        streams.values().forEach(those -> those.forEach(Semaphore::release));
    }
}
