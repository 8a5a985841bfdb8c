package gateway.bench;

import gateway.RecordedWebhook.Statement;
import gateway.database.DatabaseUrl;
import gateway.database.PoolLimits;
import gateway.database.Pools;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The statements of a webhook without the webhook: the same texts with values of the same kind and size, in one
 * transaction, through a pool of the same size, one awaited after the other, and no HTTP, no signature, no sealing and no
 * loop beside them. Values that differ between two recordings are made anew each time, and stay equal where they were equal.
 */
final class SameStatements implements AutoCloseable {

    private static final int INTAKE_CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final List<Statement> statements;
    private final List<Statement> others;
    private final Pool pool;
    private final AtomicLong numbers = new AtomicLong();

    SameStatements(Vertx vertx, DatabaseUrl url, List<List<Statement>> twoRecordings) {
        statements = twoRecordings.get(0);
        others = twoRecordings.get(1);
        pool = Pools.open(vertx, url, "replay",
                new PoolLimits(INTAKE_CONNECTIONS, 1000, PATIENCE, PATIENCE, PATIENCE, PATIENCE));
        for (var i = 0; i < Math.max(statements.size(), others.size()); i++) {
            if (!statements.get(i).sql().equals(others.get(i).sql())) {
                throw new IllegalStateException("two strangers' texts do not run the same statements");
            }
        }
    }

    int count() {
        return statements.size();
    }

    List<String> texts() {
        return statements.stream().map(statement -> statement.sql().replaceAll("\\s+", " ").strip()).toList();
    }

    /** Runs and commits them all once. */
    void run() {
        var connection = pool.getConnection().await();
        try {
            var transaction = connection.begin().await();
            var fresh = new HashMap<Object, Object>();
            for (var i = 0; i < statements.size(); i++) {
                connection.preparedQuery(statements.get(i).sql()).execute(values(i, fresh)).await();
            }
            transaction.commit().await();
        } finally {
            connection.close();
        }
    }

    private Tuple values(int statement, Map<Object, Object> fresh) {
        var recorded = statements.get(statement).values();
        var other = others.get(statement).values();
        var values = new ArrayList<Object>(recorded.size());
        for (var i = 0; i < recorded.size(); i++) {
            var value = recorded.getValue(i);
            var isSame = value == null || value.equals(other.getValue(i));
            values.add(isSame ? value : fresh.computeIfAbsent(value, this::another));
        }
        return Tuple.wrap(values);
    }

    private Object another(Object value) {
        var random = ThreadLocalRandom.current();
        return switch (value) {
            case UUID _ -> new UUID(System.currentTimeMillis() << 16 | 0x7000L | random.nextInt(1 << 12),
                    random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
            case Buffer buffer -> {
                var bytes = new byte[buffer.length()];
                random.nextBytes(bytes);
                yield Buffer.buffer(bytes);
            }
            case OffsetDateTime _ -> OffsetDateTime.now(ZoneOffset.UTC);
            case String _ -> "%08d-0".formatted(numbers.incrementAndGet());
            default -> throw new IllegalStateException("a value of an unexpected kind: " + value.getClass());
        };
    }

    @Override
    public void close() {
        pool.close().await();
    }
}
