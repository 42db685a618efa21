package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.Map;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.JsonData;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the home page and the pages about the site itself. */
public final class HomeHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public HomeHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/", this::showHome);
        routes.get("/help", ctx -> showText(ctx, "Help and contact", "/help", "browse/help.jte"));
        routes.get("/about", ctx -> showText(ctx, "About this site", "/about", "browse/about.jte"));
    }

    private void showHome(Context ctx) {
        var catalog = snapshots.catalog();
        pages.show(ctx, catalog.version(), "browse/home.jte", () -> HomePage.of(homeChrome(), catalog, clock));
    }

    private void showText(Context ctx, String title, String path, String template) {
        var catalog = snapshots.catalog();
        pages.show(ctx, catalog.version(), template, () -> TextPage.of(site.page(title, path), catalog));
    }

    private Chrome homeChrome() {
        return site.page("Find support for your schools", "/")
                .describedAs("Every support that California's Statewide System of Support offers to districts, charter"
                        + " schools and county offices: who runs it, who can use it, and what to do first.")
                .withoutBreadcrumb()
                .withoutHeaderSearch()
                .withData(JsonData.of(Map.of(
                        "@context",
                        "https://schema.org",
                        "@type",
                        "WebSite",
                        "name",
                        Site.NAME,
                        "url",
                        site.url("/"),
                        "potentialAction",
                        Map.of(
                                "@type",
                                "SearchAction",
                                "target",
                                site.url("/search?q={search_term_string}"),
                                "query-input",
                                "required name=search_term_string"))));
    }
}
