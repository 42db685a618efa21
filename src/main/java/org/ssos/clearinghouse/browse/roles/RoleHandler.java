package org.ssos.clearinghouse.browse.roles;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.stream.Stream;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows who does what: the matrix, and a page for each body. */
public final class RoleHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public RoleHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/roles", this::showAll);
        routes.get("/roles/{id}", this::show);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Who does what", "/roles")
                .describedAs("What each body of California's System of Support must do, may do and does not do, at each"
                        + " level, with the law.");
        pages.show(
                ctx,
                catalog.version(),
                "browse/roles/roles.jte",
                () -> RolesPage.of(chrome, catalog.part(Roles.PART), chosen(ctx)));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var role = catalog.part(Roles.PART).find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        var chrome = site.page(role.name(), role.path())
                .below("Who does what", "/roles")
                .describedAs("What the law says that the " + role.name() + " must do, may do and does not do.");
        pages.show(ctx, catalog.version(), "browse/roles/role.jte", () -> RolePage.of(chrome, role, catalog));
    }

    /** One select chooses levels and parts of the work alike; other pages link to a level. */
    private static String chosen(Context ctx) {
        return Stream.of(ctx.queryParam("show"), ctx.queryParam("level"))
                .flatMap(Stream::ofNullable)
                .filter(RolesPage::isKnown)
                .findFirst()
                .orElse("");
    }
}
