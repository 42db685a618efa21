package org.ssos.clearinghouse.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day, a month or a year: as much of a date as a source shows. Sorts by its first day. */
public record PartialDate(String iso) implements Comparable<PartialDate> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);

    /** @throws DateTimeException when there is no such date */
    public PartialDate {
        firstDayOf(iso);
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public LocalDate firstDay() {
        return firstDayOf(iso);
    }

    public int year() {
        return firstDay().getYear();
    }

    /** {@code November 21, 2026}, {@code November 2026} or {@code 2026}. */
    public String words() {
        return switch (iso.length()) {
            case 10 -> DAY.format(firstDay());
            case 7 -> MONTH.format(firstDay());
            default -> iso;
        };
    }

    private static LocalDate firstDayOf(String iso) {
        try {
            // A year may be written with a sign, which nobody means by three digits.
            if (iso.startsWith("+") || iso.startsWith("-")) throw new DateTimeException(iso);
            return switch (iso.length()) {
                case 10 -> LocalDate.parse(iso);
                case 7 -> YearMonth.parse(iso).atDay(1);
                case 4 -> Year.parse(iso).atDay(1);
                default -> throw new DateTimeException(iso);
            };
        } catch (DateTimeException impossible) {
            throw new DateTimeException(
                    "there is no date '" + iso + "'; write '2026-11-21', '2026-11' or '2026'", impossible);
        }
    }

    @Override
    public int compareTo(PartialDate other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return iso;
    }
}
