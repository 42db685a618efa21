package org.ssos.clearinghouse.lea.map;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the counties on a map and in a table, and as CSV at the same address. */
public final class MapHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public MapHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/map", this::show);
        routes.get("/map.csv", this::showCsv);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        pages.show(ctx, catalog.version(), "lea/map.jte", () -> page(ctx, catalog));
    }

    private MapPage page(Context ctx, Catalog catalog) {
        var offered = offered(catalog);
        var reading = MapRequest.read(ctx, offered);
        return MapPage.of(
                chrome(reading.request()),
                reading,
                offered,
                new CountyNumbers(catalog).of(reading.request().measure()),
                catalog.part(CountyShapes.PART),
                catalog.all(Kind.INITIATIVE).size());
    }

    private static List<Measure> offered(Catalog catalog) {
        return Measure.offered(catalog.part(AssistanceHistory.PART).years());
    }

    private Chrome chrome(MapRequest request) {
        return site.page("County map", "/map")
                .describedAs("The 58 counties of California with the initiatives that cover each, and the share of LEAs"
                        + " in differentiated assistance by year.")
                .withTwin("text/csv", "/map.csv" + request.query());
    }

    private void showCsv(Context ctx) {
        var catalog = snapshots.catalog();
        var request = MapRequest.read(ctx, offered(catalog)).request();
        ctx.header("Content-Disposition", "attachment; filename=\"ssos-clearinghouse-counties.csv\"");
        new MapTable(request, new CountyNumbers(catalog).of(request.measure()), catalog.part(CountyShapes.PART), site)
                .csv()
                .sendTo(ctx);
    }
}
