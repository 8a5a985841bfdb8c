package gateway.badhouse.dispatch;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

record KnowsFutures(Future<String> later) {

    String givesUp() throws TimeoutException {
        return later.await(1, TimeUnit.SECONDS);
    }
}
