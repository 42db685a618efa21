package org.ssos.clearinghouse.schoolyear;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.lea.ChosenLea;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the dates of this and the next school year for a kind of LEA, as a page, as data and for calendars. */
public final class SchoolYearHandler {
    static final String PATH = "/school-year";
    private static final String KIND = "lea_type";
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public SchoolYearHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + ".json", this::showJson);
        routes.get(PATH + ".ics", this::showCalendar);
    }

    /** The page for a kind, whatever LEA the visitor chose. */
    static String path(LeaKind kind) {
        return PATH + query(kind);
    }

    static String query(LeaKind kind) {
        return "?" + KIND + "=" + kind.id();
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var asked = Optional.ofNullable(ctx.queryParam(KIND));
        var known = asked.flatMap(LeaKind::of);
        var kind = known.orElseGet(() -> ofVisitor(ctx, catalog));
        var chrome = site.page(
                        "The school year", known.map(SchoolYearHandler::path).orElse(PATH))
                .describedAs("What is due in this and the next school year, by kind of LEA: each date with who does it,"
                        + " the law behind it, since when the rule holds, and what is in doubt.")
                .withTwin("application/json", PATH + ".json" + query(kind))
                .withTwin("text/calendar", PATH + ".ics" + query(kind));
        var unknown = known.isEmpty() ? asked.filter(text -> !text.isBlank()).orElse(null) : null;
        pages.show(
                ctx,
                catalog.version(),
                "schoolyear/schoolYear.jte",
                () -> SchoolYearPage.of(
                        chrome, catalog.part(SchoolYearDates.PART), kind, SchoolYear.today(clock), unknown));
    }

    private void showJson(Context ctx) {
        var kind = kind(ctx);
        var catalog = snapshots.catalog();
        new Body(
                        "application/json",
                        new SchoolYearExport(catalog.part(SchoolYearDates.PART), site)
                                .json(thisAndNext(), kind, catalog.version()))
                .sendTo(ctx);
    }

    /** Made at the start of the day, so that a calendar that asks each hour gets a new copy once a day at most. */
    private void showCalendar(Context ctx) {
        var kind = kind(ctx);
        var dates = snapshots.catalog().part(SchoolYearDates.PART);
        var made = SchoolYear.today(clock).atStartOfDay(CALIFORNIA).toInstant();
        ctx.header("Content-Disposition", "attachment; filename=\"school-year-" + kind.id() + ".ics\"");
        new Body(
                        CalendarFile.CONTENT_TYPE,
                        new SchoolYearCalendar(dates, site)
                                .of(thisAndNext(), kind)
                                .bytes(made))
                .sendTo(ctx);
    }

    private List<SchoolYear> thisAndNext() {
        var now = SchoolYear.of(SchoolYear.today(clock));
        return List.of(now, now.next());
    }

    /** Programs and calendars bring no cookie, and get what they name. */
    private static LeaKind kind(Context ctx) {
        var asked = ctx.queryParam(KIND);
        if (asked == null || asked.isBlank()) return LeaKind.DISTRICT;
        return LeaKind.of(asked)
                .orElseThrow(() -> new BadRequestResponse("There is no kind of LEA '" + asked + "'. " + KIND
                        + " is one of "
                        + Arrays.stream(LeaKind.values()).map(LeaKind::id).collect(Collectors.joining(", ")) + "."));
    }

    private static LeaKind ofVisitor(Context ctx, Catalog catalog) {
        return ChosenLea.of(ctx, catalog).map(lea -> LeaKind.of(lea, catalog)).orElse(LeaKind.DISTRICT);
    }
}
