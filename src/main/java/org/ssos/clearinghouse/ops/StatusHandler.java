package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import org.ssos.clearinghouse.account.Action;

/** Shows those who work on the directory how the site is doing, with every reason. */
final class StatusHandler {
    static final String PATH = "/curate/status";

    private final Operations.Needs needs;
    private final Health health;
    private final Instant started;

    StatusHandler(Operations.Needs needs, Health health, Instant started) {
        this.needs = needs;
        this.health = health;
        this.started = started;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
    }

    private void show(Context ctx) {
        needs.guard().require(ctx, Action.SEE_STATUS);
        var chrome = needs.site()
                .page("How the site is doing", PATH)
                .below("Curator desk", "/curate")
                .notIndexed();
        var page = new StatusPage(
                chrome,
                health.reportNow(),
                needs.content().get().broken(),
                needs.underway().get(),
                needs.version(),
                needs.snapshots().catalog().version(),
                needs.database().schema(),
                started,
                needs.clock());
        needs.pages().showUnstored(ctx, "ops/status.jte", page);
    }
}
