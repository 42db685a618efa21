package org.ssos.clearinghouse.schoolyear;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Link;

/** The rule by which a date falls, as the content writes it: which fields stand there says which rule it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
public sealed interface Timing {
    /**
     * Only in some years.
     *
     * @param years how many from one to the next
     * @param from a calendar year in which it falls
     */
    record Every(int years, int from) {
        boolean holds(LocalDate day) {
            return Math.floorMod(day.getYear() - from, years) == 0;
        }

        String words() {
            return "every " + (years == 3 ? "third" : years + "th") + " year, as in " + from;
        }
    }

    /** By a day of the year that the rule names. */
    record Yearly(int month, int day, @Nullable Every every) implements Timing {
        Stream<LocalDate> between(LocalDate first, LocalDate last) {
            return years(first, last)
                    .mapToObj(year -> LocalDate.of(year, month, day))
                    .filter(by -> within(by, first, last) && (every == null || every.holds(by)));
        }
    }

    /** On, say, the first Wednesday of a month. */
    record Weekday(int nth, DayOfWeek weekday, int month) implements Timing {
        Stream<LocalDate> between(LocalDate first, LocalDate last) {
            return years(first, last)
                    .mapToObj(
                            year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)))
                    .filter(on -> within(on, first, last));
        }
    }

    /** By a single day, never again. */
    record Once(LocalDate date) implements Timing {}

    /** At most so many calendar days after another date; with 0 together with it. */
    record After(int days, String after) implements Timing {}

    /** At least so many calendar days before another date. */
    record Before(int days, String before) implements Timing {}

    /**
     * After another date, on a day that nothing sets.
     *
     * @param look where it is told
     */
    record Follows(
            String follows, @Nullable Every every, @Nullable Link look) implements Timing {}

    /**
     * In these months, on days that differ by year.
     *
     * @param lastMonth in the same school year
     * @param look where the days are told
     */
    record Varying(int firstMonth, int lastMonth, @Nullable Link look) implements Timing {
        Stream<When> between(LocalDate first, LocalDate last) {
            return years(first, last).mapToObj(this::from).filter(window -> within(window.first(), first, last));
        }

        private When from(int year) {
            int end = lastMonth < firstMonth ? year + 1 : year;
            return new When.During(
                    LocalDate.of(year, firstMonth, 1),
                    YearMonth.of(end, lastMonth).atEndOfMonth(),
                    look);
        }
    }

    /** The other date that this one is counted from. */
    default Optional<String> other() {
        return switch (this) {
            case After after -> Optional.of(after.after());
            case Before before -> Optional.of(before.before());
            case Follows follows -> Optional.of(follows.follows());
            case Yearly _, Weekday _, Once _, Varying _ -> Optional.empty();
        };
    }

    /** Where a day that the rule does not give is told. */
    default Optional<Link> whereTold() {
        return switch (this) {
            case Follows follows -> Optional.ofNullable(follows.look());
            case Varying varying -> Optional.ofNullable(varying.look());
            case Yearly _, Weekday _, Once _, After _, Before _ -> Optional.empty();
        };
    }

    /** Whether it gives a day, from which others can be counted. */
    default boolean givesDay() {
        return switch (this) {
            case Yearly _, Weekday _, Once _, After _, Before _ -> true;
            case Follows _, Varying _ -> false;
        };
    }

    /**
     * The rule for people, without a year.
     *
     * @param titles the title of another date, by its id
     */
    default String words(UnaryOperator<String> titles) {
        return switch (this) {
            case Yearly(var month, var day, var every) -> "By " + name(month) + " " + day + inYears(every);
            case Weekday(var nth, var weekday, var month) ->
                "The " + List.of("first", "second", "third", "fourth").get(nth - 1) + " "
                        + weekday.getDisplayName(TextStyle.FULL, Locale.US) + " of " + name(month);
            case Once(var date) -> "By " + When.DAY.format(date);
            case After(var days, var other) ->
                days == 0
                        ? "Together with “" + titles.apply(other) + "”"
                        : "Within " + counted(days) + " after “" + titles.apply(other)
                                + "”; the latest day is counted in calendar days";
            case Before(var days, var other) ->
                days == 0
                        ? "Not later than “" + titles.apply(other) + "”"
                        : "At least " + counted(days) + " before “" + titles.apply(other) + "”";
            case Follows rule ->
                "After “" + titles.apply(rule.follows()) + "”" + inYears(rule.every()) + "; no day is set";
            case Varying months ->
                name(months.firstMonth())
                        + (months.firstMonth() == months.lastMonth() ? "" : " to " + name(months.lastMonth()))
                        + "; the days are not fixed";
        };
    }

    private static String inYears(@Nullable Every every) {
        return every == null ? " each year" : " of " + every.words();
    }

    private static String counted(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String name(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.US);
    }

    private static IntStream years(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear());
    }

    private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
