package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.Map;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.schoolyear.SchoolYear;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows what new leaders get here, every step there is, and sample roadmaps. Nothing of it depends on the visitor. */
public final class NewLeadersHandler {
    public static final String PATH = "/new-leaders";
    private static final String TITLE = "New leaders";

    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public NewLeadersHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + "/steps", this::showSteps);
        routes.get(PATH + "/samples/{role}", this::showSample);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page(TITLE, PATH)
                .describedAs("New in your role? Answer a few questions and leave with an ordered plan for your own LEA:"
                        + " steps, dates, whom to call and something to learn from.");
        pages.show(ctx, catalog.version(), "roadmap/newLeaders.jte", () -> NewLeadersPage.of(chrome, catalog));
    }

    private void showSteps(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = below("Every step of the roadmap", PATH + "/steps")
                .describedAs("Every step that a new leader's roadmap can hold, who gets it, and the law behind it.");
        pages.show(ctx, catalog.version(), "roadmap/steps.jte", () -> StepsPage.of(chrome, catalog));
    }

    private void showSample(Context ctx) {
        var catalog = snapshots.catalog();
        var sample = Sample.of(ctx.pathParam("role")).orElseThrow(NotFoundResponse::new);
        var chrome = below("Sample roadmap: " + sample.label(), sample.path())
                .describedAs("A sample roadmap for a new leader. " + sample.about());
        pages.show(ctx, catalog.version(), "roadmap/sample.jte", () -> sample(chrome, sample, catalog));
    }

    private SamplePage sample(Chrome chrome, Sample sample, Catalog catalog) {
        var today = SchoolYear.today(clock);
        var answers = sample.answers(catalog);
        var agenda = Agenda.of(Planner.plan(answers, today, today, catalog), Map.of(), today);
        return SamplePage.of(chrome, sample, PlanView.of(agenda, answers, today, catalog), answers, catalog);
    }

    private Chrome below(String title, String path) {
        return site.page(title, path).below(TITLE, PATH);
    }
}
