package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the LCFF state priorities: what each means, what measures it, and what we hold for it. */
public final class PriorityHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public PriorityHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/priorities", this::showAll);
        routes.get("/priorities/{number}", this::show);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("State priorities", "/priorities")
                .describedAs("The ten state priorities of California's Local Control Funding Formula in plain words.");
        pages.show(
                ctx,
                catalog.version(),
                "browse/priorities.jte",
                () -> new PrioritiesPage(
                        chrome, catalog.vocabularies().priorities().all()));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var priority = catalog.vocabularies()
                .priorities()
                .find("priority-" + ctx.pathParam("number"))
                .orElseThrow(NotFoundResponse::new);
        var chrome = site.page(
                        "Priority " + priority.number() + ": " + priority.label(), "/priorities/" + priority.number())
                .below("State priorities", "/priorities");
        var meaning = priority.plainMeaning();
        pages.show(
                ctx,
                catalog.version(),
                "browse/priority.jte",
                () -> PriorityPage.of(
                        meaning == null ? chrome : chrome.describedAs(meaning), priority, catalog, clock));
    }
}
