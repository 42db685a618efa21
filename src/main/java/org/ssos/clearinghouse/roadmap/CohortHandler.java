package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.roadmap.Cohort.Way;
import org.ssos.clearinghouse.roadmap.CohortTablePage.Part;
import org.ssos.clearinghouse.roadmap.CohortTablePage.Row;
import org.ssos.clearinghouse.roadmap.CohortTablePage.Table;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.FloodGate;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.SameOrigin;
import org.ssos.clearinghouse.web.Site;

/** Cohorts: for the office that makes one, and for the leaders who are given its link. */
public final class CohortHandler {
    static final String PATH = "/cohorts";
    private static final int MADE_BY_ONE_NETWORK = 10;
    private static final int MADE_ALTOGETHER = 200;

    private final Cohorts cohorts;
    private final CohortMemberHandler members;
    private final Snapshots snapshots;
    private final Function<Context, String> network;
    private final Pages pages;
    private final Site site;
    private final FloodGate making;
    private final Clock clock;

    /**
     * @param kept lets those in who have a roadmap's own link
     * @param network what stands for the network of a visitor
     */
    public CohortHandler(
            Cohorts cohorts,
            RoadmapHandler kept,
            Snapshots snapshots,
            Function<Context, String> network,
            Pages pages,
            Site site,
            Clock clock) {
        this.cohorts = cohorts;
        members = new CohortMemberHandler(cohorts, kept, pages, site);
        this.snapshots = snapshots;
        this.network = network;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
        making = new FloodGate(MADE_BY_ONE_NETWORK, MADE_ALTOGETHER, clock);
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> show(ctx, CohortForm.BLANK, Problems.NONE, ended(ctx)));
        routes.post(PATH, this::make);
        routes.get(PATH + "/{token}", this::showJoin);
        routes.get(PATH + "/{token}/table", ctx -> showTable(ctx, null, Problems.NONE));
        routes.post(PATH + "/{token}/name", this::rename);
        routes.post(PATH + "/{token}/end", this::end);
        members.addRoutes(routes);
    }

    private void make(Context ctx) {
        SameOrigin.require(ctx);
        var form = CohortForm.from(ctx);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), form, problems, null);
            return;
        }
        var closed = making.enter(network.apply(ctx));
        if (closed.isPresent()) {
            var seconds =
                    ChronoUnit.SECONDS.between(clock.instant(), closed.get().until());
            ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(seconds + 1));
            show(ctx, form, Problems.NONE, "Too many cohorts were made within an hour. Nothing was made; try later.");
            return;
        }
        ctx.redirect(tablePath(cohorts.make(form.name(), form.office())), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, CohortForm form, Problems problems, @Nullable String said) {
        var chrome = site.page(problems.title("Cohorts"), PATH)
                .describedAs("A county office makes a cohort, and leaders who join share which steps of their roadmaps"
                        + " are done: never answers, notes or names.")
                .below("New leaders", "/new-leaders");
        pages.showUnstored(ctx, "roadmap/cohort/make.jte", new CohortsPage(chrome, form, problems, said));
    }

    private static @Nullable String ended(Context ctx) {
        return "ended".equals(ctx.queryParam("done"))
                ? "The cohort has ended. Its table, its links and who was in it are deleted."
                : null;
    }

    private void showJoin(Context ctx) {
        var cohort = find(ctx, Way.JOIN);
        var address = site.url(PATH + "/" + ctx.pathParam("token"));
        pages.showUnstored(ctx, "roadmap/cohort/join.jte", new CohortJoinPage(chrome(cohort.name()), cohort, address));
    }

    private void rename(Context ctx) {
        SameOrigin.require(ctx);
        var cohort = find(ctx, Way.OFFICE);
        var form = CohortForm.from(ctx);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            showTable(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), form, problems);
            return;
        }
        cohorts.rename(cohort, form.name(), form.office());
        ctx.redirect(tablePath(ctx.pathParam("token")) + "?done=name", HttpStatus.SEE_OTHER);
    }

    private void end(Context ctx) {
        SameOrigin.require(ctx);
        cohorts.end(find(ctx, Way.OFFICE));
        ctx.redirect(PATH + "?done=ended", HttpStatus.SEE_OTHER);
    }

    private void showTable(Context ctx, @Nullable CohortForm typed, Problems problems) {
        keepSecret(ctx);
        var token = ctx.pathParam("token");
        var seen = cohorts.look(token).orElseThrow(CohortHandler::nothing);
        var page = new CohortTablePage(
                chrome(problems.title(seen.cohort().name())),
                token,
                seen.cohort(),
                seen.joined(),
                Optional.ofNullable(seen.table()).map(this::table).orElse(null),
                site.url(PATH + "/" + Cohorts.joinToken(token)),
                site.url(tablePath(token)),
                typed == null ? CohortForm.of(seen.cohort()) : typed,
                problems,
                "name".equals(ctx.queryParam("done")) ? "The new name is kept." : null);
        pages.showUnstored(ctx, "roadmap/cohort/table.jte", page);
    }

    /** Steps that the content no longer has are left out. */
    private Table table(CohortTable table) {
        var lines = table.lines().stream().collect(Collectors.toMap(CohortTable.Line::step, Function.identity()));
        var steps = snapshots.catalog().part(Steps.PART).all();
        var parts = Arrays.stream(Phase.values())
                .map(phase -> new Part(phase, rows(phase, steps, lines)))
                .filter(part -> !part.rows().isEmpty())
                .toList();
        return new Table(StepView.day(table.on()), table.members(), parts);
    }

    private static List<Row> rows(Phase phase, List<Step> steps, Map<String, CohortTable.Line> lines) {
        return steps.stream()
                .filter(step -> step.phase() == phase)
                .flatMap(
                        step -> Optional.ofNullable(lines.get(step.id()))
                                .map(line -> new Row(step.title(), line.have(), line.done()))
                                .stream())
                .toList();
    }

    private Cohort find(Context ctx, Way way) {
        keepSecret(ctx);
        return cohorts.find(ctx.pathParam("token"), way).orElseThrow(CohortHandler::nothing);
    }

    /** The address is a secret: no page that is linked from here learns it. */
    private static void keepSecret(Context ctx) {
        ctx.header("Referrer-Policy", "no-referrer");
    }

    private static NotFoundResponse nothing() {
        return new NotFoundResponse(
                "This link opens nothing. Its cohort has ended, or a part of the link is missing. Ask"
                        + " the office that gave it to you.");
    }

    private Chrome chrome(String title) {
        return site.page(title, PATH).withoutBreadcrumb().notIndexed();
    }

    private static String tablePath(String token) {
        return PATH + "/" + token + "/table";
    }
}
