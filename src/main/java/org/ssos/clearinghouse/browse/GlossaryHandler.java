package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the glossary, which needs no script to be filtered. */
public final class GlossaryHandler {
    private static final int LONGEST = 200;

    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public GlossaryHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/glossary", this::show);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Glossary", "/glossary")
                .describedAs("Acronyms and terms of California's System of Support in plain words.");
        pages.show(
                ctx,
                catalog.version(),
                "browse/glossary.jte",
                () -> GlossaryPage.of(chrome, catalog.vocabularies().glossary(), words(ctx)));
    }

    private static String words(Context ctx) {
        var words = ctx.queryParam("q");
        if (words == null) return "";
        var text = words.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
