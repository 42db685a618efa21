package org.ssos.clearinghouse.lea;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Lookup;
import org.ssos.clearinghouse.search.PerCatalog;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Finds LEAs: as a list for people, and as JSON and CSV at the same address. */
public final class LeasHandler {
    private final Snapshots snapshots;
    private final PerCatalog<Lookup> lookups;
    private final Pages pages;
    private final Site site;

    public LeasHandler(Snapshots snapshots, PerCatalog<Lookup> lookups, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.lookups = lookups;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(LeasPage.PATH, this::show);
        routes.get(LeasPage.PATH + ".json", ctx -> export(ctx).json().sendTo(ctx));
        routes.get(LeasPage.PATH + ".csv", this::showCsv);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        pages.show(ctx, catalog.version(), "lea/leas.jte", () -> {
            var found = found(ctx, catalog);
            return LeasPage.of(chrome(found.request()), found);
        });
    }

    private void showCsv(Context ctx) {
        ctx.header("Content-Disposition", "attachment; filename=\"ssos-clearinghouse-leas.csv\"");
        export(ctx).csv().sendTo(ctx);
    }

    private LeasExport export(Context ctx) {
        return new LeasExport(found(ctx, snapshots.catalog()), site);
    }

    private LeasFound found(Context ctx, Catalog catalog) {
        return LeasFound.of(LeasRequest.from(ctx), catalog, lookups.of(catalog));
    }

    private Chrome chrome(LeasRequest request) {
        var chrome = site.page("Find an LEA", LeasPage.PATH)
                .describedAs("Every school district, charter school and county office of education in California: who"
                        + " supports it, and whom to call first.")
                .withTwin(
                        "application/json",
                        LeasPage.PATH + ".json" + request.onPage(1).query())
                .withTwin("text/csv", LeasPage.PATH + ".csv" + request.onPage(1).query());
        return request.isNarrowed() ? chrome.notIndexed() : chrome;
    }
}
