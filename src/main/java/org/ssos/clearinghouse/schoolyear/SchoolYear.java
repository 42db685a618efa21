package org.ssos.clearinghouse.schoolyear;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A school year: July 1 to June 30.
 *
 * @param start the calendar year it begins in
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[-–](\\d{2})");

    /** The school year that the day lies in. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() < Month.JULY.getValue() ? day.getYear() - 1 : day.getYear());
    }

    /**
     * Reads {@code 2026-27} or {@code 2026–27}.
     *
     * @throws IllegalArgumentException for what is no school year
     */
    @JsonCreator
    public static SchoolYear parse(String text) {
        var written = WRITTEN.matcher(text);
        if (written.matches()) {
            var year = new SchoolYear(Integer.parseInt(written.group(1)));
            if (year.label().endsWith(written.group(2))) return year;
        }
        throw new IllegalArgumentException("there is no school year '" + text + "'; write '2026-27'");
    }

    /** The day it is in California, wherever the program runs: the dates are those of the state. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), CALIFORNIA);
    }

    public LocalDate first() {
        return LocalDate.of(start, Month.JULY, 1);
    }

    public LocalDate last() {
        return LocalDate.of(start + 1, Month.JUNE, 30);
    }

    public SchoolYear next() {
        return new SchoolYear(start + 1);
    }

    public SchoolYear previous() {
        return new SchoolYear(start - 1);
    }

    /** {@code 2026–27}. */
    @JsonValue
    public String label() {
        return "%d–%02d".formatted(start, (start + 1) % 100);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }

    @Override
    public String toString() {
        return label();
    }
}
