package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Shows the figures to whoever runs the site; for everybody else the address does not exist. */
final class MetricsHandler {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final HealthFigures health;
    private final Operator operator;

    MetricsHandler(Metrics metrics, HealthFigures health, Operator operator) {
        this.metrics = metrics;
        this.health = health;
        this.operator = operator;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/metrics", this::show);
    }

    private void show(Context ctx) {
        if (!operator.asks(ctx)) throw new NotFoundResponse();
        health.refresh();
        ctx.header("Cache-Control", "no-store").contentType(PROMETHEUS_TEXT).result(metrics.text());
    }
}
