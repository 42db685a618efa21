package org.ssos.clearinghouse.schoolyear;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.entry.Source;

/**
 * The dates of the school year. Every rule cites law that we know or names its source, and for a kind of LEA at most one
 * rule of a date holds in a year: dates for which that is not so are left out. Safe for use by many threads.
 */
public final class SchoolYearDates {
    /** Reads {@code content/school-year/}. */
    public static final Part<SchoolYearDates> PART = new DatesReader();

    /** Dates that come every three years come again within this time. */
    private static final int YEARS_AHEAD = 3;

    /**
     * What holds for all dates.
     *
     * @param compiled the day the dates were last changed; calendars take over a changed day when this one is newer
     * @param readBefore what to know before relying on a date
     */
    public record About(LocalDate compiled, List<String> readBefore, List<Source> sources) {}

    private final Map<String, SchoolDate> dates = new LinkedHashMap<>();
    private final About about;

    /** @param dates have passed {@link DatesCheck} */
    SchoolYearDates(Collection<SchoolDate> dates, About about) {
        dates.forEach(date -> this.dates.put(date.id(), date));
        this.about = about;
    }

    public List<SchoolDate> all() {
        return List.copyOf(dates.values());
    }

    public Optional<SchoolDate> find(String id) {
        return Optional.ofNullable(dates.get(id));
    }

    public About about() {
        return about;
    }

    /** What the year asks of this kind of LEA, in order of time. */
    public List<Duty> in(SchoolYear year, LeaKind kind) {
        return dates.values().stream()
                .flatMap(date -> duties(date, kind, year.first(), year.last()))
                .sorted(Duty.IN_ORDER)
                .toList();
    }

    /** What lies ahead, each date once: where it falls next, today counted, in order of time. */
    public List<Duty> next(LocalDate today, LeaKind kind) {
        return dates.values().stream()
                .flatMap(date -> next(date, today, kind).stream())
                .sorted(Duty.IN_ORDER)
                .toList();
    }

    /** Where a single date falls next; nothing when it does not come again. */
    public Optional<Duty> next(String id, LocalDate today, LeaKind kind) {
        return find(id).flatMap(date -> next(date, today, kind));
    }

    /** The rule of a timing for people. */
    public String words(Timing timing) {
        return timing.words(this::title);
    }

    private Optional<Duty> next(SchoolDate date, LocalDate today, LeaKind kind) {
        var year = SchoolYear.of(today);
        var horizon = new SchoolYear(year.start() + YEARS_AHEAD);
        return duties(date, kind, year.first(), horizon.last())
                .filter(duty -> !duty.when().last().isBefore(today))
                .min(Duty.IN_ORDER);
    }

    private Stream<Duty> duties(SchoolDate date, LeaKind kind, LocalDate first, LocalDate last) {
        return date.rules().stream()
                .filter(rule -> rule.kinds().contains(kind))
                .flatMap(rule -> reckon(rule.when(), kind, first, last)
                        .filter(when -> rule.holdsIn(SchoolYear.of(when.first())))
                        .map(when -> new Duty(
                                date, kind, when, rule, date.before(rule, kind).orElse(null))));
    }

    /** All that begin between the two days. */
    private Stream<When> reckon(Timing timing, LeaKind kind, LocalDate first, LocalDate last) {
        return switch (timing) {
            case Timing.Yearly yearly -> yearly.between(first, last).map(When.By::new);
            case Timing.Weekday weekday -> weekday.between(first, last).map(When.On::new);
            case Timing.Once(var day) ->
                Stream.of(day)
                        .filter(only -> !only.isBefore(first) && !only.isAfter(last))
                        .map(When.By::new);
            case Timing.After(var days, var other) -> shifted(other, days, kind, first, last);
            case Timing.Before(var days, var other) -> shifted(other, -days, kind, first, last);
            case Timing.Follows(var other, var every, var look) ->
                days(other, kind, first, last)
                        .filter(due -> every == null || every.holds(due))
                        .map(due -> new When.Following(title(other), due, look));
            case Timing.Varying varying -> varying.between(first, last);
        };
    }

    private Stream<When> shifted(String other, int days, LeaKind kind, LocalDate first, LocalDate last) {
        return days(other, kind, first.minusDays(days), last.minusDays(days))
                .map(day -> new When.By(day.plusDays(days)));
    }

    private Stream<LocalDate> days(String id, LeaKind kind, LocalDate first, LocalDate last) {
        return find(id).stream()
                .flatMap(date -> duties(date, kind, first, last))
                .flatMap(duty -> duty.when().onDay().stream());
    }

    private String title(String id) {
        return find(id).map(SchoolDate::title).orElse(id);
    }
}
