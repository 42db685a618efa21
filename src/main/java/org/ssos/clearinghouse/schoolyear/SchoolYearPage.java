package org.ssos.clearinghouse.schoolyear;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Certainty;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Rule;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The dates of this and the next school year for a kind of LEA, and the rules behind them.
 *
 * @param unknown a kind that the visitor asked for and that there is not
 * @param next the days that come next
 */
public record SchoolYearPage(
        Chrome chrome,
        LeaKind kind,
        List<Choice> choices,
        @Nullable String unknown,
        List<Row> next,
        List<Year> years,
        List<Held> rules,
        SchoolYearDates.About about) {
    private static final int SOON = 4;
    private static final Comparator<Rule> NEWEST_FIRST =
            Comparator.comparing(Rule::until, Comparator.nullsFirst(Comparator.reverseOrder()));

    public record Choice(String id, String label, boolean chosen) {}

    public record Year(String label, List<Row> rows) {
        public String id() {
            return "y" + label.substring(0, 4);
        }
    }

    /**
     * A line of a year.
     *
     * @param day for programs; absent where no day is set
     * @param mark what it rests on, where that is no law
     */
    public record Row(
            String id,
            String title,
            String what,
            String when,
            @Nullable String day,
            String who,
            @Nullable String mark,
            boolean over) {
        static Row of(Duty duty, LocalDate today) {
            var certain = duty.rule().certain();
            return new Row(
                    duty.id(),
                    duty.title(),
                    duty.what(),
                    duty.when().words(),
                    duty.when().onDay().map(LocalDate::toString).orElse(null),
                    duty.who(),
                    certain == Certainty.STATUTE ? null : certain.mark(),
                    duty.when().last().isBefore(today));
        }
    }

    /** A date with the rules for the kind, the newest first. */
    public record Held(String id, String title, List<RuleLine> rules) {}

    /**
     * A rule in words.
     *
     * @param valid the school years it holds for; nothing for what is due a single time
     * @param look where the day is told
     */
    public record RuleLine(
            String what,
            String when,
            String who,
            List<String> citations,
            List<SourceLine> sources,
            @Nullable String valid,
            boolean old,
            @Nullable PartialDate textAsOf,
            Certainty certain,
            @Nullable Link look,
            List<String> notes,
            List<String> doubts) {}

    static SchoolYearPage of(
            Chrome chrome, SchoolYearDates dates, LeaKind kind, LocalDate today, @Nullable String unknown) {
        var now = SchoolYear.of(today);
        return new SchoolYearPage(
                chrome,
                kind,
                Arrays.stream(LeaKind.values())
                        .map(each -> new Choice(each.id(), each.label(), each == kind))
                        .toList(),
                unknown,
                dates.next(today, kind).stream()
                        .filter(duty -> duty.when().onDay().isPresent())
                        .limit(SOON)
                        .map(duty -> Row.of(duty, today))
                        .toList(),
                Stream.of(now, now.next())
                        .map(year -> new Year(
                                year.label(),
                                dates.in(year, kind).stream()
                                        .map(duty -> Row.of(duty, today))
                                        .toList()))
                        .toList(),
                dates.all().stream()
                        .flatMap(date -> held(date, dates, kind, now).stream())
                        .toList(),
                dates.about());
    }

    public String calendarPath() {
        return SchoolYearHandler.PATH + ".ics" + SchoolYearHandler.query(kind);
    }

    public String jsonPath() {
        return SchoolYearHandler.PATH + ".json" + SchoolYearHandler.query(kind);
    }

    public PartialDate compiled() {
        return PartialDate.of(about.compiled());
    }

    private static Optional<Held> held(SchoolDate date, SchoolYearDates dates, LeaKind kind, SchoolYear now) {
        var rules = new ArrayList<>(date.rules().stream()
                .filter(rule -> rule.kinds().contains(kind))
                .toList());
        rules.sort(NEWEST_FIRST);
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(
                        date.id(),
                        date.title(),
                        rules.stream().map(rule -> line(rule, dates, now)).toList()));
    }

    private static RuleLine line(Rule rule, SchoolYearDates dates, SchoolYear now) {
        return new RuleLine(
                rule.what(),
                dates.words(rule.when()),
                rule.who(),
                rule.citations(),
                SourceLine.of(rule.sources()),
                rule.when() instanceof Timing.Once ? null : rule.validity(),
                isOld(rule, now),
                rule.textAsOf(),
                rule.certain(),
                rule.when().whereTold().orElse(null),
                rule.notes(),
                rule.doubts());
    }

    private static boolean isOld(Rule rule, SchoolYear now) {
        return rule.until() != null && rule.until().compareTo(now) < 0;
    }
}
