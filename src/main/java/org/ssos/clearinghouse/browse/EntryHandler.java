package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.function.Function;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows one entry. */
public final class EntryHandler {
    private final Snapshots snapshots;
    private final Function<EntryId, FromReaders> readers;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    /** @param readers what is known of readers at this moment */
    public EntryHandler(
            Snapshots snapshots, Function<EntryId, FromReaders> readers, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.readers = readers;
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
        if (entry.kind() == kind && entry.isTakenDown()) {
            pages.show(ctx, catalog.version(), "browse/takenDown.jte", () -> TakenDownPage.of(entry, site));
        } else if (entry.kind() == kind) {
            var fromReaders = readers.apply(entry.id());
            pages.show(
                    ctx,
                    catalog.version() + fromReaders,
                    "browse/entry.jte",
                    () -> new EntryPageMaker(entry, catalog, fromReaders, site, clock).make());
        } else {
            ctx.redirect(entry.path(), HttpStatus.MOVED_PERMANENTLY);
        }
    }
}
