package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows one entry. */
public final class EntryHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public EntryHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        for (var kind : Kind.values()) {
            routes.get("/" + kind.path() + "/{id}", ctx -> show(ctx, kind));
        }
    }

    private void show(Context ctx, Kind kind) {
        var catalog = snapshots.catalog();
        var entry = catalog.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        if (entry.kind() == kind) {
            pages.show(
                    ctx,
                    catalog.version(),
                    "browse/entry.jte",
                    () -> new EntryPageMaker(entry, catalog, site, clock).make());
        } else {
            ctx.redirect(entry.path(), HttpStatus.MOVED_PERMANENTLY);
        }
    }
}
