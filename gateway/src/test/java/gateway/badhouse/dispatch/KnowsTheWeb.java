package gateway.badhouse.dispatch;

import io.vertx.ext.web.RoutingContext;

record KnowsTheWeb(RoutingContext request) {}
