package org.ssos.clearinghouse.schoolyear;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Certainty;
import org.ssos.clearinghouse.web.Site;

/** The days of school years for a calendar; what has no day of its own stays out. */
final class SchoolYearCalendar {
    private static final LocalDate FIRST_VERSION = LocalDate.of(2026, 1, 1);

    private final SchoolYearDates dates;
    private final Site site;

    SchoolYearCalendar(SchoolYearDates dates, Site site) {
        this.dates = dates;
        this.site = site;
    }

    CalendarFile of(List<SchoolYear> years, LeaKind kind) {
        var events = new ArrayList<CalendarFile.Event>();
        for (var year : years) {
            for (var duty : dates.in(year, kind)) duty.when().onDay().ifPresent(day -> events.add(event(duty, day)));
        }
        return new CalendarFile("School year: " + kind.label(), URI.create(site.url("/")), events);
    }

    private CalendarFile.Event event(Duty duty, LocalDate day) {
        var compiled = dates.about().compiled();
        return new CalendarFile.Event(
                uid(duty),
                day,
                duty.title(),
                description(duty),
                URI.create(site.url(SchoolYearHandler.path(duty.kind()) + "#" + duty.id())),
                false,
                compiled.atStartOfDay(ZoneOffset.UTC).toInstant(),
                Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(FIRST_VERSION, compiled))));
    }

    /** Without the host: the same date is the same event, whichever site it was taken from. */
    private static String uid(Duty duty) {
        return duty.id() + "." + duty.kind().id() + "." + duty.year().start() + "@school-year.ssos-clearinghouse";
    }

    private String description(Duty duty) {
        var rule = duty.rule();
        var lines = new ArrayList<>(List.of(duty.when().words() + ": " + rule.what(), "Who: " + rule.who()));
        lines.add("Rule: " + dates.words(rule.when()) + ".");
        if (!rule.citations().isEmpty()) lines.add("Law: " + String.join("; ", rule.citations()) + ".");
        if (rule.textAsOf() != null) lines.add("Text of " + rule.textAsOf().words() + ".");
        if (rule.certain() != Certainty.STATUTE) lines.add(rule.certain().label() + ".");
        rule.notes().forEach(lines::add);
        rule.doubts().forEach(doubt -> lines.add("Open: " + doubt));
        lines.add("A summary, not legal advice.");
        return String.join("\n", lines);
    }
}
