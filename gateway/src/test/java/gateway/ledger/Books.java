package gateway.ledger;

import gateway.alert.AlertId;
import gateway.alert.Timeline;
import gateway.database.Changes;
import gateway.database.Database;
import gateway.database.EmbeddedPostgres;
import gateway.database.PoolLimits;
import gateway.database.Pools;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.sealing.Binding;
import gateway.sealing.KeyFile;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a gateway's database holds, opened with its own keys, whether the gateway runs or not. */
final class Books implements AutoCloseable {

    private static final String REPORTS = """
            SELECT report.id, carrier_id_index, report.alert_id, words_sealed, number_index
              FROM report
              JOIN envelope ON envelope.id = envelope_id
              JOIN contact_point ON contact_point.id = report.contact_point_id
            """;
    private static final String ALERTS = """
            SELECT id
              FROM alert
            """;
    private static final String STUCK = """
            SELECT id
              FROM alert
             WHERE resolved_at IS NULL
               AND NOT EXISTS (SELECT FROM ladder WHERE alert_id = alert.id AND due_at IS NOT NULL)
            """;
    private static final String ATTEMPTS = """
            SELECT attempt.id, attempt.message_id,
                   ARRAY(SELECT message.alert_id WHERE message.alert_id IS NOT NULL
                          UNION
                         SELECT told.alert_id FROM message_dispatch AS told WHERE told.message_id = message.id) AS alerts
              FROM attempt
              JOIN message ON message.id = attempt.message_id
            """;
    private static final String UNDONE = """
            SELECT (SELECT count(*) FROM message WHERE due_at IS NOT NULL AND made_at <= $1 AND not_before <= $1)
                 + (SELECT count(*) FROM ladder WHERE due_at <= $1)
                 + (SELECT count(*) FROM dispatch WHERE tell_at <= $1 AND (told_at IS NULL OR told_at < tell_at)) AS undone
            """;

    private final EmbeddedPostgres postgres;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Database database;
    private final KeyRing keys;

    Books(Path dataDirectory) {
        var random = new SecureRandom();
        postgres = EmbeddedPostgres.join(dataDirectory, random);
        pool = Pools.open(vertx, postgres.runner(), "ledger", PoolLimits.forLoops(2));
        database = new Database(pool, Duration.ofSeconds(30), new Changes());
        var sealingKey = new KeyFile(dataDirectory).find(Optional.empty(), database);
        keys = database.inTransaction(tx -> KeyRing.open(tx, sealingKey, random, Instant.EPOCH));
    }

    /** A report as it is stored, with its words in the clear; the numbers and ids it came with can only be compared. */
    record StoredReport(UUID id, ByteBuffer carrierId, ByteBuffer from, AlertId alert, String words) {}

    /** Which message an attempt was one of, and which alerts it was about. */
    record StoredAttempt(UUID message, List<UUID> alerts) {}

    /** How a carrier's id of a text is looked up. */
    ByteBuffer ofCarrierId(String sid) {
        return ByteBuffer.wrap(keys.index().of("carrier id", sid));
    }

    ByteBuffer ofNumber(String e164) {
        return ByteBuffer.wrap(keys.index().ofNumber(e164));
    }

    List<StoredReport> reports() {
        return read(tx -> {
            var seals = tx.query(ALERTS, row -> row.id("id")).stream()
                    .collect(Collectors.toMap(Function.identity(), id -> keys.find(tx, id).orElseThrow()));
            return tx.query(REPORTS, row -> new StoredReport(row.id("id"), ByteBuffer.wrap(row.bytes("carrier_id_index")),
                    ByteBuffer.wrap(row.bytes("number_index")), new AlertId(row.id("alert_id")),
                    seals.get(row.id("alert_id")).open(Binding.of("report", "words", row.id("id")), row.bytes("words_sealed"))));
        });
    }

    /** Alerts whose chain of entries is broken. */
    List<UUID> brokenAlerts() {
        return alerts().stream().filter(id -> read(tx -> Timeline.firstBroken(tx, new AlertId(id))).isPresent()).toList();
    }

    List<UUID> alerts() {
        return read(tx -> tx.query(ALERTS, row -> row.id("id")));
    }

    /** Unresolved alerts that nobody will ever be asked about again. */
    List<UUID> stuckAlerts() {
        return read(tx -> tx.query(STUCK, row -> row.id("id")));
    }

    /** The reports that the timelines of all alerts tell of. */
    Set<UUID> reportsToldOf() {
        var told = new HashSet<UUID>();
        for (var id : alerts()) {
            read(tx -> Timeline.read(tx, new AlertId(id), seal(tx, id))).forEach(entry -> {
                switch (entry.entry()) {
                    case ReportEntry.Opened opened -> told.add(opened.report());
                    case ReportEntry.ReportJoined joined -> told.add(joined.report());
                    default -> { }
                }
            });
        }
        return told;
    }

    Map<UUID, StoredAttempt> attempts() {
        return read(tx -> tx.query(ATTEMPTS, row -> Map.entry(row.id("id"),
                new StoredAttempt(row.id("message_id"), row.ids("alerts"))))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How much of what was due at a moment is still to be done. */
    long undone(Instant moment) {
        return read(tx -> tx.queryOne(UNDONE, row -> row.count("undone"), moment)).orElseThrow();
    }

    @Override
    public void close() {
        pool.close().await();
        vertx.close().await();
        postgres.close();
    }

    private Seal seal(Transaction tx, UUID alert) {
        return keys.find(tx, alert).orElseThrow();
    }

    private <T> T read(Function<Transaction, T> work) {
        return database.inTransaction(work);
    }
}
