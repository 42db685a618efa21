package org.ssos.clearinghouse.lea;

import gg.jte.Content;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.JsonData;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows counties and geographic lead regions: who helps there, and which LEAs they hold. */
public final class PlaceHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public PlaceHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/counties", this::showCounties);
        routes.get("/counties/{slug}", this::showCounty);
        routes.get("/regions", this::showRegions);
        routes.get("/regions/{id}", this::showRegion);
    }

    private void showCounties(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Counties", "/counties")
                .describedAs("The 58 counties of California, each with its county office of education and its LEAs.");
        pages.show(ctx, catalog.version(), "lea/counties.jte", () -> CountiesPage.of(chrome, catalog));
    }

    private void showCounty(Context ctx) {
        var catalog = snapshots.catalog();
        var county =
                catalog.vocabularies().counties().find(ctx.pathParam("slug")).orElseThrow(NotFoundResponse::new);
        var name = county.name() + " County";
        var chrome = site.page(name, "/counties/" + county.id())
                .describedAs("Who helps the districts and charter schools of " + name + ", and all of them by name.")
                .below("Counties", "/counties")
                .withData(place(name, "/counties/" + county.id()));
        pages.show(ctx, catalog.version(), "lea/county.jte", () -> CountyPage.of(chrome, county, catalog));
    }

    private void showRegions(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Geographic lead regions", "/regions")
                .describedAs("The regions of the geographic lead agencies, their leads and their counties.");
        pages.show(ctx, catalog.version(), "lea/regions.jte", () -> RegionsPage.of(chrome, catalog));
    }

    private void showRegion(Context ctx) {
        var catalog = snapshots.catalog();
        var region = catalog.vocabularies().regions().find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        var chrome = site.page(region.name(), "/regions/" + region.id())
                .describedAs("Who leads the region " + region.name() + ", its counties and their offices.")
                .below("Regions", "/regions")
                .withData(place(region.name(), "/regions/" + region.id()));
        pages.show(ctx, catalog.version(), "lea/region.jte", () -> RegionPage.of(chrome, region, catalog));
    }

    private Content place(String name, String path) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "AdministrativeArea");
        data.put("@id", site.url(path));
        data.put("name", name);
        data.put("containedInPlace", "California");
        return JsonData.of(data);
    }
}
