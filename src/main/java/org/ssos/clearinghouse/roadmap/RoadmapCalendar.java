package org.ssos.clearinghouse.roadmap;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.OwnStep;
import org.ssos.clearinghouse.schoolyear.CalendarFile;
import org.ssos.clearinghouse.schoolyear.CalendarFile.Event;
import org.ssos.clearinghouse.schoolyear.Duty;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates;

/**
 * The days of a kept roadmap for a calendar: steps that are not done, the keeper's own ones, and dates of the school year
 * that no step is for. Each has the same UID in every file that is made of the roadmap; nobody can open the roadmap by it.
 * What has no day of its own is left out.
 */
final class RoadmapCalendar {
    private final SavedRoadmap saved;
    private final LocalDate today;
    private final boolean withNotes;
    private final UnaryOperator<String> url;

    /**
     * @param withNotes whether the keeper chose to have the notes in the calendar
     * @param url makes an address of a path
     */
    RoadmapCalendar(SavedRoadmap saved, LocalDate today, boolean withNotes, UnaryOperator<String> url) {
        this.saved = saved;
        this.today = today;
        this.withNotes = withNotes;
        this.url = url;
    }

    CalendarFile of(Agenda agenda, Catalog catalog) {
        var who = new WhoHelps(saved.answers(), agenda.plan().kind(), catalog);
        var events = new ArrayList<Event>();
        var covered = new HashSet<String>();
        for (var item : agenda.items()) {
            covered.addAll(item.step().dates());
            if (item.state() != Agenda.State.DONE) step(item, who).ifPresent(events::add);
        }
        saved.own().forEach(own -> own(own).ifPresent(events::add));
        catalog.part(SchoolYearDates.PART).next(today, agenda.plan().kind()).stream()
                .filter(duty -> !covered.contains(duty.id()))
                .forEach(duty -> date(duty).ifPresent(events::add));
        return new CalendarFile("My roadmap", URI.create(url.apply("/")), events);
    }

    private Optional<Event> step(Agenda.Item item, WhoHelps who) {
        var step = item.step();
        var duty = item.planned().duty();
        var day = duty == null || item.mark().postponedTo() != null
                ? Optional.of(item.due())
                : duty.when().onDay();
        var lines = new ArrayList<>(step.todo());
        who.with(step).stream().findFirst().map(CallLine::of).ifPresent(call -> lines.add("Call: " + call.line()));
        if (duty != null) lines.add(law(duty));
        return day.map(on -> event(
                duty == null ? step.id() : step.id() + "-" + duty.year().start(),
                on,
                step.title(),
                lines,
                item.mark().note(),
                step.path()));
    }

    private Optional<Event> own(OwnStep own) {
        if (own.due() == null || own.done()) return Optional.empty();
        return Optional.of(event("own-" + own.id(), own.due(), own.title(), List.of(), own.note(), null));
    }

    private Optional<Event> date(Duty duty) {
        return duty.when()
                .onDay()
                .map(day -> event(
                        duty.id() + "-" + duty.year().start(),
                        day,
                        duty.title(),
                        List.of(duty.what(), "Who: " + duty.who() + ".", law(duty)),
                        "",
                        null));
    }

    private static String law(Duty duty) {
        var citations = String.join(", ", duty.rule().citations());
        return duty.rule().certain().label() + (citations.isEmpty() ? "." : ": " + citations + ".");
    }

    private Event event(
            String id, LocalDate day, String title, List<String> lines, String note, @Nullable String path) {
        var text = String.join("\n", lines);
        var description = withNotes && !note.isEmpty() ? text + "\n\nYour note:\n" + note : text;
        return new Event(
                id + "." + saved.calendarKey() + "@ssos-clearinghouse",
                day,
                title,
                description.strip(),
                path == null ? null : URI.create(url.apply(path)),
                false,
                today.atStartOfDay(ZoneOffset.UTC).toInstant(),
                sequence());
    }

    /** Grows with each change by the keeper, and from day to day, as the content may have changed too. */
    private int sequence() {
        return Math.toIntExact(saved.revision() + ChronoUnit.DAYS.between(saved.savedOn(), today));
    }
}
