package gateway;

import gateway.alert.CheckIns;
import gateway.database.Changes;
import gateway.database.Database;
import gateway.database.DatabaseClock;
import gateway.incoming.Envelope;
import gateway.pack.Pack;
import gateway.sealing.KeyRing;
import gateway.unread.Deadlines;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the gateway asks of PostgreSQL when it takes in a text: every statement of the transaction, with its values. */
public final class RecordedWebhook {

    /** One statement as it was sent. */
    public record Statement(String sql, Tuple values) {}

    private final List<Statement> statements = new ArrayList<>();
    private final House house;
    private final UUID account;

    /** @param keys the ring of the database that the pool leads to */
    public RecordedWebhook(Pool pool, KeyRing keys, Path pack, String carrierAccount) {
        var database = new Database(recording(Pool.class, pool), Duration.ofSeconds(10), new Changes());
        house = new House(database, database, DatabaseClock.start(database), new SecureRandom(), keys, Pack.load(pack),
                new HouseSettings(CheckIns.DEFAULT, true, Deadlines.DEFAULT, true));
        account = database.inTransaction(tx -> house.carrierAccounts.known(tx, "twilio", carrierAccount));
    }

    /** Takes in one text for real, and gives what that took. */
    public List<Statement> take(String carrierId, String from, String to, String words) {
        statements.clear();
        house.inboxes.texts().take(new Envelope(account, carrierId, from, to, words));
        return List.copyOf(statements);
    }

    private <T> T recording(Class<T> type, T real) {
        InvocationHandler handler = (_, method, arguments) -> {
            try {
                var answer = method.invoke(real, arguments);
                return switch (method.getName()) {
                    case "getConnection" -> ((Future<?>) answer).map(one -> recording(SqlConnection.class, (SqlConnection) one));
                    case "preparedQuery" -> prepared((String) arguments[0], (PreparedQuery<?>) answer);
                    default -> answer;
                };
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object prepared(String sql, PreparedQuery<?> real) {
        return Proxy.newProxyInstance(PreparedQuery.class.getClassLoader(), new Class<?>[] {PreparedQuery.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("execute") && arguments != null) {
                        statements.add(new Statement(sql, (Tuple) arguments[0]));
                    }
                    return method.invoke(real, arguments);
                });
    }
}
