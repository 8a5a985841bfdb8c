package gateway.database;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;

/**
 * Opens pools of connections. How long somebody waits for one is {@link Database}'s to say, and not the pool's: with a limit
 * of its own Vert.x 5.0.12 fails promises it has already completed (vert.x issue 6169, vertx-sql-client issue 1567), since a
 * waiter that was given a connection is not marked as served, and its timer may be set a moment too late to be cancelled.
 */
public final class Pools {

    private static final int STATEMENTS_KEPT = 512;
    private static final int NEVER = 0;

    private Pools() {}

    /** @param name how these connections call themselves to the server */
    public static Pool open(Vertx vertx, DatabaseUrl url, String name, PoolLimits limits) {
        var connecting = connecting(url, name)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(STATEMENTS_KEPT)
                .addProperty("statement_timeout", millis(limits.statement()))
                .addProperty("lock_timeout", millis(limits.lock()))
                .addProperty("idle_in_transaction_session_timeout", millis(limits.idleInTransaction()));
        var pooling = new PoolOptions()
                .setName(name)
                .setMaxSize(limits.size())
                .setMaxWaitQueueSize(limits.waitQueue())
                .setConnectionTimeout(NEVER);
        var network = new NetClientOptions()
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
                .setTcpKeepAlive(true);
        return PgBuilder.pool().connectingTo(connecting).with(pooling).with(network).using(vertx).build();
    }

    static PgConnectOptions connecting(DatabaseUrl url, String name) {
        return PgConnectOptions.fromUri(url.written()).addProperty("application_name", name);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
