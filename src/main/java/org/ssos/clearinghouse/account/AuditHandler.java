package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the audit trail to those who may see it. Nothing here changes it. */
final class AuditHandler {
    static final String PATH = "/curate/audit";
    private static final int PAGE = 50;

    private final Database database;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    AuditHandler(Database database, Guard guard, Pages pages, Site site, Clock clock) {
        this.database = database;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
    }

    private void show(Context ctx) {
        guard.require(ctx, Action.SEE_AUDIT);
        var request = AuditRequest.of(ctx);
        var problems = request.problems();
        if (!problems.isEmpty()) ctx.status(HttpStatus.BAD_REQUEST);
        record Found(List<Audit.Row> rows, List<String> actions) {}
        var found = database.read(handle -> {
            var audit = new Audit(handle);
            var rows = problems.isEmpty() ? audit.find(request, clock.getZone(), PAGE + 1) : List.<Audit.Row>of();
            return new Found(rows, audit.actions());
        });
        var shown = found.rows().subList(0, Math.min(PAGE, found.rows().size()));
        var next = found.rows().size() > PAGE ? request.before(shown.getLast().number()) : null;
        var chrome = site.page(problems.title("Audit trail"), PATH)
                .below("Curator desk", "/curate")
                .notIndexed();
        pages.showUnstored(
                ctx,
                "account/audit.jte",
                new AuditPage(chrome, request, shown, found.actions(), next, clock.getZone(), problems));
    }
}
