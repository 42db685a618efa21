package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import org.ssos.clearinghouse.intake.Intake;
import org.ssos.clearinghouse.schoolyear.SchoolYear;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the plan of somebody who finished the intake. Keeps nothing of it. */
public final class PlanHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public PlanHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    /** Answers the last page of the intake with the whole plan. */
    public void showUnsaved(Context ctx, Intake intake) {
        var catalog = snapshots.catalog();
        var today = SchoolYear.today(clock);
        var agenda = Agenda.of(Planner.plan(intake.answers(), intake.start(), today, catalog), Map.of(), today);
        var chrome = site.page("Your roadmap", NewLeadersHandler.PATH + "/intake")
                .below("New leaders", NewLeadersHandler.PATH)
                .notIndexed();
        ctx.header("Referrer-Policy", "no-referrer");
        pages.showUnstored(
                ctx,
                "roadmap/unsaved.jte",
                new UnsavedPage(chrome, intake, PlanView.of(agenda, intake.answers(), today, catalog)));
    }
}
