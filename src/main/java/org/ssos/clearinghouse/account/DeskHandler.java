package org.ssos.clearinghouse.account;

import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** The start page of those who work on the directory. */
final class DeskHandler {
    private final Guard guard;
    private final Pages pages;
    private final Site site;

    DeskHandler(Guard guard, Pages pages, Site site) {
        this.guard = guard;
        this.pages = pages;
        this.site = site;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/curate", ctx -> {
            var visitor = guard.require(ctx, Action.SEE_DESK);
            var chrome = site.page("Curator desk", "/curate").notIndexed();
            pages.showUnstored(ctx, "account/desk.jte", DeskPage.of(chrome, visitor));
        });
    }
}
