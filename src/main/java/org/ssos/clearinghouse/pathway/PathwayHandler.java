package org.ssos.clearinghouse.pathway;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.lea.ChosenLea;
import org.ssos.clearinghouse.pathway.Walk.Answered;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the pathways: one question a page, the outcome, and the whole tree. */
public final class PathwayHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public PathwayHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/pathways", this::showAll);
        routes.get("/pathways/{tree}", this::show);
        routes.get("/pathways/{tree}/map", this::showMap);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Pathways", "/pathways")
                .describedAs("A few questions that end at an office to call, with the law that says so.");
        pages.show(
                ctx,
                catalog.version(),
                "pathway/pathways.jte",
                () -> PathwaysPage.of(chrome, catalog.part(Pathways.PART)));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var pathway = pathway(ctx, catalog);
        var address = WalkAddress.from(ctx);
        var walk = Walk.of(catalog.part(Pathways.PART), pathway, address.answers());
        var change = address.change() == null
                ? null
                : walk.answerTo(address.change()).orElse(null);
        if (change != null) {
            ask(ctx, catalog, walk, new Step.Ask(change.pathway(), change.question()), change);
            return;
        }
        switch (walk.now()) {
            case Step.Ask now -> ask(ctx, catalog, walk, now, null);
            case Step.End(var outcome) -> end(ctx, catalog, walk, outcome);
        }
    }

    private void ask(Context ctx, Catalog catalog, Walk walk, Step.Ask now, @Nullable Answered change) {
        var question = now.question().question();
        pages.show(
                ctx,
                catalog.version(),
                "pathway/question.jte",
                () -> QuestionPage.of(chrome(walk, question), catalog.part(Pathways.PART), walk, now, change));
    }

    private void end(Context ctx, Catalog catalog, Walk walk, Outcome outcome) {
        var lea = ChosenLea.of(ctx, catalog).orElse(null);
        pages.show(
                ctx,
                catalog.version(),
                "pathway/outcome.jte",
                () -> OutcomePage.of(chrome(walk, outcome.title()), catalog, walk, outcome, lea, clock));
    }

    private void showMap(Context ctx) {
        var catalog = snapshots.catalog();
        var pathway = pathway(ctx, catalog);
        var pathways = catalog.part(Pathways.PART);
        var walk = Walk.of(pathways, pathway, WalkAddress.from(ctx).answers());
        var chrome = site.page("The whole pathway", pathway.mapPath())
                .describedAs("Every question, answer and outcome of the pathway “" + pathway.title() + "”")
                .below("Pathways", "/pathways")
                .below(pathway.title(), pathway.path());
        pages.show(ctx, catalog.version(), "pathway/map.jte", () -> MapPage.of(chrome, pathways, walk));
    }

    private static Pathway pathway(Context ctx, Catalog catalog) {
        return catalog.part(Pathways.PART).find(ctx.pathParam("tree")).orElseThrow(NotFoundResponse::new);
    }

    private Chrome chrome(Walk walk, String title) {
        var pathway = walk.pathway();
        var start =
                site.page(title, pathway.path()).describedAs(pathway.summary()).below("Pathways", "/pathways");
        return walk.answers().isEmpty() ? start : start.below(pathway.title(), pathway.path());
    }
}
