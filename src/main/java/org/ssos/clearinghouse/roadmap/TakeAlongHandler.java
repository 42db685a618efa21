package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.schoolyear.CalendarFile;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.FloodGate;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.SameOrigin;
import org.ssos.clearinghouse.web.Site;

/**
 * A kept roadmap on paper, in a calendar and by mail, for whoever has its own link. The addresses are as secret as that
 * of the roadmap; {@link RoadmapHandler} sees to their headers.
 */
public final class TakeAlongHandler {
    private static final String ONE = RoadmapHandler.ALL + "/{token}";

    /** One's own address is typed once or twice; more would be mail to others. */
    private static final int MAILS_FROM_ONE_NETWORK = 10;

    private static final int MAILS_ALTOGETHER = 200;

    private final Roadmaps roadmaps;
    private final RoadmapHandler handler;
    private final Snapshots snapshots;
    private final boolean mails;
    private final Function<Context, String> network;
    private final FloodGate gate;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    /**
     * @param handler answers who has no key
     * @param mails whether this site sends mail
     * @param network what stands for the network of a visitor
     */
    public TakeAlongHandler(
            Roadmaps roadmaps,
            RoadmapHandler handler,
            Snapshots snapshots,
            boolean mails,
            Function<Context, String> network,
            Pages pages,
            Site site,
            Clock clock) {
        this.roadmaps = roadmaps;
        this.handler = handler;
        this.snapshots = snapshots;
        this.mails = mails;
        this.network = network;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
        gate = new FloodGate(MAILS_FROM_ONE_NETWORK, MAILS_ALTOGETHER, clock);
    }

    /** Before those of {@link RoadmapHandler}, whose address of a roadmap would take the calendar's too. */
    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(ONE + ".ics", ctx -> own(ctx, this::sendCalendar));
        routes.get(ONE + "/take-along", ctx -> own(ctx, this::showWays));
        routes.get(ONE + "/print", ctx -> own(ctx, this::showPrinted));
        routes.get(ONE + "/who-to-call", ctx -> own(ctx, this::showWhoToCall));
        routes.post(ONE + "/mail", ctx -> own(ctx, this::mail));
    }

    private void own(Context ctx, BiConsumer<Context, SavedRoadmap> step) {
        roadmaps.openOwn(ctx.pathParam("token"), snapshots.catalog())
                .ifPresentOrElse(saved -> step.accept(ctx, saved), () -> handler.showNone(ctx));
    }

    private void showWays(Context ctx, SavedRoadmap saved) {
        showWays(ctx, "", Problems.NONE);
    }

    private void showWays(Context ctx, String typed, Problems problems) {
        var chrome = site.page(problems.title("Take it along"), RoadmapHandler.ALL)
                .withoutBreadcrumb()
                .notIndexed();
        boolean sent = problems.isEmpty() && "yes".equals(ctx.queryParam("sent"));
        pages.showUnstored(
                ctx, "roadmap/takeAlong.jte", new TakeAlongPage(chrome, path(ctx), mails, typed, problems, sent));
    }

    private void showPrinted(Context ctx, SavedRoadmap saved) {
        var sheet = sheet(ctx, "Roadmap", saved, snapshots.catalog());
        pages.showUnstored(ctx, "roadmap/printed.jte", sheet);
    }

    private void showWhoToCall(Context ctx, SavedRoadmap saved) {
        var sheet = sheet(ctx, "Who to call", saved, snapshots.catalog());
        pages.showUnstored(ctx, "roadmap/whoToCall.jte", sheet);
    }

    private Sheet sheet(Context ctx, String title, SavedRoadmap saved, Catalog catalog) {
        var today = roadmaps.today();
        var plan = PlanView.of(roadmaps.agenda(saved, catalog), saved.answers(), today, catalog);
        var where = plan.whose().where();
        var chrome = site.page(where.isEmpty() ? title : title + ": " + where, RoadmapHandler.ALL)
                .notIndexed();
        return new Sheet(chrome, plan, saved.own(), Paper.of(ctx.queryParam("paper")), path(ctx), today);
    }

    private void sendCalendar(Context ctx, SavedRoadmap saved) {
        var catalog = snapshots.catalog();
        boolean withNotes = "yes".equals(ctx.queryParam("notes"));
        var calendar = new RoadmapCalendar(saved, roadmaps.today(), withNotes, site::url)
                .of(roadmaps.agenda(saved, catalog), catalog);
        ctx.contentType(CalendarFile.CONTENT_TYPE)
                .header("Content-Disposition", "attachment; filename=\"roadmap.ics\"")
                .result(calendar.bytes(clock.instant()));
    }

    private void mail(Context ctx, SavedRoadmap saved) {
        SameOrigin.require(ctx);
        if (!mails) throw new NotFoundResponse("This site sends no mail.");
        var sent = ctx.formParam("email");
        var typed = sent == null ? "" : sent.strip();
        if (!RoadmapMail.isAddress(typed)) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            showWays(
                    ctx,
                    typed.length() > RoadmapMail.LONGEST ? "" : typed,
                    Problems.of("email", "Enter one e-mail address, such as ana@example.org."));
            return;
        }
        gate.enter(network.apply(ctx)).ifPresent(_ -> {
            throw new HttpResponseException(
                    HttpStatus.TOO_MANY_REQUESTS.getCode(),
                    "We send no more mail for now. Copy the link of your roadmap, or try again in an hour.");
        });
        roadmaps.mail(saved, typed);
        ctx.redirect(path(ctx) + "/take-along?sent=yes", HttpStatus.SEE_OTHER);
    }

    private static String path(Context ctx) {
        return RoadmapHandler.ALL + "/" + ctx.pathParam("token");
    }
}
