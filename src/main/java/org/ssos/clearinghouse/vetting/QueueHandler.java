package org.ssos.clearinghouse.vetting;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.vetting.QueuePage.Row;
import org.ssos.clearinghouse.vetting.QueueRequest.View;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** The queue of cases. */
final class QueueHandler {
    static final String PATH = "/curate/cases";
    private static final int PAGE = 25;

    private final Cases cases;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    QueueHandler(Cases cases, Guard guard, Pages pages, Site site, Clock clock) {
        this.cases = cases;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
    }

    private void show(Context ctx) {
        var visitor = guard.require(ctx, Action.SEE_QUEUE);
        var person = Person.of(visitor.account());
        var request = QueueRequest.of(ctx);
        var rules = cases.rules();
        var now = clock.instant();
        var open = cases.open().stream()
                .map(one -> Row.of(one, rules.waitsFor(one, person, visitor.roles()), now))
                .toList();
        var fitting = fitting(request, person, open);
        var rest = fitting.stream().filter(row -> isBeyond(request, row.one())).toList();
        var shown = rest.subList(0, Math.min(PAGE, rest.size()));
        var next = rest.size() > PAGE ? request.after(shown.getLast().one().id()) : null;
        var tabs = Arrays.stream(View.values())
                .map(view -> new QueuePage.Tab(view, count(view, open), view == request.view()))
                .toList();
        var chrome = site.page("Cases", PATH).below("Curator desk", "/curate").notIndexed();
        var page = new QueuePage(chrome, request, person, shown, fitting.size(), tabs, next, clock.getZone());
        pages.showUnstored(ctx, "vetting/cases/queue.jte", page);
    }

    private List<Row> fitting(QueueRequest request, Person person, List<Row> open) {
        var all = request.view() == View.CLOSED
                ? cases.closed(request.after(), PAGE + 1).stream()
                        .map(one -> Row.of(one, false, clock.instant()))
                        .toList()
                : open;
        return all.stream()
                .filter(row -> isIn(request.view(), row) && request.fits(row.one(), person))
                .toList();
    }

    private static boolean isIn(View view, Row row) {
        return switch (view) {
            case MINE -> row.mine();
            case OPEN, CLOSED -> true;
            case LATE -> row.late();
            case ALONE -> row.alone();
        };
    }

    private static @Nullable Integer count(View view, List<Row> open) {
        if (view == View.CLOSED) return null;
        return (int) open.stream().filter(row -> isIn(view, row)).count();
    }

    /** Cases that came or went meanwhile move nothing: what follows is what came in later. */
    private static boolean isBeyond(QueueRequest request, Case one) {
        var after = request.after();
        return after == null || request.view() == View.CLOSED || order(one.id()) > order(after);
    }

    private static long order(String id) {
        return Long.parseLong(id.substring(0, 4)) * 1_000_000_000L + Long.parseLong(id.substring(5));
    }
}
