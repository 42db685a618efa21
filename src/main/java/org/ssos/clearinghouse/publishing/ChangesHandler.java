package org.ssos.clearinghouse.publishing;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** What changed in the directory between two days: as a page, as JSON and CSV at the same address, and as a feed. */
public final class ChangesHandler {
    private static final String PATH = "/changes";
    private static final String FEED = "/feeds/changes.atom";
    private static final int PAGE = 50;
    private static final int IN_DATA = 500;

    private final Changes changes;
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public ChangesHandler(Database database, Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.changes = new Changes(database);
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + ".json", this::showJson);
        routes.get(PATH + ".csv", this::showCsv);
        routes.get(FEED, this::showFeed);
    }

    private void show(Context ctx) {
        var request = ChangesRequest.of(ctx, LocalDate.now(clock));
        var problems = request.problems();
        if (!problems.isEmpty()) {
            ctx.status(HttpStatus.BAD_REQUEST);
            var page =
                    new ChangesPage(chrome(problems), request.since(), request.until(), List.of(), "", null, problems);
            pages.show(ctx, "publishing/changes.jte", page);
            return;
        }
        var found = find(request, PAGE);
        var query = request.query(null);
        pages.show(
                ctx,
                "publishing/changes.jte",
                new ChangesPage(
                        chrome(problems)
                                .withTwin("application/json", PATH + ".json" + query)
                                .withTwin("text/csv", PATH + ".csv" + query),
                        request.first().toString(),
                        request.last().toString(),
                        rows(found),
                        query,
                        found.next() == null ? null : PATH + request.query(found.next()),
                        problems));
    }

    private void showJson(Context ctx) {
        var request = readable(ctx);
        var found = find(request, IN_DATA);
        var next = found.next() == null ? null : PATH + ".json" + request.query(found.next());
        new ChangesExport(rows(found), site).json(request, next).sendTo(ctx);
    }

    private void showCsv(Context ctx) {
        var request = readable(ctx);
        var found = find(request, IN_DATA);
        if (found.next() != null) {
            ctx.header("Link", "<" + site.url(PATH + ".csv" + request.query(found.next())) + ">; rel=\"next\"");
        }
        ctx.header("Content-Disposition", "attachment; filename=\"ssos-clearinghouse-changes.csv\"");
        new ChangesExport(rows(found), site).csv().sendTo(ctx);
    }

    private void showFeed(Context ctx) {
        var found = find(ChangesRequest.lately(LocalDate.now(clock)), PAGE);
        new ChangesExport(rows(found), site).atom().sendTo(ctx);
    }

    private Changes.Page find(ChangesRequest request, int most) {
        return changes.between(request.from(clock.getZone()), request.to(clock.getZone()), request.after(), most);
    }

    private ChangesRequest readable(Context ctx) {
        var request = ChangesRequest.of(ctx, LocalDate.now(clock));
        var problems = request.problems();
        if (problems.isEmpty()) return request;
        throw new BadRequestResponse(String.join(
                " ", problems.all().stream().map(Problems.Problem::words).toList()));
    }

    private List<ChangesPage.Row> rows(Changes.Page found) {
        var catalog = snapshots.catalog();
        return found.changes().stream()
                .map(change -> {
                    var entry = catalog.find(change.entry());
                    return new ChangesPage.Row(
                            change,
                            PartialDate.of(LocalDate.ofInstant(change.at(), clock.getZone())),
                            entry.map(Entry::path).orElse(null),
                            entry.isPresent() ? change.path() : null);
                })
                .toList();
    }

    private Chrome chrome(Problems problems) {
        return site.page(problems.title("What changed"), PATH)
                .describedAs("What changed in the directory between two days: new entries, changed facts, and what was"
                        + " archived, each with its history.")
                .withTwin("application/atom+xml", FEED);
    }
}
