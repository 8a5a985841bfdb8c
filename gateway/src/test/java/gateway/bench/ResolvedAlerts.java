package gateway.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Fills a database with alerts that were resolved long ago, written by its superuser past every key: one each 20 seconds
 * until yesterday, each with all rows that a text, an ask, an acknowledgement and a resolution leave behind. Sealed
 * values are bytes of the right size that nobody could open.
 */
final class ResolvedAlerts {

    static final int ROWS_AN_ALERT = 15;
    private static final int PIECES = 4;
    private static final List<String> FASTER = List.of("ALTER SYSTEM SET max_wal_size = '8GB'",
            "ALTER SYSTEM SET checkpoint_timeout = '30min'", "SELECT pg_reload_conf()");
    private static final List<String> AS_BEFORE = List.of("ALTER SYSTEM RESET max_wal_size",
            "ALTER SYSTEM RESET checkpoint_timeout", "SELECT pg_reload_conf()", "CHECKPOINT", "VACUUM ANALYZE", "CHECKPOINT");
    /** The moment of the n-th alert, and ids that sort by it as ours do; kind tells the tables apart. */
    private static final String FUNCTIONS = """
            CREATE FUNCTION seed_at(n bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
                AS $$ SELECT to_timestamp(%2$d - (%1$d - n) * 20) $$;
            CREATE FUNCTION seed_id(kind integer, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
                AS $$ SELECT (lpad(to_hex((%2$d - (%1$d - n) * 20) * 1000), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
                              || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
            CREATE FUNCTION seed_bytes(kind integer, n bigint, size integer) RETURNS bytea LANGUAGE sql IMMUTABLE
                PARALLEL SAFE
                AS $$ SELECT substr(sha256((kind || ' ' || n)::bytea) || decode(repeat('5c', 400), 'hex'), 1, size) $$;
            CREATE TABLE seed AS
                SELECT (SELECT array_agg(id ORDER BY id) FROM member) AS members,
                       (SELECT array_agg(id ORDER BY id) FROM hotline) AS hotlines,
                       (SELECT id FROM escalation_policy ORDER BY id LIMIT 1) AS policy,
                       (SELECT id FROM carrier_account LIMIT 1) AS account
            """;
    private static final List<String> TABLES = List.of("""
            INSERT INTO timeline_entry
            SELECT seed_id(1, n), sequence, kind, 1, seed_at(n) + sequence * interval '1 minute', 'gateway',
                   seed_bytes(20 + sequence, n, 220), seed_bytes(30 + sequence, n, 32), seed_bytes(31 + sequence, n, 32)
              FROM generate_series(%1$d, %2$d) n,
                   (VALUES (1, 'opened'), (2, 'step_asked'), (3, 'acknowledged'), (4, 'resolved')) entry (sequence, kind)
            """, """
            INSERT INTO wrapped_key
            SELECT seed_id(kind.number, n), kind.word, seed_bytes(10 + kind.number, n, 65), seed_at(n)
              FROM generate_series(%1$d, %2$d) n, (VALUES (0, 'contact_point'), (1, 'alert')) kind (number, word)
            """, """
            INSERT INTO message (id, carrier_account_id, kind, purpose, sender_sealed, recipient_sealed, words_sealed, key_id,
                                 repeatable, alert_id, dispatch_id, member_id, made_at, not_before, expires_at, state)
            SELECT seed_id(6, n), account, 'text', 'dispatch', seed_bytes(41, n, 40), seed_bytes(42, n, 40),
                   seed_bytes(43, n, 90), seed_id(1, n), true, seed_id(1, n), seed_id(5, n), members[1 + n %% 1008], seed_at(n),
                   seed_at(n), seed_at(n) + interval '5 minutes', 'delivered'
              FROM generate_series(%1$d, %2$d) n, seed
            """, """
            INSERT INTO alert
            SELECT seed_id(1, n), lpad((n::bigint * 7919 %% 10000019)::text, 8, '0') || '-0', hotlines[1 + n %% 11], seed_id(0, n),
                   'police', 'phnom-penh 1', 'DP', seed_at(n), seed_at(n), seed_at(n), NULL, NULL,
                   seed_at(n) + interval '4 minutes', 4, seed_bytes(35, n, 32)
              FROM generate_series(%1$d, %2$d) n, seed
            """, """
            INSERT INTO attempt
            SELECT seed_id(7, n), seed_id(6, n), 1, false, 'delivered', seed_bytes(44, n, 16), seed_bytes(45, n, 62), NULL,
                   seed_at(n), seed_at(n)
              FROM generate_series(%1$d, %2$d) n
            """, """
            INSERT INTO envelope
            SELECT seed_id(2, n), account, seed_bytes(46, n, 16), hotlines[1 + n %% 11], seed_id(0, n), NULL, NULL, seed_at(n)
              FROM generate_series(%1$d, %2$d) n, seed
            """, """
            INSERT INTO report
            SELECT seed_id(3, n), seed_id(2, n), seed_id(1, n), seed_id(0, n), 'police', seed_bytes(47, n, 40), seed_at(n)
              FROM generate_series(%1$d, %2$d) n
            """, """
            INSERT INTO contact_point
            SELECT seed_id(0, n), seed_bytes(48, n, 16), seed_bytes(49, n, 40), NULL, NULL, true, seed_at(n), seed_at(n), seed_at(n)
              FROM generate_series(%1$d, %2$d) n
            """, """
            INSERT INTO dispatch
            SELECT seed_id(5, n), seed_id(1, n), seed_id(4, n), members[1 + n %% 1008], 0, 0, 'ended', seed_bytes(50, n, 16),
                   seed_bytes(51, n, 34), seed_at(n), seed_at(n)
              FROM generate_series(%1$d, %2$d) n, seed
            """, """
            INSERT INTO ladder
            SELECT seed_id(4, n), seed_id(1, n), 'peer-advocate', policy, 1, 0, 'ended', NULL, NULL, NULL, NULL, 0
              FROM generate_series(%1$d, %2$d) n, seed
            """, """
            INSERT INTO arrestee
            SELECT seed_id(8, n), seed_id(1, n), 1, NULL, 'released', seed_at(n)
              FROM generate_series(%1$d, %2$d) n
            """);

    private ResolvedAlerts() {}

    static Duration write(BenchDatabase database, int count) {
        var begun = System.nanoTime();
        database.run(FASTER.toArray(String[]::new));
        database.run(FUNCTIONS.formatted(count, System.currentTimeMillis() / 1000 - 86_400));
        try (var hands = Executors.newFixedThreadPool(2)) {
            var pieces = new ArrayList<java.util.concurrent.Future<?>>();
            for (var piece = 0; piece < PIECES; piece++) {
                var from = (long) count * piece / PIECES + 1;
                var to = (long) count * (piece + 1) / PIECES;
                TABLES.forEach(table -> pieces.add(hands.submit(() -> insert(database, table.formatted(from, to)))));
            }
            for (var piece : pieces) {
                piece.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        database.run("DROP FUNCTION seed_id, seed_at, seed_bytes", "DROP TABLE seed");
        AS_BEFORE.forEach(database::run);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void insert(BenchDatabase database, String sql) {
        try (var connection = database.superuser("umbrella"); var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET synchronous_commit = off");
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
