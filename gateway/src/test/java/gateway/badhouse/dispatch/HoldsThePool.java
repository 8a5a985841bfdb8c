package gateway.badhouse.dispatch;

import io.vertx.sqlclient.Pool;

record HoldsThePool(Pool pool) {}
