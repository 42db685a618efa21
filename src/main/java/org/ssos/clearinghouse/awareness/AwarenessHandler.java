package org.ssos.clearinghouse.awareness;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.schoolyear.SchoolYear;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** What the field does not know, for everybody. */
public final class AwarenessHandler {
    static final String PATH = "/new-leaders/awareness";

    private final Awareness awareness;
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public AwarenessHandler(Awareness awareness, Snapshots snapshots, Pages pages, Site site) {
        this.awareness = awareness;
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + ".json", ctx -> export().json().sendTo(ctx));
        routes.get(PATH + ".csv", ctx -> {
            ctx.header("Content-Disposition", "attachment; filename=\"ssos-clearinghouse-awareness.csv\"");
            export().csv().sendTo(ctx);
        });
    }

    private void show(Context ctx) {
        var years = awareness.years();
        var shown = chosen(ctx.queryParam("year"), years).stream()
                .map(awareness::published)
                .map(AwarenessPage::year)
                .findFirst();
        var chrome = site.page("What the field does not know", PATH)
                .describedAs(
                        "How many new leaders knew the Statewide System of Support, its people and its rules: numbers"
                                + " only, of those who agreed to be counted.")
                .below("New leaders", "/new-leaders")
                .withTwin("application/json", PATH + ".json")
                .withTwin("text/csv", PATH + ".csv");
        var counted = Item.all(snapshots.catalog()).stream()
                .map(item -> item.question().shortly())
                .distinct()
                .toList();
        pages.show(
                ctx,
                "awareness/awareness.jte",
                new AwarenessPage(chrome, years, shown.orElse(null), awareness.current(), counted));
    }

    /** The year asked for, else the newest. */
    private static List<SchoolYear> chosen(@Nullable String asked, List<SchoolYear> years) {
        var wanted = years.stream()
                .filter(year -> String.valueOf(year.start()).equals(asked))
                .toList();
        return wanted.isEmpty() ? years.stream().limit(1).toList() : wanted;
    }

    private AwarenessExport export() {
        return new AwarenessExport(
                awareness.years().stream().map(awareness::published).toList());
    }
}
