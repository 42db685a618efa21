package org.ssos.clearinghouse.lea;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.JsonData;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows one LEA, by any way of writing its code, and the codes that only the state's assistance files know. */
public final class LeaHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public LeaHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/leas/{cds}", this::show);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var code = ctx.pathParam("cds");
        var lea = catalog.part(Roster.PART).find(code);
        if (lea.isPresent()) {
            showOrRedirect(ctx, code, lea.get(), catalog);
        } else {
            showReport(ctx, code.replaceAll("\\D", ""), catalog);
        }
    }

    private void showOrRedirect(Context ctx, String code, Lea lea, Catalog catalog) {
        if (code.equals(lea.cds())) {
            pages.show(
                    ctx,
                    catalog.version(),
                    "lea/lea.jte",
                    () -> new LeaPageMaker(lea, catalog, clock).make(chrome(lea, catalog)));
        } else {
            ctx.redirect(lea.path(), HttpStatus.MOVED_PERMANENTLY);
        }
    }

    private void showReport(Context ctx, String code, Catalog catalog) {
        var report = catalog.part(AssistanceHistory.PART).report(code).orElseThrow(() -> new NotFoundResponse());
        if (ctx.pathParam("cds").equals(code)) {
            var chrome = site.page(report.name(), "/leas/" + code)
                    .describedAs("What the state published under the code " + code + ", and what is known of it.")
                    .below("Counties", "/counties");
            pages.show(ctx, catalog.version(), "lea/report.jte", () -> ReportPage.of(chrome, report, catalog));
        } else {
            ctx.redirect("/leas/" + code, HttpStatus.MOVED_PERMANENTLY);
        }
    }

    private Chrome chrome(Lea lea, Catalog catalog) {
        var county = catalog.vocabularies().counties().label(lea.county()) + " County";
        return site.page(lea.name(), lea.path())
                .describedAs("Who helps " + lea.name() + " (" + county
                        + "), whom to call first, and its level of support as the state published it.")
                .below("Counties", "/counties")
                .below(county, "/counties/" + lea.county())
                .withTwin("application/json", "/api/v1/leas/" + lea.cds())
                .withData(JsonData.of(schemaOrg(lea, county)));
    }

    private Map<String, Object> schemaOrg(Lea lea, String county) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", lea.type().isCharter() ? "School" : "EducationalOrganization");
        data.put("@id", site.url(lea.path()));
        data.put("name", lea.name());
        data.put("identifier", Map.of("@type", "PropertyValue", "propertyID", "CDS code", "value", lea.cds()));
        data.put("url", site.url(lea.path()));
        data.put("areaServed", county + ", California");
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "PostalAddress");
        putIfKnown(address, "streetAddress", lea.address().street());
        putIfKnown(address, "addressLocality", lea.city());
        address.put("addressRegion", "CA");
        putIfKnown(address, "postalCode", lea.address().zip());
        data.put("address", address);
        var phone = lea.phone();
        if (phone != null) data.put("telephone", phone.words());
        return data;
    }

    private static void putIfKnown(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) data.put(name, value);
    }
}
