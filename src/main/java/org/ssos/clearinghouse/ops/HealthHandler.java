package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.BooleanSupplier;

/** Says whether the program runs at all, and whether it should be sent visitors. */
public final class HealthHandler {
    private final BooleanSupplier ready;

    /** @param ready false while the site stops */
    public HealthHandler(BooleanSupplier ready) {
        this.ready = ready;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/health/live", ctx -> answer(ctx, 200, "live"));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context ctx) {
        if (ready.getAsBoolean()) answer(ctx, 200, "ready");
        else answer(ctx, 503, "stopping");
    }

    private static void answer(Context ctx, int status, String word) {
        ctx.status(status)
                .header("Cache-Control", "no-store")
                .contentType("text/plain; charset=utf-8")
                .result(word);
    }
}
