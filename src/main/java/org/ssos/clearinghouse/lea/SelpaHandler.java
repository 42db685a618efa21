package org.ssos.clearinghouse.lea;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the SELPAs and whom we know to be in each. */
public final class SelpaHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public SelpaHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/selpas", this::showAll);
        routes.get("/selpas/{id}", this::show);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("SELPAs", "/selpas")
                .describedAs("The Special Education Local Plan Areas of California that we know, with their members.");
        pages.show(ctx, catalog.version(), "lea/selpas.jte", () -> SelpasPage.of(chrome, catalog));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var selpa = catalog.part(Selpas.PART).find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        var chrome = site.page(selpa.name(), selpa.path())
                .describedAs("Who belongs to " + selpa.name() + ", how sure we are of it, and whom to ask.")
                .below("SELPAs", "/selpas");
        pages.show(ctx, catalog.version(), "lea/selpa.jte", () -> SelpaPage.of(chrome, selpa, catalog));
    }
}
