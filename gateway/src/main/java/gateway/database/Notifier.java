package gateway.database;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells the other gateways on this database that something has changed, and hears it from them. Many changes become one
 * NOTIFY, sent by itself: inside each commit it would line all commits up behind one another. A hint, never the truth:
 * while the listener reconnects, hints are lost, and polling finds what they would have told.
 */
public final class Notifier implements AutoCloseable {

    private static final String CHANNEL = "umbrella_changes";
    private static final long RECONNECT_MILLIS = 1000;
    private static final String NOTIFY = "SELECT pg_notify($1, $2)";

    private final Database database;
    private final String self;
    private final PgSubscriber listener;
    private final AtomicBoolean pending = new AtomicBoolean();
    @SuppressWarnings("UnnecessaryLambda") // One object, so that it can be taken back.
    private final Runnable note = () -> pending.set(true);
    private final Changes changes;

    private Notifier(Database database, Changes changes, PgSubscriber listener, UUID self) {
        this.database = database;
        this.changes = changes;
        this.listener = listener;
        this.self = self.toString();
    }

    /** @param self names this gateway among the others, so that it does not hear itself */
    public static Notifier start(Vertx vertx, DatabaseUrl url, Database database, Changes changes, UUID self) {
        var listener = PgSubscriber.subscriber(vertx, Pools.connecting(url, "umbrella listener"));
        listener.reconnectPolicy(retries -> RECONNECT_MILLIS);
        var notifier = new Notifier(database, changes, listener, self);
        var listening = Promise.<Void>promise();
        listener.channel(CHANNEL)
                .subscribeHandler(subscribed -> notifier.listens(listening))
                .handler(notifier::hear);
        listener.connect().await();
        listening.future().await();
        changes.onCommitHere(notifier.note);
        return notifier;
    }

    /** Sends one NOTIFY if anything was committed here since the last. */
    public void tick() {
        if (pending.getAndSet(false)) {
            database.run(tx -> tx.query(NOTIFY, row -> row, CHANNEL, self));
        }
    }

    @Override
    public void close() {
        changes.forget(note);
        listener.close().await();
    }

    /** The first time nothing can have been missed yet; later, something may have been. */
    private void listens(Promise<Void> firstTime) {
        if (!firstTime.tryComplete()) {
            changes.announceFromElsewhere();
        }
    }

    private void hear(String sender) {
        if (!sender.equals(self)) {
            changes.announceFromElsewhere();
        }
    }
}
