package gateway.virtualphone;

import gateway.database.Changes;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells an open page that something has changed, and nothing more: the page then asks again. All phones share one
 * stream, for a browser opens only six connections to a host.
 */
final class ChangeStream {

    private static final long HEARTBEAT_MILLIS = 15_000;
    /** What changes within this time is told once. */
    private static final long GATHERING_MILLIS = 50;
    private static final String CHANGED = "event: changed\ndata: changed\n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final Vertx vertx;
    private final Changes changes;

    ChangeStream(Vertx vertx, Changes changes) {
        this.vertx = vertx;
        this.changes = changes;
    }

    /** GET /…/changes. It begins by saying “changed”, so that what happened while the page was away is not missed. */
    void handle(RoutingContext request) {
        var response = request.response();
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        var context = Vertx.currentContext();
        var gathering = new AtomicBoolean();
        Runnable tell = () -> {
            if (gathering.compareAndSet(false, true)) {
                context.runOnContext(_ -> vertx.setTimer(GATHERING_MILLIS, _ -> {
                    gathering.set(false);
                    response.write(CHANGED);
                }));
            }
        };
        changes.onChange(tell);
        var heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> response.write(HEARTBEAT));
        response.closeHandler(_ -> {
            changes.forget(tell);
            vertx.cancelTimer(heartbeat);
        });
        response.write(CHANGED);
    }
}
