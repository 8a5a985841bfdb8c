package gateway.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.SqlConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A seam on a pool of connections: of all statements that go through it, the n-th from now on fails, as PostgreSQL fails one. */
public final class FailingStatement {

    private int left;

    /** @param statement the one that fails, from 1 */
    public void isThe(int statement) {
        left = statement;
    }

    /** Whether it has not come yet. */
    public boolean isStillToCome() {
        return left > 0;
    }

    public void never() {
        left = 0;
    }

    Pool on(Pool pool) {
        return wrap(Pool.class, pool, (method, values) -> {
            var answer = call(pool, method, values);
            return method.getName().equals("getConnection") && answer instanceof Future<?> opened
                    ? opened.map(connection -> on((SqlConnection) connection)) : answer;
        });
    }

    private SqlConnection on(SqlConnection connection) {
        return wrap(SqlConnection.class, connection, (method, values) -> {
            var answer = call(connection, method, values);
            return method.getName().equals("preparedQuery") ? on(connection, (PreparedQuery<?>) answer) : answer;
        });
    }

    private PreparedQuery<?> on(SqlConnection connection, PreparedQuery<?> query) {
        return wrap(PreparedQuery.class, query, (method, values) -> method.getName().equals("execute") && --left == 0
                ? connection.query("SELECT 1 / 0").execute() : call(query, method, values));
    }

    private interface Answer {
        @Nullable Object to(Method method, Object @Nullable [] values) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, Object inner, Answer answer) {
        InvocationHandler handler = (_, method, values) -> answer.to(method, values);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object inner, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(inner, values);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
