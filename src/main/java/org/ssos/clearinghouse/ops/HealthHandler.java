package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says whether the program runs at all, and whether it should be sent visitors. Everybody learns which part is in what
 * state; why is for those who run the site, because a reason tells how much is left and what went wrong.
 */
final class HealthHandler {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of a stop or a start; who asks again in between has lost nothing. */
    private static final int SECONDS = 10;

    private final Health health;
    private final Operator operator;

    HealthHandler(Health health, Operator operator) {
        this.health = health;
        this.operator = operator;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/health/live",
                ctx -> ctx.header("Cache-Control", "no-store")
                        .contentType("text/plain; charset=utf-8")
                        .result("live"));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context ctx) {
        var report = health.report();
        if (report.status() == Health.Status.NOT_READY) {
            ctx.status(503).header("Retry-After", String.valueOf(SECONDS));
        }
        boolean why = operator.asks(ctx);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", report.status().words());
        answer.put(
                "checks",
                report.checks().stream().map(check -> inJson(check, why)).toList());
        ctx.header("Cache-Control", "no-store")
                .contentType("application/health+json")
                .result(JSON.writeValueAsBytes(answer));
    }

    private static Map<String, Object> inJson(Check check, boolean why) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", check.name());
        json.put("state", check.state().name().toLowerCase(Locale.ROOT));
        if (why) json.put("reason", check.reason());
        return json;
    }
}
