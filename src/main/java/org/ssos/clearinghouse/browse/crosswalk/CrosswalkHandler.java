package org.ssos.clearinghouse.browse.crosswalk;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the initiatives by two of their traits: as a table, and as CSV at the same address. */
public final class CrosswalkHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public CrosswalkHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/crosswalk", this::show);
        routes.get("/crosswalk.csv", this::showCsv);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        pages.show(ctx, catalog.version(), "browse/crosswalk.jte", () -> page(ctx, catalog));
    }

    private CrosswalkPage page(Context ctx, Catalog catalog) {
        var reading = CrosswalkRequest.read(ctx, catalog.vocabularies());
        return CrosswalkPage.of(
                chrome(reading.request()), new Crosswalk(reading.request(), catalog), reading.notices(), catalog);
    }

    private Chrome chrome(CrosswalkRequest request) {
        return site.page("Crosswalk of initiatives", "/crosswalk")
                .describedAs("How many initiatives of the System of Support there are for each topic, level, state"
                        + " priority, student group, audience and region.")
                .withTwin("text/csv", "/crosswalk.csv" + request.query());
    }

    private void showCsv(Context ctx) {
        var catalog = snapshots.catalog();
        var request = CrosswalkRequest.read(ctx, catalog.vocabularies()).request();
        ctx.header("Content-Disposition", "attachment; filename=\"ssos-clearinghouse-crosswalk.csv\"");
        new CrosswalkTable(new Crosswalk(request, catalog)).csv().sendTo(ctx);
    }
}
