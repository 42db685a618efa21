package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Lists the entries of each kind: as a table, and as JSON and CSV at the same address. */
public final class ListHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public ListHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        for (var kind : Kind.values()) {
            var path = "/" + kind.path();
            routes.get(path, ctx -> show(ctx, kind));
            routes.get(path + ".json", ctx -> showJson(ctx, kind));
            routes.get(path + ".csv", ctx -> showCsv(ctx, kind));
        }
    }

    /** A list with what it was made from. */
    record Listed(Catalog catalog, Inventory inventory, ListRequest request, Listing listing) {}

    private void show(Context ctx, Kind kind) {
        var catalog = snapshots.catalog();
        pages.show(ctx, catalog.version(), "browse/list.jte", () -> {
            var listed = listed(ctx, kind, catalog);
            return ListPage.of(chrome(listed), listed.inventory(), listed.request(), listed.listing(), count(listed));
        });
    }

    private void showJson(Context ctx, Kind kind) {
        new ListExport(listed(ctx, kind, snapshots.catalog()), site).json().sendTo(ctx);
    }

    private void showCsv(Context ctx, Kind kind) {
        ctx.header("Content-Disposition", "attachment; filename=\"ssos-clearinghouse-" + kind.path() + ".csv\"");
        new ListExport(listed(ctx, kind, snapshots.catalog()), site).csv().sendTo(ctx);
    }

    private Listed listed(Context ctx, Kind kind, Catalog catalog) {
        var inventory = new Inventories(catalog, LocalDate.now(clock)).of(kind);
        var request = ListRequest.from(ctx, inventory);
        return new Listed(catalog, inventory, request, new Listing(inventory, request, catalog.all(kind)));
    }

    private Chrome chrome(Listed listed) {
        var kind = listed.inventory().kind();
        var path = "/" + kind.path();
        return site.page(kind.plural(), path)
                .describedAs(listed.inventory().lead())
                .withTwin("application/json", path + ".json" + listed.request().query())
                .withTwin("text/csv", path + ".csv" + listed.request().query());
    }

    private static ListPage.@Nullable Count count(Listed listed) {
        if (listed.inventory().kind() != Kind.INITIATIVE) return null;
        var all = listed.catalog().all(Kind.INITIATIVE);
        var named = all.stream()
                .filter(entry -> entry.details() instanceof Initiative initiative
                        && !initiative.listedBy().isEmpty())
                .count();
        return new ListPage.Count(all.size(), (int) named);
    }
}
