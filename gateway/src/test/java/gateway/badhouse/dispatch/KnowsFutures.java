package gateway.badhouse.dispatch;

import io.vertx.core.Future;

record KnowsFutures(Future<String> later) {}
