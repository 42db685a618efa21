package org.ssos.clearinghouse.training;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the training pages. What somebody fills in there never reaches the site. */
public final class TrainingHandler {
    private static final String LIST = "/training";

    private final Snapshots snapshots;
    private final StepNames steps;
    private final Pages pages;
    private final Site site;

    public TrainingHandler(Snapshots snapshots, StepNames steps, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.steps = steps;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(LIST, this::showAll);
        routes.get(LIST + "/{id}", this::show);
        routes.get(LIST + "/{id}/sheet", this::showSheet);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Training", LIST)
                .describedAs("Short pages for new leaders, for each step from the first week to the school year, and"
                        + " pages to fill in and print.");
        pages.show(
                ctx,
                catalog.version(),
                "training/trainings.jte",
                () -> TrainingsPage.of(chrome, catalog.part(Trainings.PART)));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var trainings = catalog.part(Trainings.PART);
        var training = training(ctx, catalog);
        var chrome = site.page(training.title(), training.path())
                .describedAs(training.summary())
                .below("Training", LIST);
        var belongsTo = training.steps().stream()
                .flatMap(step -> steps.find(catalog, step).stream())
                .toList();
        pages.show(
                ctx,
                catalog.version(),
                "training/training.jte",
                () -> TrainingPage.of(chrome, trainings, training, belongsTo));
    }

    private void showSheet(Context ctx) {
        var catalog = snapshots.catalog();
        var training = training(ctx, catalog);
        if (!training.hasSheet()) throw new NotFoundResponse();
        var chrome = site.page(training.title() + ", to fill in", training.sheetPath())
                .describedAs("A sheet to fill in and print. What is typed stays in the browser. " + training.summary())
                .below("Training", LIST)
                .below(training.title(), training.path());
        pages.show(ctx, catalog.version(), "training/sheet.jte", () -> SheetPage.of(chrome, training));
    }

    private static Training training(Context ctx, Catalog catalog) {
        return catalog.part(Trainings.PART).find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }
}
