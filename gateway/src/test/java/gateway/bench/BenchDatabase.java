package gateway.bench;

import gateway.RecordedWebhook;
import gateway.RecordedWebhook.Statement;
import gateway.database.Changes;
import gateway.database.Database;
import gateway.database.DatabaseUrl;
import gateway.database.EmbeddedPostgres;
import gateway.database.PoolLimits;
import gateway.database.Pools;
import gateway.sealing.KeyFile;
import gateway.sealing.KeyRing;
import gateway.stories.FakeCarrier;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The database of a gateway on its data directory, entered beside it: by its superuser, or as the gateway enters it. */
final class BenchDatabase implements AutoCloseable {

    private static final Path PACK = Path.of("config/packs/phnom-penh");
    /** Every alert is resolved, so that what earlier ones would still need takes nothing from the next turn. */
    private static final List<String> QUIET = List.of("""
            UPDATE ladder
               SET state = 'ended', due_at = NULL, holder_id = NULL, held_since = NULL, confirmed_at = NULL,
                   nobody_since = NULL
             WHERE due_at IS NOT NULL
            """, """
            UPDATE dispatch
               SET state = 'ended', tell_at = NULL, ring_at = NULL
             WHERE state IN ('asked', 'unreached', 'taken')
            """, """
            UPDATE message
               SET state = 'cancelled', due_at = NULL
             WHERE state = 'waiting'
            """, """
            UPDATE alert
               SET resolved_at = now()
             WHERE resolved_at IS NULL
            """);
    private static final String DEADLOCK = "40P01";
    /** Ids sort by time: only what was reported since is looked at. */
    private static final String ATTEMPTS_SINCE = """
            SELECT envelope.carrier_id_index, attempt.id
              FROM report
              JOIN envelope ON envelope.id = report.envelope_id
              JOIN message_dispatch ON message_dispatch.alert_id = report.alert_id
              JOIN attempt ON attempt.message_id = message_dispatch.message_id
             WHERE report.id >= ?
            """;
    private static final String MEMBERS_SINCE = """
            SELECT attempt.id, message.member_id
              FROM attempt
              JOIN message ON message.id = attempt.message_id
             WHERE message.purpose = 'dispatch'
               AND message.kind = 'text'
               AND attempt.id >= ?
            """;
    private static final String UNTOLD = """
            SELECT (SELECT count(*) FROM ladder WHERE due_at < now())
                 + (SELECT count(*) FROM dispatch WHERE tell_at IS NOT NULL AND (told_at IS NULL OR told_at < tell_at))
                 + (SELECT count(*) FROM message WHERE due_at IS NOT NULL)
            """;
    private static final String VOUCH = """
            UPDATE arrestee
               SET outcome = 'released_no_payment'
             WHERE outcome IS NULL
            """;
    private static final String WAITING = "SELECT count(*) FROM message WHERE due_at IS NOT NULL";
    private static final String DUE = "SELECT count(*) FROM ladder WHERE due_at < now()";

    private final EmbeddedPostgres postgres;
    private final Vertx vertx;
    private final Pool pool;
    private final KeyRing keys;

    BenchDatabase(Vertx vertx, Path data) {
        this.vertx = vertx;
        var random = new SecureRandom();
        postgres = EmbeddedPostgres.join(data, random);
        pool = Pools.open(vertx, postgres.runner(), "benchmark", PoolLimits.forLoops(1));
        var database = new Database(pool, Duration.ofSeconds(10), new Changes());
        var sealingKey = new KeyFile(data).find(Optional.empty(), database);
        keys = database.inTransaction(tx -> KeyRing.open(tx, sealingKey, random, Instant.now()));
    }

    DatabaseUrl runner() {
        return postgres.runner();
    }

    /** What the gateway runs for one stranger's text; two of them show which values are new each time. */
    List<List<Statement>> twoWebhooks() {
        var recorded = new RecordedWebhook(pool, keys, PACK, FakeCarrier.SID);
        recorded.take("warm", BenchNetwork.number(79_797), BenchNetwork.hotline(0), Strangers.WORDS);
        return List.of(recorded.take("one", BenchNetwork.number(79_798), BenchNetwork.hotline(0), Strangers.WORDS),
                recorded.take("another", BenchNetwork.number(79_799), BenchNetwork.hotline(0), Strangers.WORDS));
    }

    /** The attempts made for each text since, by the keyed index of its carrier id. */
    Map<String, List<String>> attemptsSince(Instant since) {
        var attempts = new HashMap<String, List<String>>();
        try (var connection = superuser("umbrella"); var asked = connection.prepareStatement(ATTEMPTS_SINCE)) {
            asked.setObject(1, gateway.database.RowIds.floor(since));
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    attempts.computeIfAbsent(Arrays.toString(found.getBytes(1)), _ -> new java.util.ArrayList<>())
                            .add(found.getObject(2, UUID.class).toString());
                }
            }
            return attempts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** To whom each attempt at a text about alerts went since. */
    Map<String, String> membersSince(Instant since) {
        var members = new HashMap<String, String>();
        try (var connection = superuser("umbrella"); var asked = connection.prepareStatement(MEMBERS_SINCE)) {
            asked.setObject(1, gateway.database.RowIds.floor(since));
            try (var found = asked.executeQuery()) {
                while (found.next()) {
                    members.put(found.getObject(1, UUID.class).toString(), found.getObject(2, UUID.class).toString());
                }
            }
            return members;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether every dispatch has been told of, and what tells of it has left. */
    boolean isTold() {
        return count(UNTOLD) == 0;
    }

    String indexOf(String carrierId) {
        return Arrays.toString(keys.index().of("carrier id", carrierId));
    }

    /** What came of all alerts so far vouches for their numbers. */
    void vouch() {
        run(VOUCH);
    }

    /** Leaves the database, so that it can be copied; only the superuser's way in stays. */
    void disconnect() {
        pool.close().await();
    }

    void quieten() {
        for (var turn = 0; turn < 2 || !isIdle(); turn++) {
            QUIET.forEach(this::runBesideTheLoops);
            GatewayProcess.pause(Duration.ofMillis(300));
        }
    }

    private void runBesideTheLoops(String sql) {
        try (var connection = superuser("umbrella"); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            if (!DEADLOCK.equals(failure.getSQLState())) {
                throw new IllegalStateException(failure);
            }
        }
    }

    boolean isIdle() {
        return count(WAITING) == 0 && count(DUE) == 0;
    }

    void run(String... statements) {
        try (var connection = superuser("umbrella"); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long count(String sql) {
        try (var connection = superuser("umbrella"); var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Connection superuser(String database) throws SQLException {
        var url = postgres.superuser().onDatabase(database);
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        pool.close().await();
        postgres.close();
    }
}
