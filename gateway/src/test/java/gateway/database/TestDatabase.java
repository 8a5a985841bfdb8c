package gateway.database;

import gateway.sealing.KeyRing;
import gateway.sealing.SealingKey;
import gateway.stories.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real, migrated database of one's own that holds nothing yet. As a field it is closed by whoever made it; as
 * an extension ({@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase()}) after the class.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private static final int CONNECTIONS = 10;
    /** What may change more than rows; such a database serves no other test. */
    private static final Pattern MORE_THAN_ROWS = Pattern.compile("\\b(ALTER|CREATE|DROP|GRANT|REVOKE)\\b", Pattern.CASE_INSENSITIVE);

    private final TestServer server = TestServer.only();
    private final String name = server.copy();
    private boolean changed;
    private final Changes changes = new Changes();
    private final Collisions collisions = new Collisions();
    private final FaultyRows faultyRows = new FaultyRows();
    private final Pool pool = Pools.open(server.vertx, runner(), name, PoolLimits.forLoops(CONNECTIONS));
    private volatile InstantSource clock = InstantSource.system();
    private final Database database = new Database(pool, Duration.ofSeconds(10), Duration.ofSeconds(10), changes,
            () -> { }, collisions, faultyRows).at(() -> clock.instant());
    private final FailingStatement failing = new FailingStatement();
    private final Database doors = new Database(failing.on(pool), Duration.ofSeconds(10), Duration.ofSeconds(10), changes,
            () -> { }, collisions, faultyRows).at(() -> clock.instant());
    private final SealingKey sealingKey = SealingKey.generate();
    private final SecureRandom random = new SecureRandom();
    private final RowIds rowIds = new RowIds(InstantSource.system(), random);
    private final KeyRing keyRing =
            database.inTransaction(tx -> KeyRing.open(tx, sealingKey, random, Instant.parse("2026-03-02T12:00:00Z")));

    /** From here on its transactions take their moments from this clock. */
    public TestDatabase reading(InstantSource other) {
        clock = other;
        return this;
    }

    /** Entered as the role that runs. */
    public Database database() {
        return database;
    }

    /** The same, as doors reach it: one of its statements may be made to fail. */
    public Database doors() {
        return doors;
    }

    /** The statement of {@link #doors} that fails. */
    public FailingStatement failing() {
        return failing;
    }

    public KeyRing keyRing() {
        return keyRing;
    }

    public SealingKey sealingKey() {
        return sealingKey;
    }

    public FaultyRows faultyRows() {
        return faultyRows;
    }

    public Collisions collisions() {
        return collisions;
    }

    public Changes changes() {
        return changes;
    }

    public RowIds rowIds() {
        return rowIds;
    }

    public Vertx vertx() {
        return server.vertx;
    }

    public DatabaseUrl runner() {
        return server.postgres.runner().onDatabase(name);
    }

    public DatabaseUrl owner() {
        changed = true;
        return server.postgres.owner().onDatabase(name);
    }

    public DatabaseUrl superuser() {
        changed = true;
        return server.postgres.superuser().onDatabase(name);
    }

    /** What only an intruder or an accident could do: SQL past every grant. */
    public void tamper(String sql) {
        changed |= MORE_THAN_ROWS.matcher(sql).find();
        server.asSuperuser(name, sql);
    }

    /** Empties these tables and all that refer to them, as between two tests; no loop may run meanwhile. */
    public void clear(String... tables) {
        server.clear(name, List.of(tables));
    }

    /** As if PostgreSQL had stopped: every connection breaks, and no new one is let in. */
    public void goAway() {
        changed = true;
        server.asSuperuser("postgres", "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        server.asSuperuser("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    /** Lets it be reached again, and waits until the pool has let go of the connections that broke. */
    public void comeBack() {
        server.asSuperuser("postgres", "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        Eventually.until("every connection of the pool answers", this::isWholePoolAnswering);
    }

    /** All at once, since one after another the same sound connection might answer each time. */
    private boolean isWholePoolAnswering() {
        var connections = IntStream.range(0, CONNECTIONS).mapToObj(_ -> pool.getConnection()).toList();
        List<Future<Boolean>> answers = connections.stream()
                .map(asked -> asked.compose(connection -> connection.query("SELECT 1").execute()).map(true).otherwise(false)).toList();
        var answering = answers.stream().filter(answer -> answer.await()).count();
        connections.forEach(asked -> asked.onSuccess(SqlConnection::close));
        return answering == CONNECTIONS;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        pool.close().await();
        if (changed) {
            server.drop(name);
        } else {
            server.giveBack(name);
        }
    }
}
