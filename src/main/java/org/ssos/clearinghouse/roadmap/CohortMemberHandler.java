package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.roadmap.Cohort.Way;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.SameOrigin;
import org.ssos.clearinghouse.web.Site;

/**
 * Joining and leaving cohorts, on a page of the roadmap itself: the link of the cohort comes to the roadmap, so that
 * nobody has to show the roadmap's own link anywhere.
 */
final class CohortMemberHandler {
    private static final String PATH = "/roadmaps/{token}/cohorts";
    private static final Pattern LINK = Pattern.compile("(?:.*/cohorts/)?([0-9a-f]{64})/?(?:[?#].*)?");
    private static final int LONGEST = 300;

    private final Cohorts cohorts;
    private final RoadmapHandler kept;
    private final Pages pages;
    private final Site site;

    CohortMemberHandler(Cohorts cohorts, RoadmapHandler kept, Pages pages, Site site) {
        this.cohorts = cohorts;
        this.kept = kept;
        this.pages = pages;
        this.site = site;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> kept.own(ctx, (_, roadmap) -> show(ctx, roadmap, "", null, Problems.NONE)));
        routes.post(PATH, ctx -> kept.change(ctx, this::join));
        routes.post(PATH + "/leave", ctx -> kept.change(ctx, this::leave));
    }

    /** First shows what the link belongs to; only then, and only when told so, joins. */
    private void join(Context ctx, SavedRoadmap roadmap) {
        SameOrigin.require(ctx);
        var link = typed(ctx);
        var found = cohort(link);
        if (found.isEmpty()) {
            refuse(ctx, roadmap, link, "Paste the whole link of the cohort, as the office sent it.");
        } else if (ctx.formParam("sure") == null) {
            show(ctx, roadmap, link, found.get(), Problems.NONE);
        } else {
            switch (cohorts.join(found.get(), roadmap)) {
                case JOINED -> ctx.redirect(path(ctx) + "?done=joined", HttpStatus.SEE_OTHER);
                case FULL -> refuse(ctx, roadmap, link, "This cohort is full. Tell the office that gave you the link.");
            }
        }
    }

    private void leave(Context ctx, SavedRoadmap roadmap) {
        SameOrigin.require(ctx);
        var id = ctx.formParam("cohort");
        cohorts.of(roadmap).stream()
                .filter(cohort -> Long.toString(cohort.id()).equals(id))
                .forEach(cohort -> cohorts.leave(cohort.id(), roadmap));
        ctx.redirect(path(ctx) + "?done=left", HttpStatus.SEE_OTHER);
    }

    private Optional<Cohort> cohort(String link) {
        var matcher = LINK.matcher(link);
        return matcher.matches() ? cohorts.find(matcher.group(1), Way.JOIN) : Optional.empty();
    }

    private void refuse(Context ctx, SavedRoadmap roadmap, String link, String words) {
        show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), roadmap, link, null, Problems.of("link", words));
    }

    private void show(Context ctx, SavedRoadmap roadmap, String link, @Nullable Cohort asked, Problems problems) {
        var chrome = site.page(problems.title("Cohorts of your roadmap"), "/roadmaps")
                .withoutBreadcrumb()
                .notIndexed();
        var page = new RoadmapCohortsPage(
                chrome, "/roadmaps/" + ctx.pathParam("token"), cohorts.of(roadmap), link, asked, problems, said(ctx));
        pages.showUnstored(ctx, "roadmap/cohort/mine.jte", page);
    }

    private static @Nullable String said(Context ctx) {
        return switch (ctx.queryParam("done")) {
            case "joined" -> "You have joined. From now on the cohort counts which of your steps are done.";
            case "left" -> "You have left. Nothing of your roadmap is shared with that cohort any more.";
            case null, default -> null;
        };
    }

    private static String path(Context ctx) {
        return "/roadmaps/" + ctx.pathParam("token") + "/cohorts";
    }

    private static String typed(Context ctx) {
        var sent = ctx.formParam("link");
        if (sent == null) return "";
        var link = sent.strip();
        return link.length() <= LONGEST ? link : link.substring(0, LONGEST);
    }
}
