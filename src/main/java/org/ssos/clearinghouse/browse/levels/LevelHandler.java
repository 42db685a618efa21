package org.ssos.clearinghouse.browse.levels;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the levels of support side by side, and each with its rules. */
public final class LevelHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public LevelHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/levels", this::showAll);
        routes.get("/levels/{id}", this::show);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var system = catalog.part(Levels.PART).system().orElseThrow(NotFoundResponse::new);
        var chrome = site.page("Levels of support", "/levels")
                .describedAs("Universal, targeted and intensive support side by side: who is eligible, who decides,"
                        + " who helps, how long, at what cost, by which law.");
        pages.show(ctx, catalog.version(), "browse/levels/levels.jte", () -> LevelsPage.of(chrome, system, catalog));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var rules = catalog.part(Levels.PART).find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        var info = catalog.vocabularies().levels().find(rules.id()).orElseThrow(NotFoundResponse::new);
        var chrome = site.page(info.label() + " support", rules.path())
                .below("Levels of support", "/levels")
                .describedAs(info.summary());
        pages.show(ctx, catalog.version(), "browse/levels/level.jte", () -> LevelPage.of(chrome, rules, catalog));
    }
}
